"""What changed between two versions of a partnership's documents."""

from safeguarding.structure.differences.changes import (
    CannotApplyError,
    Change,
    Difference,
    Kind,
    Likely,
    Said,
    Step,
    Why,
)
from safeguarding.structure.differences.finding import diff

__all__ = ["CannotApplyError", "Change", "Difference", "Kind", "Likely", "Said", "Step", "Why", "diff"]
