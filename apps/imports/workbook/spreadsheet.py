"""Reading a workbook: its outline, what its sheets share, then sheet by sheet."""

from ..grid import Book
from .cells import Budget, Collected
from .outline import outline_of
from .rapid import NotPlain, read_plain
from .sheet import SheetReader
from .strings import shared_strings
from .styles import styles_of
from .values import Values


def read_spreadsheet(package, limits, progress, with_fills):
    """The book in a package; raise Unreadable if it is none, or damaged."""
    outline = outline_of(package, limits)
    styles = styles_of(package, outline, limits)
    strings = shared_strings(package, outline.strings, limits)
    values = Values(strings, styles, outline.counts_from_1904)
    fills = styles.fills if with_fills and styles.has_fills else []
    budget = Budget(limits)
    told = _Told(progress, sum(package.size(sheet.part) for sheet in outline.sheets))
    sheets = []
    for found in outline.sheets:
        collected = _collected(found, package, budget, told, values, fills)
        budget = collected.budget
        sheet = collected.finish()
        sheet.is_hidden = found.is_hidden
        sheets.append(sheet)
    package.refuse_declarations()
    return Book(sheets)


def _collected(found, package, budget, told, values, fills):
    done = told.done
    collected = _collected_rapidly(found, package, budget, told, values, fills)
    if collected is None:
        told.done = done
        collected = Collected(found.name, budget.copy())
        SheetReader(budget.limits, collected, values, fills).read(told.counting(package.pieces(found.part)))
    return collected


def _collected_rapidly(found, package, budget, told, values, fills):
    """What a plainly written sheet holds; None, and nothing of it kept, if it is written otherwise."""
    collected = Collected(found.name, budget.copy())
    try:
        read_plain(told.counting(package.pieces(found.part)), budget.limits, collected, values, fills)
    except NotPlain:
        return None
    return collected


class _Told:
    """Tells how much has been read, and never less than before: a sheet may have to be read again."""

    def __init__(self, progress, total):
        self.progress = progress
        self.total = total
        self.done = 0
        self.most = 0

    def counting(self, pieces):
        """The pieces, each told once it has been read."""
        for piece in pieces:
            yield piece
            self.done += len(piece)
            if self.progress is not None and self.done > self.most:
                self.most = self.done
                self.progress(self.done, self.total)
