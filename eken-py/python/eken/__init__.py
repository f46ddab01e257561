"""eken: dossiers of rural e-towns (乡村e镇), validated, assessed against the plan, and explained.

>>> import eken
>>> d = eken.read("examples/data/yuanqu-2023.json")
>>> d.check().counts
{'error': 8, 'warning': 12, 'info': 2}
>>> d.assess(year=2023)["16"].verdict.en
'not met'
"""

from .options import Options, options

# What is imported when it is asked for, by the room that holds it, so that `import eken` takes next to no time. `__init__.pyi` has
# the same names for editors and type checkers; mypy.stubtest holds the two together.
_ROOMS = {
    "_eken": "__version__",
    "assessment": "Assessment Dependence Reading StandingChange WhatIf",
    "dossier": "Account Dossier Refused Section",
    "errors": "BuildError Error Fault InternalError OptionError PlanError ProfileError ReadError UnknownError WriteError",
    "findings": "Finding Findings NotEvaluated Waived",
    "forms": "FormField check_record form_fields",
    "frames": "Frame",
    "law": "Rule rules schema",
    "limits": "Limits",
    "many": "Many Row Town assess_many",
    "plan": "Change Plan Profile plans",
    "reading": "loads read read_many",
    "records": "Record",
    "standing": "Bounds Criterion Department Departments Lack Required Standing Year",
    "values": "Code Faulty Figure Geometry Items Missing Period Personal known",
}
_ROOM = {name: room for room, names in _ROOMS.items() for name in names.split()}

# rooms that are asked for themselves
_MODULES = ("plot", "records")

__all__ = sorted([*_ROOM, *_MODULES, "Options", "options"])


def __getattr__(name):
    room = _ROOM.get(name)
    if room is None and name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{room or name}", fromlist=[name])
    if room is not None:
        globals()[name] = getattr(module, name)
    return globals()[name]


def __dir__():
    return sorted({*globals(), *__all__})
