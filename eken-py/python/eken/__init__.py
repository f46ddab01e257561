"""eken: dossiers of rural e-towns (乡村e镇), validated, assessed against the plan, and explained.

>>> import eken
>>> d = eken.read("examples/data/yuanqu-2023.json")
>>> d.check().counts
{'error': 8, 'warning': 12, 'info': 2}
>>> d.assess(year=2023)["16"].verdict.en
'not met'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import records
from ._eken import __version__
from .assessment import Assessment, Dependence, Reading, WhatIf
from .dossier import Account, Dossier, Refused, Section
from .errors import (
    BuildError,
    Error,
    Fault,
    InternalError,
    OptionError,
    PlanError,
    ProfileError,
    ReadError,
    UnknownError,
    WriteError,
)
from .findings import Finding, Findings, NotEvaluated, Waived
from .frames import Frame
from .law import Rule, rules, schema
from .many import Many, Row, Town, assess_many
from .options import Options, options
from .plan import Change, Plan, Profile, plans
from .reading import loads, read, read_many
from .records import Record
from .standing import Bounds, Criterion, Department, Departments, Lack, Required, Standing, Year
from .values import Code, Faulty, Figure, Geometry, Items, Missing, Period, Personal, known

if TYPE_CHECKING:
    from . import plot

__all__ = [
    "Account",
    "Assessment",
    "Bounds",
    "BuildError",
    "Change",
    "Code",
    "Criterion",
    "Department",
    "Departments",
    "Dependence",
    "Dossier",
    "Error",
    "Fault",
    "Faulty",
    "Figure",
    "Finding",
    "Findings",
    "Frame",
    "Geometry",
    "InternalError",
    "Items",
    "Lack",
    "Many",
    "Missing",
    "NotEvaluated",
    "OptionError",
    "Options",
    "Period",
    "Personal",
    "Plan",
    "PlanError",
    "Profile",
    "ProfileError",
    "ReadError",
    "Reading",
    "Record",
    "Refused",
    "Required",
    "Row",
    "Rule",
    "Section",
    "Standing",
    "Town",
    "UnknownError",
    "Waived",
    "WhatIf",
    "WriteError",
    "Year",
    "__version__",
    "assess_many",
    "known",
    "loads",
    "options",
    "plans",
    "plot",
    "read",
    "read_many",
    "records",
    "rules",
    "schema",
]


if not TYPE_CHECKING:

    def __getattr__(name):
        # charts are imported when they are asked for; to type checkers the module is there, and no other name is
        if name == "plot":
            from importlib import import_module

            return import_module(".plot", __name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
