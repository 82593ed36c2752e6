"""What a person is asked to confirm before a file of a new shape is read: its columns, and what its colours mean."""

import hashlib
from dataclasses import dataclass, field

from apps.imports.reading import headings
from apps.imports.reading.colours import family_of
from apps.imports.reading.read import Reader
from apps.imports.reading.wording import letter_of, tidy, word_key

SAMPLES = 3
LONGEST_SAMPLE = 80
MOST_CELLS = 20


@dataclass
class ProposedColumn:
    """One column; ``key`` is what ``read(mapping={"columns": {key: field}})`` knows it by."""

    letter: str
    heading: str
    key: str
    samples: list
    field: str | None
    is_certain: bool


@dataclass
class ProposedSheet:
    """One sheet; ``is_read`` is False where its columns were only guessed at, or it is hidden."""

    name: str
    header_rows: list
    columns: list
    row_count: int
    is_read: bool


@dataclass
class ProposedMark:
    """A colour, letter or word that stands for a rating, with the cells that show it.

    ``source`` is ``sheet`` where the workbook explains it, ``usual`` where it is commonly so, ``unknown`` else.
    """

    mark: str
    rating: str | None
    source: str
    cells: list = field(default_factory=list)
    count: int = 0


@dataclass
class Proposal:
    """How a workbook would be read; ``fingerprint`` is the same for every file with the same headings."""

    layout: str
    sheets: list
    legend: list
    fingerprint: str


def propose(book, layout, mapping=None):
    """What would be read of a workbook, to be confirmed or mended."""
    return proposed_by(Reader(book, layout, "", mapping or {}, {}, None))


def proposed_by(reader):
    """The same of a reader that may go on to read, where nothing has to be mended."""
    book, layout, found = reader.book, reader.layout, reader.sorted
    sheets = [_sheet(sheet, header, rows.items, is_read=True) for sheet, header, rows in found]
    read = {sheet.name for sheet in sheets}
    sheets += [guess for sheet in book.sheets if sheet.name not in read and (guess := _guess(sheet, reader))]
    marks = {}
    for sheet, header, rows in found:
        _tally(sheet, header, rows.items, reader, marks)
    legend = sorted(marks.values(), key=lambda mark: (-mark.count, mark.mark))
    return Proposal(layout.name, sheets, legend, _fingerprint(layout, sheets))


def _sheet(sheet, header, items, is_read):
    columns = [_column(sheet, heading, items) for heading in header.headings]
    return ProposedSheet(sheet.name, list(header.rows), columns, len(items), is_read)


def _guess(sheet, reader):
    """The likeliest header of a sheet that does not look like one of the layout."""
    header = headings.find(sheet, reader.layout, reader.known, is_guess=True)
    if header is None or header.score <= 0:
        return None
    return _sheet(sheet, header, range(header.rows[-1] + 1, len(sheet.rows) + 1), is_read=False)


def _column(sheet, heading, items):
    samples = []
    for row in items:
        said = _sample(sheet, row, heading.column)
        if said and said not in samples:
            samples.append(said)
            if len(samples) == SAMPLES:
                break
    is_certain = heading.is_certain and bool(heading.field or heading.kind)
    return ProposedColumn(heading.letter, heading.text, heading.key, samples, heading.kind or heading.field, is_certain)


def _sample(sheet, row, column):
    """What a cell says; a cell that holds only a colour says that."""
    said = tidy(sheet.value(row, column))
    if said:
        return said[:LONGEST_SAMPLE]
    fill = sheet.fills.get((row, column))
    family = family_of(fill) if fill else None
    return f"({family})" if family else None


def _tally(sheet, header, items, reader, marks):
    """Count what stands in the column of the ratings."""
    heading = header.of.get(reader.rating.field) if reader.rating else None
    if heading is None:
        return
    letter = letter_of(heading.column)
    for row in items:
        said = tidy(sheet.value(row, heading.column))
        found = _word(said, reader) if said else _fill(sheet.fills.get((row, heading.column)), reader)
        if found:
            mark = marks.setdefault(found[0], ProposedMark(*found))
            mark.count += 1
            if len(mark.cells) < MOST_CELLS:
                mark.cells.append((sheet.name, f"{letter}{row}"))


def _word(said, reader):
    key = word_key(said)
    code, _ = reader.ratings.of_word(said)
    if key in reader.ratings.legend.words:
        return key, code or None, "sheet"
    colour = reader.ratings.colour_of(key)
    if colour:
        return key, code or None, "sheet" if reader.ratings.legend.said(colour) else "usual"
    return key, code or None, "usual" if code else "unknown"


def _fill(fill, reader):
    code, family = reader.ratings.of_fill(fill) if fill else (None, None)
    if family is None:
        return None
    if reader.ratings.legend.said(family):
        return family, code or None, "sheet"
    return family, code or None, "usual" if code else "unknown"


def _fingerprint(layout, sheets):
    """The same for the same headings, wherever they stand and whatever is under them."""
    read = [sheet for sheet in sheets if sheet.is_read] or sheets
    keys = sorted({column.key for sheet in read for column in sheet.columns})
    return hashlib.sha256("\n".join((layout.name, *keys)).encode()).hexdigest()[:32]
