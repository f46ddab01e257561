"""Six of eken's rules in Python, as one would write them over either model: what the peers check beyond the structure.

`record.duplicate-id`, `reference.unresolved`, `entity.code-check` and `institution.code-check`, `trainee.resident-id-check`,
`entity.sales-month-twice`. The loops over references are made from the model, one function for each kind of record that has some.
"""

import re

CODES = ("record.duplicate-id", "reference.unresolved", "entity.code-check", "institution.code-check", "trainee.resident-id-check", "entity.sales-month-twice")
SIGNS = {sign: value for value, sign in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")}
WEIGHTS = tuple(3**place % 31 for place in range(17))
CREDIT = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
RESIDENT = re.compile("[0-9]{17}[0-9X]")
RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def credit_code(code):
    """Whether the check character of a unified social credit code fits (GB 32100-2015)."""
    return SIGNS[code[17]] == -sum(SIGNS[sign] * weight for sign, weight in zip(code, WEIGHTS)) % 31


def resident_id(number):
    """Whether the check character of a resident id fits (GB 11643-1999)."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number, RESIDENT_WEIGHTS)) % 11] == number[17]


def references(kinds):
    """The source of functions that look up every reference: `refer_Kind(record, ids, found)`."""
    reach = {}

    def has(name):
        if name not in reach:
            reach[name] = False
            reach[name] = any(f.kind == "ref" or (f.kind in ("record", "section") and has(f.of)) for f in kinds[name].fields)
        return reach[name]

    out = []
    for name in kinds:
        if not has(name):
            continue
        lines = []
        for f in kinds[name].fields:
            value = f"record.{f.attribute}"
            if f.kind == "ref" and f.many:
                lines += [f"for id in {value} or ():", f"    if id not in ids[{f.of!r}]: found.append(('reference.unresolved', id))"]
            elif f.kind == "ref":
                lines += [f"if {value}.__class__ is str and {value} not in ids[{f.of!r}]: found.append(('reference.unresolved', {value}))"]
            elif f.kind in ("record", "section") and has(f.of):
                each = f"{value}.items or ()" if f.kind == "section" else f"{value} or ()"
                if f.kind == "section" or f.many:
                    there = f"if {value} is not None: " if f.kind == "section" else ""
                    if there:
                        lines += [f"if {value} is not None:", f"    for one in {each}: refer_{f.of}(one, ids, found)"]
                    else:
                        lines += [f"for one in {each}: refer_{f.of}(one, ids, found)"]
                else:
                    lines += [f"if {value} is not None and {value}.__class__.__name__ != 'Missing': refer_{f.of}({value}, ids, found)"]
        out.append(f"def refer_{name}(record, ids, found):\n" + "".join(f"    {line}\n" for line in lines))
    return "\n".join(out)


def checker(kinds):
    """A function that gives the faults of a dossier as `(code, what)`."""
    space = {}
    exec(references(kinds), space)
    refer = space["refer_Dossier"]
    sections = [(field.name, field.attribute) for field in kinds["Dossier"].fields if field.kind == "section"]

    def check(dossier):
        found, ids = [], {}
        for name, attribute in sections:
            section = getattr(dossier, attribute)
            seen = ids[name] = set()
            for record in (section.items or ()) if section is not None else ():
                id = getattr(record, "id", None)
                if id is not None:
                    if id in seen:
                        found.append(("record.duplicate-id", id))
                    seen.add(id)
        refer(dossier, ids, found)
        for name in ("entities", "institutions"):
            section = getattr(dossier, name)
            for record in (section.items or ()) if section is not None else ():
                code = record.code
                if code.__class__ is str and CREDIT.fullmatch(code) and not credit_code(code):
                    found.append(("entity.code-check" if name == "entities" else "institution.code-check", record.id))
        for record in (dossier.trainees.items or ()) if dossier.trainees is not None else ():
            number = record.resident_id
            if number.__class__ is str and RESIDENT.fullmatch(number) and not resident_id(number):
                found.append(("trainee.resident-id-check", record.id))
        for record in (dossier.entities.items or ()) if dossier.entities is not None else ():
            months = set()
            for sale in record.sales or ():
                key = (sale.month, sale.platform, sale.channel)
                if key in months:
                    found.append(("entity.sales-month-twice", record.id))
                months.add(key)
        return found

    return check
