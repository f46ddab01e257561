"""Words of the units that the core names by codes."""

__all__ = ["UNITS"]

UNITS = {
    "yuan": ("元", "yuan"),
    "m2": ("平方米", "m²"),
    "percent": ("%", "%"),
    "percentage-point": ("个百分点", "percentage points"),
    "person": ("人", "persons"),
    "person-time": ("人次", "person-times"),
    "item": ("个", ""),
    "hour": ("小时", "hours"),
}
"""Code of a unit: its word in Chinese and English; empty where things are counted in English."""
