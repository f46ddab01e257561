"""Makes the models of the peers from the published JSON Schema of a dossier, so that all of them ask for the same.

    python models.py SCHEMA pydantic|msgspec   writes Python source to standard output

Both have the same classes with the same fields: texts with their lengths, code lists as literals, quantities as exact decimals in
their range, days as dates, months and partial dates as texts of their pattern, records inside lists, and a value that is missing with
a reason in the place of any that may be. The pydantic model is strict and its unions go from left to right; msgspec has no range for
decimals, so its structs look at them when they are made.
"""

import json
import sys

MISSING = "#/$defs/Missing"
HEADS = {
    "pydantic": """from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, Optional, Union

from pydantic import BaseModel, ConfigDict, Field


class Base(BaseModel):
    model_config = ConfigDict(strict=True, defer_build=True)


""",
    "msgspec": """from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, Optional, Union

from msgspec import Meta, Struct


def number(value, least, most):
    if not least <= value < most:
        raise ValueError("out of range")


""",
}


class Models:
    def __init__(self, schema, flavour):
        self.defs, self.root = schema["$defs"], schema
        self.is_pydantic = flavour == "pydantic"
        self.out = [HEADS[flavour]]

    def bounded(self, kind, **bounds):
        """A type with bounds, by the names of JSON Schema."""
        names = (
            {"minLength": "min_length", "maxLength": "max_length", "minItems": "min_length", "maxItems": "max_length"}
            | {"minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt", "exclusiveMaximum": "lt", "pattern": "pattern"}
        )
        # `$(?!\n)` is the end of the text in every dialect; the crate behind pydantic has no look-ahead, and its `$` is the end
        told = {names[name]: bound.replace("$(?!\\n)", "$") if name == "pattern" and self.is_pydantic else bound for name, bound in bounds.items()}
        inside = ", ".join(f"{name}={bound!r}" for name, bound in told.items())
        return f"Annotated[{kind}, {'Field' if self.is_pydantic else 'Meta'}({inside})]"

    def only(self, schema, *names):
        return {name: schema[name] for name in names if name in schema}

    def type_of(self, schema):
        """The Python type of a part of the schema."""
        if "$ref" in schema:
            return self.named(schema["$ref"].rpartition("/")[2])
        kind = schema.get("type")
        if kind == "string":
            return self.bounded("str", **self.only(schema, "minLength", "maxLength", "pattern"))
        if kind == "boolean":
            return "bool"
        if kind == "integer":
            return self.bounded("int", **self.only(schema, "minimum", "maximum", "exclusiveMaximum"))
        if kind == "array":
            items = f"list[{self.type_of(schema['items'])}]"
            return self.bounded(items, **self.only(schema, "minItems")) if "minItems" in schema else items
        one, other = schema["oneOf"]
        assert other == {"$ref": MISSING}, schema
        figure = self.figure_of(one.get("$ref", ""))
        if figure is not None:
            return self.union(self.type_of(figure), *(["FigureDetail", "Missing"] if self.is_pydantic else ["Figure"]))
        return self.union(self.type_of(one), "Missing")

    def union(self, *kinds):
        made = f"Union[{', '.join(kinds)}]"
        return f'Annotated[{made}, Field(union_mode="left_to_right")]' if self.is_pydantic else made

    def figure_of(self, ref):
        """The quantity of a figure, which may carry status and source."""
        made = self.defs.get(ref.rpartition("/")[2], {})
        forms = made.get("oneOf", [])
        return forms[0] if len(forms) == 2 and "properties" in forms[1] and "value" in forms[1]["properties"] else None

    def named(self, name):
        """The type of a definition."""
        if name == "Decimal":
            # the value of a figure with status and source, whose range is that of the figure
            return name
        made = self.defs[name]
        forms = made.get("oneOf", [])
        if "properties" in made or name == "Geometry":
            return name
        if made.get("type") == "string" and forms:
            return f"Literal[{', '.join(repr(form['const']) for form in forms)}]"
        if name == "Date":
            return "datetime.date"
        if forms and forms[0].get("type") == "number":
            bounds = self.only(forms[0], "minimum", "exclusiveMinimum", "exclusiveMaximum")
            # pydantic holds a decimal by its range; msgspec's structs do when they are made
            return self.bounded("Decimal", **bounds) if self.is_pydantic else "Decimal"
        if forms and forms[0].get("type") == "integer":
            bounds = self.only(forms[0], "minimum", "exclusiveMaximum")
            return self.union(self.bounded("int", **bounds), self.bounded("str", pattern=forms[1]["pattern"]))
        return self.type_of(made)

    def range_of(self, schema):
        """The range of a decimal field, for msgspec."""
        ref = schema.get("oneOf", [schema])[0].get("$ref", "")
        quantity = self.figure_of(ref) or {"$ref": ref}
        forms = self.defs.get(quantity.get("$ref", "").rpartition("/")[2], {}).get("oneOf", [{}])
        if forms[0].get("type") != "number":
            return None
        least = forms[0].get("minimum", forms[0].get("exclusiveMinimum"))
        return least, forms[0]["exclusiveMaximum"]

    def record(self, name, schema, base=None):
        """The class of a record."""
        required = set(schema.get("required", ()))
        lines, checks = [], []
        for field, part in schema["properties"].items():
            if part is False:
                continue
            if "properties" in part:
                kind = f"{name}_{field}"
                self.record(kind, part, "SectionHead")
            else:
                kind = self.type_of(part)
            attribute = field.removeprefix("$") + ("_" if field in ("$schema", "from", "with", "class", "in", "is", "as") else "")
            alias = "" if attribute == field else field
            default = "" if field in required else "None"
            kind = kind if field in required else f"Optional[{kind}]"
            if alias:
                default = f"Field({default or '...'}, alias={alias!r})" if self.is_pydantic else default
                if not self.is_pydantic:
                    lines.append(f"    {attribute}: {kind} = {default or 'None'}")
                    self.renamed.setdefault(name, {})[attribute] = field
                    continue
            lines.append(f"    {attribute}: {kind}" + (f" = {default}" if default else ""))
            bounds = None if self.is_pydantic else self.range_of(part)
            if bounds:
                checks.append(f"        if self.{attribute}.__class__ is Decimal:\n            number(self.{attribute}, {bounds[0]}, {bounds[1]})\n")
        head = base or ("Base" if self.is_pydantic else "Struct")
        rename = f", rename={self.renamed.get(name)!r}" if self.renamed.get(name) else ""
        told = f"({head})" if self.is_pydantic else f"({head}, kw_only=True{rename})"
        post = "    def __post_init__(self):\n" + "".join(checks) if checks else ""
        self.out.append(f"class {name}{told}:\n" + "\n".join(lines or ["    pass"]) + "\n" + ("\n" + post if post else "") + "\n\n")

    def geometry(self):
        number = self.bounded("float", minimum=-180, maximum=180)
        position = self.bounded(f"list[{number}]", minItems=2, maxItems=3)
        ring = self.bounded(f"list[{position}]", minItems=4)
        head = "(Base)" if self.is_pydantic else "(Struct, kw_only=True)"
        # of both forms of a geometry the shallower one: what is generated has polygons only
        self.out.append(f"class Geometry{head}:\n    type: Literal['Polygon']\n    coordinates: list[{ring}]\n\n\n")

    def text(self):
        self.renamed = {}
        self.geometry()
        if not self.is_pydantic:
            # msgspec takes one struct in a union: a figure and a missing value share it
            detail, missing = self.defs["FigureDetail"]["properties"], self.defs["Missing"]["properties"]
            both = {"properties": {"missing": missing["missing"], **detail}}
            self.record("Figure_", both)
            self.out.append(
                "class Figure(Figure_, kw_only=True):\n    value: Optional[Decimal] = None\n\n    def __post_init__(self):\n"
                "        if (self.value is None) == (self.missing is None):\n            raise ValueError('value or missing')\n\n\n"
            )
        for name, made in self.defs.items():
            if "properties" in made and name != "FigureDetail":
                self.record(name, made)
        if self.is_pydantic:
            detail = self.defs["FigureDetail"]
            value = {"$ref": "#/$defs/Decimal"}
            self.record("FigureDetail", {"required": ["value"], "properties": {"value": value, **detail["properties"]}})
        self.record("Dossier", self.root)
        # a class that others build on comes before them
        base = next(text for text in self.out if text.startswith("class SectionHead("))
        self.out.remove(base)
        self.out.insert(1, base)
        return "".join(self.out)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(Models(json.load(file), sys.argv[2]).text())


if __name__ == "__main__":
    main()
