"""What a notebook shows: HTML without script, every text escaped, for light and dark themes; a verdict by mark and word."""

from .assessment import assessment
from .dossier import dossier, section
from .findings import findings
from .many import many
from .plan import plan

__all__ = ["assessment", "dossier", "findings", "many", "plan", "section"]
