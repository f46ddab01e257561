"""eken: dossiers of rural e-towns (乡村e镇), validated, assessed against the plan, and explained."""

from . import plot, records
from ._eken import __version__
from .assessment import Assessment, Dependence, Reading, StandingChange, WhatIf
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
from .forms import FormField, check_record, form_fields
from .frames import Frame
from .law import Rule, rules, schema
from .limits import Limits
from .many import Many, Row, Town, assess_many
from .options import Options, options
from .plan import Change, Plan, Profile, plans
from .reading import loads, read, read_many
from .records import Record
from .standing import Bounds, Criterion, Department, Departments, Lack, Required, Standing, Year
from .values import Code, Faulty, Figure, Geometry, Items, Missing, Period, Personal, known

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
    "FormField",
    "Frame",
    "Geometry",
    "InternalError",
    "Items",
    "Lack",
    "Limits",
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
    "StandingChange",
    "Town",
    "UnknownError",
    "Waived",
    "WhatIf",
    "WriteError",
    "Year",
    "__version__",
    "assess_many",
    "check_record",
    "form_fields",
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
