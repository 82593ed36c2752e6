"""A spreadsheet from here that comes back: rows find theirs by their keys, and what nobody touched stays as it was."""

from apps.core.harmless import as_was
from apps.core.landing import is_blank, problem
from apps.core.sheets import Kind
from apps.imports.exporting import carrying
from apps.imports.exporting.carrying import CARRIED, is_equal, not_carried_down
from apps.imports.exporting.cells import CUT
from apps.imports.exporting.keys import KEY, LONGEST, VERSION, pk_of
from apps.imports.reading.dates import DAY
from apps.imports.reading.wording import full_key, number_of, tidy
from apps.imports.rows import fields_of, rows_of

# What a column of whole numbers holds.
LARGEST = 2**31 - 1
DAMAGED = (
    "What this row was when the file was made can no longer be read from the file. Export the list again and make the "
    "change there."
)
EMPTIED = "The cell is empty now. An empty cell never erases: what is here stays."
FIXED = "A file does not change this: it stays as it is here."
CUT_TEXT = "The file held only the beginning of this text. Saving puts what the cell says in place of all of it."


class Returned:
    """``carried`` is None for a file without the hidden sheet, such as CSV: its rows still have their keys."""

    def __init__(self, book, layout):
        self.layout = layout
        self.carried = carrying.take_out(book)
        self.keys = {}

    @property
    def is_ours(self):
        return self.carried is not None or bool(self.keys)

    def find_keys(self, book, reading):
        """Look for the columns with row key and version on each sheet that was read."""
        sheets = {sheet.name: sheet for sheet in book.sheets}
        places = {sheet.name: _places(sheet.headings) for sheet in reading.sheets}
        for name, number in zip(reading.sheet_of, reading.numbers, strict=True):
            if places[name]:
                key, version = (sheets[name].value(number, place) for place in places[name])
                if tidy(key):
                    self.keys[name, number] = tidy(key)[:LONGEST], _whole(version)

    def rows(self, reading):
        """Each row to be staged."""
        names = {sheet[:100]: sheet for sheet, _ in self.keys}
        for row in rows_of(reading):
            found = self.keys.get((names.get(row.sheet), row.number))
            yield self._returned(row, *found) if found else row

    def _returned(self, row, key, version):
        row.exported_key, row.exported_version = key, version
        told = [(item["code"], item["field"]) for item in row.problems]
        row.fields |= not_carried_down(told, self.layout)
        row.problems = [item for item in row.problems if item["code"] != CARRIED]
        carried = (self.carried or {}).get(key)
        if carried:
            return _with_base(row, carried, self.layout)
        if self.carried is None:
            row.fields = _as_they_were(row.fields, self.layout)
        elif pk_of(self.layout.name, key, version):
            row.problems = [*row.problems, problem("export_damaged", "", DAMAGED)]
        return row


def _places(headings):
    """The numbers of the two columns, None where a sheet does not have both."""
    known = {full_key(text): number_of(letter) for letter, text in headings.items()}
    return (known[KEY], known[VERSION]) if KEY in known and VERSION in known else None


def _whole(value):
    """A version as a number; None where the cell holds none."""
    said = tidy(value) or ""
    if not (said.isascii() and said.isdigit() and len(said) <= len(str(LARGEST))):
        return None
    return int(said) if int(said) <= LARGEST else None


def _as_they_were(fields, layout):
    """The fields of a row of CSV: without the signs that kept texts from being run, and dates as dates."""
    fields = {name: _as_it_was(value) for name, value in fields.items()}
    for column in layout.columns:
        if column.kind == Kind.DUE and fields.get(f"{column.name}_precision") == DAY:
            fields[f"{column.name}_text"] = None
    return fields


def _as_it_was(value):
    return [as_was(item) for item in value] if isinstance(value, list) else as_was(value)


def _with_base(row, carried, layout):
    """Cells that nobody touched stand for what the database had, and what is wrong with them is not said again."""
    whole, expected = carried.whole, carried.whole | carried.read
    touched = {name for name, value in row.fields.items() if name in whole and not is_equal(value, expected[name])}
    fixed = touched & set(carried.fixed)
    row.fields |= {name: whole[name] for name in row.fields if name in whole and name not in touched - fixed}
    row.base = carried.base
    kept = [item for item in row.problems if not _was_known(item, carried, touched, layout)]
    row.problems = [*kept, *_of_touched(row.fields, touched, carried, layout)]
    return row


def _was_known(item, carried, touched, layout):
    is_touched = bool(fields_of(layout, item["field"]) & touched)
    if item["code"] == "rating_conflict":
        # The fill is that of the rating before; the word is what was changed.
        return is_touched
    return not is_touched and [item["code"], item["field"]] in carried.problems


def _of_touched(fields, touched, carried, layout):
    for column in layout.columns:
        names = fields_of(layout, column.field) & touched
        if names & set(carried.fixed):
            yield problem("not_taken_over", column.field, FIXED, "warning")
        elif names and all(is_blank(fields.get(name)) for name in names):
            yield problem("blank_never_erases", column.field, EMPTIED, "note")
        elif any(_is_cut(fields[name]) for name in names):
            yield problem("text_was_cut", column.field, CUT_TEXT, "warning")


def _is_cut(value):
    return isinstance(value, str) and value.endswith(CUT.strip())
