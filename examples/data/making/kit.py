"""Tools of the makers: check characters, digests, chance without a clock, evidence documents."""

import hashlib
import random

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digest(text):
    """SHA-256 of a made-up text, as hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def organisation(body):
    """An organisation code of GB 11714: eight characters and their check character."""
    total = sum(BASE36.index(sign) * weight for sign, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    return body + "0123456789X0"[11 - total % 11]


def uscc(kind, body, division="140827"):
    """A unified social credit code of GB 32100-2015: kind of body, division, eight characters, both check characters."""
    code = kind + division + organisation(body)
    total = sum(USCC.index(sign) * pow(3, place, 31) for place, sign in enumerate(code))
    return code + USCC[(31 - total % 31) % 31]


def wrong_check(code):
    """The same code with the next character of the alphabet for its check character."""
    return code[:17] + USCC[(USCC.index(code[17]) + 1) % 31]


class Chance:
    """Chance from a seed; only `random()` is used, whose row is the same in every Python."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def part(self):
        return self.source.random()

    def whole(self, least, most):
        return least + int(self.part() * (most - least + 1))

    def one(self, items):
        return items[int(self.part() * len(items))]

    def some(self, items, count):
        rest = list(items)
        return [rest.pop(int(self.part() * len(rest))) for _ in range(min(count, len(rest)))]


class Documents:
    """The evidence documents of a dossier, numbered as they are asked for."""

    def __init__(self, owner):
        self.owner = owner
        self.items = []

    def add(self, title, kind, issued, issuer, number=None):
        """Files a document and gives its identifier."""
        key = f"DOC-{len(self.items) + 1:03}"
        item = {"id": key, "title": title, "kind": kind}
        if number:
            item["number"] = number
        item |= {"issuer": issuer, "issued": issued}
        item |= {"digest": digest(f"{self.owner} {key} {title} {issued}"), "location": f"files/{key}.pdf"}
        self.items.append(item)
        return key


def section(items, source=None, complete=True, **head):
    """A section as a dossier writes it."""
    out = {"complete": complete} | head
    if source:
        out["source"] = source
    return out | {"items": items}
