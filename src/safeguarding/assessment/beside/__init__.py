"""Partnerships side by side."""

from safeguarding.assessment.beside.cells import Cell, Known
from safeguarding.assessment.beside.measures import Measure, Section
from safeguarding.assessment.beside.table import Column, SideBySide, side_by_side

__all__ = ["Cell", "Column", "Known", "Measure", "Section", "SideBySide", "side_by_side"]
