"""Reads a workbook as one layout: sheet by sheet, column by column."""

from datetime import date
from functools import cached_property
from itertools import zip_longest

from apps.core.sheets import Kind
from apps.imports.reading import figures, headings, legends, positions
from apps.imports.reading.cleaning import CLEANERS, Cells, Ratings, ratings
from apps.imports.reading.results import ERROR, NOTE, WARNING, Problem, Question, Reading, SheetRead
from apps.imports.reading.rows import References, Sorter
from apps.imports.reading.wording import IN_BRACKETS, quoted, tidy

# The most places of one question that are kept.
MOST_CELLS = 20


def read(book, layout, *, file_name, mapping=None, legend=None, on=None):
    """The rows of a workbook as a ``Reading``; never raises for what a sheet holds.

    ``mapping`` is what a person confirmed: ``{"sheets": names, "header_rows": {sheet: rows}, "columns": {heading key:
    field or None}}``, each part optional; ``legend`` is ``{colour, letter or word: rating}``. A date of the list that
    has to be told from its rows does not lie after ``on``.
    """
    return Reader(book, layout, file_name, mapping or {}, legend or {}, on).read()


def headers_of(book, layout, known, mapping):
    """The header of each sheet that is read."""
    wanted = mapping.get("sheets")
    found = []
    for sheet in book.sheets:
        if sheet.is_hidden and not wanted or wanted and sheet.name not in wanted:
            continue
        header = headings.find(sheet, layout, known, mapping)
        if header:
            found.append((sheet, header))
    return found


class Reader:
    """One reading of one book, step by step."""

    def __init__(self, book, layout, file_name, mapping, legend, on):
        self.book, self.layout, self.mapping, self.answers, self.on = book, layout, mapping, legend, on
        self.reading = Reading(layout.name, file_name)
        self.problems = self.reading.problems
        self.known = headings.Known(layout)
        self.references = References(layout.band)
        self.rating = next((column for column in layout.columns if column.kind == Kind.RATING), None)
        # {field: column by column} of what was read of each sheet, joined at the end.
        self.parts = []

    def read(self):
        if not self.sorted:
            self._refuse_without_header()
            return self.reading
        for sheet, header, rows in self.sorted:
            self._read_sheet(sheet, header, rows)
        self._join()
        self._look_across()
        self.problems.sort(key=self._place)
        return self.reading

    @cached_property
    def sorted(self):
        """``[(sheet, header, rows)]`` of the sheets that are read; the key and the date of the position are set."""
        found = headers_of(self.book, self.layout, self.known, self.mapping)
        if not found:
            return []
        regions = {sheet.name: range(header.rows[-1] + 1, len(sheet.rows) + 1) for sheet, header in found}
        legend_rows = legends.find(self.book, self.rating, regions).rows
        sorted_rows = [
            (sheet, header, Sorter(sheet, header, self.layout, legend_rows, self.references).sort())
            for sheet, header in found
        ]
        # A sheet with a header and nothing under it counts only where there is no other.
        sorted_rows = [each for each in sorted_rows if each[2].items] or sorted_rows
        self._read_around(sorted_rows)
        return sorted_rows

    def _place(self, problem):
        names = [sheet.name for sheet in self.reading.sheets]
        return names.index(problem.sheet) if problem.sheet in names else -1, problem.row or 0

    def _refuse_without_header(self):
        names = [sheet.name for sheet in self.book.sheets]
        wanted = [quoted(column.heading) for column in self.layout.columns if column.is_required]
        where = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)
        message = (
            f"No header row or {self.layout.many} found in {where}: no row has a heading like "
            f"{' and '.join(wanted)} with at least two other headings of a {self.layout.title} beside it."
        )
        self.problems.append(Problem("no_header", ERROR, message))
        self._tell_hidden_sheets(())

    def _read_around(self, sorted_rows):
        """The key of the ratings and the date of the position, from all that is not an item."""
        regions = {
            sheet.name: range(rows.items[0], rows.items[-1] + 1) if rows.items else range(0)
            for sheet, _, rows in sorted_rows
        }
        self.reading.position_at = positions.find(self.book, regions)
        if self.rating:
            legend = legends.find(self.book, self.rating, regions)
            self.reading.key = legend.key or None
            self.ratings = Ratings(self.rating, legends.override(legend, self.answers, self.rating))
        self._tell_hidden_sheets(regions)

    def _tell_hidden_sheets(self, read):
        for sheet in self.book.sheets:
            is_left_out = sheet.is_hidden and sheet.name not in read
            if is_left_out and headings.find(sheet, self.layout, self.known):
                message = f"The hidden sheet {quoted(sheet.name)} looks like a {self.layout.title} and is not read."
                self.problems.append(Problem("hidden_sheet", WARNING, message, sheet.name))

    def _read_sheet(self, sheet, header, rows):
        self.reading.skipped += rows.skipped
        self.problems += rows.problems
        if not rows.items:
            message = f"No {self.layout.many} found under the header of {quoted(sheet.name)}."
            self.problems.append(Problem("no_rows", ERROR, message, sheet.name))
        for row in rows.items:
            if row in sheet.hidden_rows:
                message = "The row is hidden in the workbook; it is read all the same."
                self.problems.append(Problem("hidden_row", NOTE, message, sheet.name, row))
        part = _Part(self, sheet, header, rows)
        self.parts.append((part, part.read()))
        self.reading.sheets.append(
            SheetRead(
                sheet.name,
                list(header.rows),
                {heading.letter: heading.kind or heading.field for heading in header.headings if _is_read(heading)},
                {heading.letter: heading.text for heading in header.headings},
                {heading.letter: heading.text for heading in header.headings if not _is_read(heading)},
            )
        )

    def _join(self):
        """One list for each field over all sheets."""
        reading = self.reading
        fields = dict.fromkeys(field for _, columns in self.parts for field in columns)
        for part, columns in self.parts:
            count = len(part.rows.items)
            reading.numbers += part.rows.items
            reading.sheet_of += [part.sheet.name] * count
            for field in fields:
                reading.columns.setdefault(field, []).extend(columns.get(field) or [None] * count)

    def _look_across(self):
        """What shows only when all rows are there: repeated references, dates out of order, dates in the future."""
        self._tell_repeated()
        late = self._place_in_time() if self.layout.happened else set()
        self._tell_order(late)
        self._tell_products()
        self._ask_about_ratings()

    def _tell(self, place, field, code, severity, message, text=""):
        reading = self.reading
        letters = {sheet.name: {name: letter for letter, name in sheet.columns.items()} for sheet in reading.sheets}
        sheet = reading.sheet_of[place]
        letter = letters[sheet].get(field, "")
        self.problems.append(Problem(code, severity, message, sheet, reading.numbers[place], field, letter, text))

    def _tell_repeated(self):
        reading = self.reading
        names = [name for name in self.layout.unique if name in reading.columns]
        if len(names) < len(self.layout.unique) or not names:
            return
        first = {}
        is_reference = names == ["reference"]
        for place, values in enumerate(zip(*(reading.columns[name] for name in names), strict=True)):
            if values[0] is None:
                continue
            key = tuple(str(value).casefold() for value in values)
            before = first.setdefault(key, place)
            if before == place:
                continue
            where = f"row {reading.numbers[before]}"
            if reading.sheet_of[before] != reading.sheet_of[place]:
                where += f" of {reading.sheet_of[before]}"
            if is_reference:
                message = f"Reference {values[0]} is already used on {where}."
                self._tell(place, names[0], "duplicate_reference", ERROR, message, str(values[0]))
            else:
                message = f"The row says the same as {where}."
                self._tell(place, names[0], "duplicate_row", ERROR, message, str(values[0]))

    def _tell_order(self, late):
        """Dates the wrong way round; those in ``late``, ``{(place, field)}``, are reported already."""
        columns = self.reading.columns
        for earlier, later in self.layout.order:
            pairs = zip(columns.get(earlier, ()), columns.get(later, ()), strict=False)
            for place, (one, other) in enumerate(pairs):
                if one and other and other < one and (place, earlier) not in late:
                    message = (
                        f"{self.layout.column(later).heading} ({other:%d/%m/%Y}) lies before "
                        f"{self.layout.column(earlier).heading} ({one:%d/%m/%Y})."
                    )
                    self._tell(place, later, "date_order", ERROR, message, other.isoformat())

    def _tell_products(self):
        columns = self.reading.columns
        for product, *factors in self.layout.products:
            values = [columns.get(name) for name in (product, *factors)]
            if any(value is None for value in values):
                continue
            for place, (said, one, other) in enumerate(zip(*values, strict=True)):
                if None not in (said, one, other) and said != one * other:
                    message = f"The score is {said}, but {one} times {other} is {one * other}."
                    self._tell(place, product, "score_differs", WARNING, message, str(said))

    def _place_in_time(self):
        """The date of a list that does not say it: the latest of what has happened; and what lies after the date."""
        reading = self.reading
        if reading.position_at is None:
            happened = (reading.columns.get(name, ()) for name in self.layout.happened)
            latest = max((day for days in happened for day in days if day and not self._is_later(day)), default=None)
            if latest is None:
                return set()
            reading.position_at = latest
            message = (
                f"The file does not say its date; {latest:%d/%m/%Y} is the latest date on which something happened."
            )
            reading.questions.append(Question("position_date", "date of the list", message, latest.isoformat()))
        late = set()
        for name in (*self.layout.past, *self.layout.happened):
            for place, day in enumerate(reading.columns.get(name, ())):
                if day and day > reading.position_at:
                    heading = self.layout.column(name).heading
                    message = (
                        f"{heading} ({day:%d/%m/%Y}) lies after the date of the list ({reading.position_at:%d/%m/%Y})."
                    )
                    self._tell(place, name, "date_in_future", ERROR, message, day.isoformat())
                    late.add((place, name))
        return late

    def _is_later(self, day):
        return self.on is not None and day > self.on

    def _ask_about_ratings(self):
        if not self.rating:
            return
        options = tuple(str(code) for code in self.rating.choices)
        for colour, cells in self.ratings.doubtful.items():
            default = str(self.rating.colours[colour])
            message = f"The file does not say what {colour} means; it is read as {default.replace('_', ' ')}."
            self.reading.questions.append(
                Question("colour", colour, message, default, (*options, ""), tuple(cells[:MOST_CELLS]))
            )
        for word, cells in self.ratings.unknown.items():
            message = f"{quoted(word)} is not in the key of the ratings; the rating is left empty."
            self.reading.questions.append(Question("word", word, message, None, options, tuple(cells[:MOST_CELLS])))


def _is_read(heading):
    return bool(heading.field or heading.kind)


class _Part:
    """The items of one sheet, column by column."""

    def __init__(self, reader, sheet, header, rows):
        self.reader, self.sheet, self.header, self.rows = reader, sheet, header, rows
        self.layout, self.problems = reader.layout, reader.problems
        self.merged = self._merged()

    def read(self):
        columns = {}
        self._tell_columns()
        for column in self.layout.columns:
            heading = self._heading(column)
            if heading is None:
                continue
            cells = self.cells_of(heading, column.field)
            if column.is_carried:
                self._carry(cells)
            columns |= self._clean(column, cells)
        if self.layout.pairs:
            columns |= _Figures(self, columns).read()
        if self.layout.band:
            columns |= self._bands(columns)
        return columns

    def _clean(self, column, cells):
        if column.kind == Kind.RATING:
            return ratings(cells, column, self.reader.ratings)
        if column.kind in (Kind.BASELINE, Kind.TARGET):
            return {column.field: cells}
        return CLEANERS[column.kind](cells, column)

    def _heading(self, column):
        """The column of a field; of several that differ by month, the last month that says anything."""
        found = [heading for heading in self.header.headings if heading.field == column.field and not heading.kind]
        if len(found) < 2:
            return found[0] if found else None
        found.sort(key=lambda heading: heading.period_end or date.min, reverse=True)
        used = next((heading for heading in found if any(map(tidy, self._values(heading.column)))), None)
        used = used or self._latest_coloured(found) or found[0]
        for heading in found:
            if heading is not used:
                heading.field, heading.reason = None, column.field
        message = f"Of the columns {', '.join(quoted(each.text) for each in found)} only {quoted(used.text)} is read."
        self.problems.append(
            Problem("latest_period_read", NOTE, message, self.sheet.name, None, column.field, used.letter)
        )
        return used

    def _latest_coloured(self, found):
        fills = self.sheet.fills
        return next((each for each in found if any((row, each.column) in fills for row in self.rows.items)), None)

    def _tell_columns(self):
        """What was guessed about the columns, and that there is nothing to know the rows by."""
        for heading in self.header.headings:
            if heading.field and not heading.is_certain:
                name = self.layout.column(heading.field).heading
                message = f"The column {quoted(heading.text)} is taken for {quoted(name)}."
                self.tell_column("column_guessed", WARNING, message, heading)
            elif heading.reason and not heading.field and not heading.period_end:
                name = self.layout.column(heading.reason).heading
                message = f"The column {quoted(heading.text)} is not read: another one is taken for {quoted(name)}."
                self.tell_column("column_not_read", WARNING, message, heading)
            if heading.column in self.sheet.hidden_columns and (heading.field or heading.kind):
                message = f"The column {quoted(heading.text)} is hidden in the workbook; it is read all the same."
                self.tell_column("hidden_column", NOTE, message, heading)
        reference = self.layout.column("reference")
        if reference and "reference" not in self.header.of:
            message = f"No column says by which reference each {self.layout.noun} is known."
            self.problems.append(Problem("no_reference_column", WARNING, message, self.sheet.name, None, "reference"))

    def tell_column(self, code, severity, message, heading):
        found = Problem(code, severity, message, self.sheet.name, None, heading.field, heading.letter, heading.text)
        self.problems.append(found)

    def _merged(self):
        """``{column: {row: value}}`` of cells that are merged downwards: their value is that of each of their rows."""
        merged = {}
        wanted = {heading.column for heading in self.header.headings}
        for first_row, first, last_row, _ in self.sheet.merges:
            if last_row > first_row > self.header.rows[-1] and first in wanted and last_row - first_row < 1000:
                value = self.sheet.value(first_row, first)
                if value is not None:
                    merged.setdefault(first, {}).update(dict.fromkeys(range(first_row + 1, last_row + 1), value))
        return merged

    @cached_property
    def _columns(self):
        """The rows that are read, column by column; cells after the last that is filled in all of them are left out."""
        return list(zip_longest(*(self.sheet.rows[row - 1] for row in self.rows.items)))

    def _values(self, column):
        values = self._columns[column - 1] if column <= len(self._columns) else [None] * len(self.rows.items)
        merged = self.merged.get(column)
        if merged:
            return [merged.get(row, value) for row, value in zip(self.rows.items, values, strict=True)]
        return list(values)

    def cells_of(self, heading, field):
        return Cells(self.sheet, heading.column, self.rows.items, self._values(heading.column), self.problems, field)

    def _carry(self, cells):
        """A blank cell under a filled one means the same again, as far as the next band."""
        last, last_band = None, None
        bands = self.rows.band_of()
        for place, value in enumerate(cells.values):
            if bands[place] is not last_band:
                last, last_band = None, bands[place]
            if tidy(value) is not None:
                last = value
            elif last is not None:
                cells.values[place] = last
                message = f"The cell is blank; {quoted(tidy(last))} is carried down from above."
                cells.tell(place, "carried_down", NOTE, message, tidy(last))

    def _bands(self, columns):
        """What each row belongs to: by its column, else the band above it, else the title of its sheet."""
        band = self.layout.band
        said = columns.get(band.field) or [None] * len(self.rows.items)
        sheet = self._sheet_band() if band.is_sheet else None
        above = [each or sheet for each in self.rows.band_of()]
        words = [own or (each.text if each else None) for own, each in zip(said, above, strict=True)]
        if not band.ref_field:
            return {band.field: words} if any(words) or self.layout.name == "kpis" else {}
        refs = [self._ref(own, each) for own, each in zip(said, above, strict=True)]
        by_reference = columns.get("reference") or [None] * len(refs)
        refs = [ref or self.reader.references(own) for ref, own in zip(refs, by_reference, strict=True)]
        return {band.field: words, band.ref_field: refs}

    def _ref(self, own, band):
        if own:
            return self.reader.references(own)
        return band.ref if band else None

    def _sheet_band(self):
        """The title over the rows where it has a number; else the name of the sheet where that has one."""
        title = self.rows.title
        if title and title.ref:
            return title
        ref = self.reader.references(self.sheet.name)
        return type(title)(0, self.sheet.name, ref) if title and ref else None


class _Figures:
    """The figures of measures: baseline, target and one for each period, scaled alike within a row."""

    def __init__(self, part, columns):
        self.part, self.columns = part, columns
        self.pairs = part.header.pairs
        self.cells = [part.cells_of(heading, heading.text) for heading in self.pairs]
        self.baseline = self._named("baseline")
        self.target = self._named("target")

    def _named(self, field):
        cells = self.columns.pop(field, None)
        if cells is not None:
            heading = self.part.header.of[field]
            cells.field = tidy(IN_BRACKETS.sub(" ", heading.text)) or heading.text
        return cells

    def _tell_pairs(self):
        """Columns of which it was not said what they hold, and two that hold the same."""
        unsaid = [heading for heading in self.pairs if not heading.is_certain]
        if unsaid:
            named = ", ".join(quoted(heading.text) for heading in unsaid)
            message = f"The columns {named} do not say what they hold; they are taken for actual figures."
            self.part.tell_column("column_guessed", WARNING, message, unsaid[0])
        seen = set()
        for heading in self.pairs:
            if (heading.kind, heading.period_end) in seen:
                message = f"There is more than one column of {heading.kind} figures for {heading.period}."
                self.part.tell_column("period_twice", WARNING, message, heading)
            seen.add((heading.kind, heading.period_end))

    def read(self):
        self._tell_pairs()
        names = self.columns.get("name")
        units = self.columns.pop("unit", None)
        found = {"unit": []}
        for place in range(len(self.part.rows.items)):
            self._row(place, names[place] if names else None, units[place] if units else None, found)
        return found

    def _row(self, place, name, unit, found):
        figured = [figures.figure(cells.values[place], cells.is_percent(place)) for cells in self.cells]
        start, start_on = self._baseline(place)
        target = self._figure(self.target, place)
        unit = figures.unit_of(name, unit, [*figured, start, target])
        found["unit"].append(unit)
        read = [*zip(self.cells, figured, strict=True), (self.target, target), (self.baseline, start)]
        scaled, left = figures.scale([each for _, each in read]) if unit == "percent" else ({}, [])
        for index, (cells, each) in enumerate(read):
            # Baselines and targets may be words; only figures of a period must be numbers.
            if cells is not self.baseline and (cells is not self.target or each.state != "unknown"):
                figures.tell(cells, place, each)
            if index in scaled:
                figures.tell_scaled(cells, place, each, scaled[index])
            if index in left:
                figures.tell_left(cells, place, each)
        if self.baseline:
            found.setdefault("baseline_text", []).append(start.text or tidy(self.baseline.values[place]))
            found.setdefault("baseline_value", []).append(start.value)
            found.setdefault("baseline_on", []).append(start_on)
            found.setdefault("baseline_suppressed", []).append(start.state == "suppressed")
        if self.target:
            found.setdefault("target_text", []).append(target.text)
            found.setdefault("target_value", []).append(target.value)
        pairs = zip(self.pairs, figured, strict=True)
        found.setdefault(self.part.layout.pairs.field, []).append([_observation(*pair) for pair in pairs])

    def _baseline(self, place):
        if not self.baseline:
            return figures.Figure(), None
        return figures.baseline(self.baseline.values[place], self.baseline.is_percent(place))

    @staticmethod
    def _figure(cells, place):
        return figures.figure(cells.values[place], cells.is_percent(place)) if cells else figures.Figure()


def _observation(heading, figure):
    return {
        "period": heading.period,
        "period_end": heading.period_end,
        "kind": heading.kind,
        "text": figure.text,
        "value": figure.value,
        "state": "no_value" if figure.state == "unknown" else figure.state,
    }
