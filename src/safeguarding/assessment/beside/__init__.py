"""Partnerships side by side."""

from safeguarding.assessment.beside.cells import Cell, Known
from safeguarding.assessment.beside.table import Column, Measure, Section, SideBySide, side_by_side

__all__ = ["Cell", "Column", "Known", "Measure", "Section", "SideBySide", "side_by_side"]
