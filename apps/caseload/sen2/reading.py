"""Reads a set of SEN2 files: finds them, decodes them, and turns each cell into what it stands for.

Files are named by their module, alone (``person.csv``) or as exported (``Blade-Export_01-04-2025_person.csv``). Dates
are 2025-01-16, 2025-01-16T09:00:00 or 2022-Sep-28 00:00:00; yes and no are 1 and 0, also as 1.0 and 0.0. What cannot
be read is a problem with its file, line and column; nothing is guessed.
"""

import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from apps.caseload.sen2.layout import BY_NAME, FILE_NAMES, HEADER

MAX_BYTES = 40 * 1024 * 1024
LONGEST_KEY = 40
SHOWN = 40
csv.field_size_limit(100_000)
OTHER_FORMS = (".xml", ".xlsx", ".xls")
NOT_READ = (
    "The XML and Excel forms of the return are not read, because their records carry no ids of their own by which the "
    "next extract could be matched. Export the return as CSV, one file a module."
)


class Unreadable(Exception):
    """The files cannot be read as a SEN2 return; the message says where and what to do, one line a fault."""


@dataclass(frozen=True)
class Problem:
    """One fault; ``row`` is the line of the file (the heading is line 1); an error leaves its record out."""

    table: str
    row: int
    record: str
    field: str
    code: str
    message: str
    is_error: bool = True


@dataclass
class Row:
    """One record: its line, its values by field of the model, and the own id of the record it hangs on."""

    line: int
    key: str
    parent: str
    values: dict


@dataclass
class Return:
    """All that a set of files holds."""

    header: dict
    rows: dict
    files: dict
    problems: list = field(default_factory=list)

    @property
    def return_year(self):
        return int(self.header["year"])

    @property
    def reference_on(self):
        return self.header["referencedate"]

    @property
    def as_at(self):
        """The day up to which the records speak: the day of the export, else the census day."""
        return self.header["datetime"] or self.header["referencedate"]

    @property
    def local_authority(self):
        return self.header["lea"]

    @property
    def says_synthetic(self):
        """Whether the header itself says that the records are made up."""
        return "synthetic" in self.header["collection"].casefold()

    def sha256(self, module):
        return hashlib.sha256(self.files[module][1]).hexdigest()

    @property
    def digest(self):
        """SHA-256 over all files, in the order of their names."""
        lines = [f"{name} {self.sha256(name)}" for name in sorted(self.files)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_folder(folder):
    """The Return of a folder; raises Unreadable with all that keeps it from being read."""
    folder = Path(folder)
    if not folder.is_dir():
        raise Unreadable(f"{folder.name} is no folder. Give the folder that holds person.csv and the others.")
    found = by_module(sorted(path.name for path in folder.iterdir()))
    return read_files({module: (name, _bytes_of(folder / name)) for module, name in found.items()})


def by_module(names):
    """``{module: file name}``; raises Unreadable where one is missing or there are two of one module."""
    found, others, faults = {}, [], []
    for name in names:
        module = module_of(name)
        if module is None:
            others.append(name)
        elif module in found:
            faults.append(f"{found[module]} and {name} are both the module {module}. Keep one of them.")
        else:
            found[module] = name
    missing = [f"{module}.csv" for module in FILE_NAMES if module not in found]
    if missing:
        faults.append(f"These files are missing: {', '.join(missing)}.{_others(others)}")
    if faults:
        raise Unreadable("\n".join(faults))
    return found


def _others(names):
    """What the files are that were not taken for a module."""
    if any(name.lower().endswith(OTHER_FORMS) for name in names):
        return f" {NOT_READ}"
    shown = ", ".join(f"“{name[:SHOWN]}”" for name in names[:5])
    return f" Not known as one of them: {shown}. Name each file by its module." if names else ""


def module_of(name):
    """The module that a file is named by, or None."""
    stem = re.fullmatch(r"(.*)\.csv", name.strip().lower())
    for module, names in FILE_NAMES.items() if stem else ():
        for words in names:
            if re.search(rf"(?:^|[^a-z0-9]){words.replace(' ', '[ _-]*')}(?:[ _-]records?)?$", stem[1]):
                return module
    return None


def _bytes_of(path):
    if not path.is_file():
        raise Unreadable(f"{path.name} is a folder, not a file. Put the CSV file itself in its place.")
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable(f"{path.name} is larger than {MAX_BYTES // 2**20} MB: no module of a council's return is.")
    return path.read_bytes()


def read_files(files):
    """The Return of ``{module: (file name, bytes)}``; raises Unreadable with every fault of every file."""
    by_module([f"{module}.csv" for module in files])
    made, faults = Return({}, {}, files), []
    for name, (file_name, content) in files.items():
        try:
            if name == "sen2":
                made.header = _header(file_name, content, made.problems)
            else:
                made.rows[name] = _rows(BY_NAME[name], file_name, content, made.problems)
        except Unreadable as fault:
            faults.append(str(fault))
    if faults:
        raise Unreadable("\n".join(faults))
    made.header["datetime"] = made.header["datetime"] or _day_of_export(files)
    return made


def _day_of_export(files):
    """The day in the files' names (DD-MM-YYYY), where the header does not say it."""
    for name, _ in files.values():
        found = re.search(r"(?<!\d)(\d{2})-(\d{2})-(\d{4})(?!\d)", name)
        if found:
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def _decoded(name, content):
    """The text of a file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = content.decode("utf-16")
        elif b"\x00" in content:
            line = content.count(b"\n", 0, content.index(b"\x00")) + 1
            raise Unreadable(
                f"{name} is no CSV file: line {line} holds a byte that no text has. Export it again as CSV."
            )
        else:
            text = _utf8_or_windows(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"{name}, line {line}: the letters are neither UTF-8 nor Windows-1252. Export it again as “CSV UTF-8”."
        ) from None
    if "\x00" in text:
        raise Unreadable(f"{name} is no CSV file: it holds bytes that no text has. Export it again as CSV.")
    return text


def _utf8_or_windows(content):
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _table(name, content):
    """The heading and ``(line, cells)`` of each record; cells stand between commas, semicolons or tabs."""
    text = _decoded(name, content)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines, start = [], 1
    try:
        for cells in reader:
            lines.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(
            f"{name}, line {start}: it cannot be read as CSV from here on ({error}). A quotation mark may be left open."
        ) from None
    if not lines or not any(cell.strip() for cell in lines[0][1]):
        raise Unreadable(f"{name} is empty: its first line must name the columns.")
    return lines[0][1], [(line, cells) for line, cells in lines[1:] if any(cell.strip() for cell in cells)]


def _plain(name):
    """A heading without capitals, spaces and signs."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def header_values(name, content):
    """The header record as it stands in its file, by column."""
    heading, lines = _table(name, content)
    if len(lines) != 1:
        words = "has no line" if not lines else f"has {len(lines)} lines"
        raise Unreadable(f"{name} {words} below its heading. One line gives the year and the census day.")
    given = dict(zip(map(_plain, heading), lines[0][1], strict=False))
    return {
        column: next((given[_plain(n)].strip() for n in (column, *others) if _plain(n) in given), "")
        for column, others in HEADER.items()
    }


def _header(name, content, problems):
    header = header_values(name, content)
    if not re.fullmatch(r"[12]\d{3}", header["year"]):
        raise Unreadable(f"{name}, line 2, gives no year of the return in its column “year”. Enter it, such as 2025.")
    for key in ("referencedate", "datetime"):
        header[key] = _header_day(name, key, header[key])
    if header["referencedate"] is None:
        raise Unreadable(f"{name}, line 2, gives no census day in its column “referencedate”. Enter it: 2025-01-16.")
    if not re.fullmatch(r"\d{3}", header["lea"]):
        raise Unreadable(f"{name}, line 2, gives no local authority in its column “lea”. Enter its three figures.")
    if int(header["year"]) != header["referencedate"].year:
        words = f"The year of the return is {header['year']}, the census day lies in {header['referencedate'].year}."
        problems.append(Problem("sen2", 2, "", "year", "year_differs", words, is_error=False))
    return header


def _header_day(name, key, raw):
    try:
        return _date(raw) if raw else None
    except ValueError as error:
        raise Unreadable(f"{name}, line 2, column {key}: {error.args[1]}") from None


def _rows(module, name, content, problems):
    heading, lines = _table(name, content)
    places = _places(module, name, heading, problems)
    return [_row(module, places, len(heading), cells, line, problems) for line, cells in lines]


def _places(module, name, heading, problems):
    """``{column name: place}``; a heading that nothing is known of, and a column that is not there, are queries."""
    by_alias = {_plain(a): c.name for c in module.all_columns for a in (c.name, *c.aliases)}
    places = {}
    for place, title in enumerate(heading):
        column = by_alias.get(_plain(title))
        if column is None:
            if title.strip():
                words = f"The column “{title[:SHOWN]}” is not part of this module and was not read."
                problems.append(Problem(module.name, 1, "", title[:SHOWN], "unknown_column", words, is_error=False))
        elif column in places:
            raise Unreadable(f"{name}, line 1, has the column {column} twice. Keep the one that is right.")
        else:
            places[column] = place
    absent = [column for column in module.all_columns if column.name not in places]
    needed = [column.name for column in absent if column.is_required]
    if needed:
        raise Unreadable(f"{name} lacks the column {', '.join(needed)}. Name the columns in line 1 as the return does.")
    for column in absent:
        words = f"The column {column.name} is not in the file: it is empty for every record."
        problems.append(Problem(module.name, 1, "", column.name, "column_missing", words, is_error=False))
    return places


def _row(module, places, width, cells, line, problems):
    """One record; a cell that cannot be read is a problem and stays empty."""

    def text(column):
        place = places.get(column.name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    key = text(module.key)
    parent = text(module.parent_key) if module.parent_key else ""
    problems += _of_the_line(module, key, width, cells, line)
    values = {}
    for column in module.columns:
        try:
            values[column.field] = _value(module, column, text(column))
        except ValueError as error:
            values[column.field] = None if column.kind in ("date", "int") else ""
            problems.append(Problem(module.name, line, key[:SHOWN], column.name, *error.args))
    return Row(line, key, parent, values)


def _of_the_line(module, key, width, cells, line):
    """What is wrong with a line as a whole."""
    shown = key[:SHOWN]
    if len(key) > LONGEST_KEY:
        words = f"“{shown}…” is longer than {LONGEST_KEY} characters."
        yield Problem(module.name, line, shown, module.key.name, "too_long", words)
    if any(cell.strip() for cell in cells[width:]):
        words = f"The line has {len(cells)} cells, the heading {width}: a comma may stand outside quotation marks."
        yield Problem(module.name, line, shown, module.key.name, "line_too_long", words)
    if len(cells) < width:
        words = f"The line has {len(cells)} cells, the heading {width}: it may be cut off."
        yield Problem(module.name, line, shown, module.key.name, "line_too_short", words, is_error=False)


def _value(module, column, raw):
    if column.kind == "date":
        return _date(raw) if raw else None
    if column.kind == "flag":
        return _flag(raw)
    if column.kind == "code":
        return _code(column, raw)
    longest = module.model._meta.get_field(column.field).max_length
    if len(raw) > longest:
        raise ValueError("too_long", f"“{raw[:SHOWN]}…” is longer than {longest} characters.")
    return raw


def _date(raw):
    text = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", "", raw)
    for pattern in ("%Y-%m-%d", "%Y-%b-%d"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ValueError("not_a_date", f"“{raw[:SHOWN]}” is not a date such as 2025-01-16.")


def _flag(raw):
    text = raw.casefold()
    if text in ("", "0", "0.0", "false"):
        return False
    if text in ("1", "1.0", "true"):
        return True
    raise ValueError("not_yes_or_no", f"“{raw[:SHOWN]}” is neither 0 nor 1.")


def _code(column, raw):
    is_number = isinstance(column.choices.values[0], int)
    text = re.sub(r"\.0$", "", raw).upper()
    if not text:
        if column.is_required:
            raise ValueError("missing", f"The column {column.name} is empty.")
        return column.choices.values[0] if is_number else ""
    value = int(text) if is_number and text.isdecimal() else text
    if value not in column.choices.values:
        known = ", ".join(str(v) for v in column.choices.values)
        raise ValueError("unknown_code", f"“{raw[:SHOWN]}” is none of the codes {known}.")
    return value


def day_of(value):
    """For reports: a date as it stands in the files."""
    return value.isoformat() if isinstance(value, date) else value
