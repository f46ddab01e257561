"""JSON as the examples write it: two spaces, one record a line where it fits, lists of plain values on one line."""

import json

WIDTH = 150


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def plain(value):
    return not isinstance(value, (dict, list))


def lines(value, indent, room):
    if plain(value) or not value:
        return compact(value)
    if isinstance(value, list) and all(plain(item) for item in value):
        return compact(value)
    line = compact(value)
    flat = isinstance(value, list) or not any(
        isinstance(part, list) and any(isinstance(item, dict) for item in part) for part in value.values()
    )
    if flat and len(line) + indent + room <= WIDTH and (isinstance(value, dict) or len(value) == 1):
        return line
    pad = " " * (indent + 2)
    if isinstance(value, list):
        parts = [pad + lines(item, indent + 2, 0) for item in value]
        return "[\n" + ",\n".join(parts) + "\n" + " " * indent + "]"
    parts = [f"{pad}{compact(key)}: {lines(item, indent + 2, len(key) + 4)}" for key, item in value.items()]
    return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"


def pretty(value):
    """The text of a dossier, with a line feed at its end."""
    return lines(value, 0, 0) + "\n"
