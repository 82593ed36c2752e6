"""Bytes that a stranger uploaded become a book of cells, or words that say why they cannot."""

from .limits import Limits
from .read import read_workbook

__all__ = ["Limits", "read_workbook"]
