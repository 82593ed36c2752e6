"""Reads a folder of SEN2 files: finds them, decodes them, and turns each cell into what it stands for.

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

from apps.caseload.sen2.layout import BY_NAME, HEADER, MODULES

MAX_BYTES = 512 * 1024 * 1024
csv.field_size_limit(100_000)


class Unreadable(Exception):
    """The folder cannot be read as a SEN2 return; the message says where and what to do."""


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
    """All that a folder holds."""

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

    def sha256(self, module):
        return hashlib.sha256(self.files[module][1]).hexdigest()

    @property
    def digest(self):
        """SHA-256 over all files, in the order of their names."""
        lines = [f"{name} {self.sha256(name)}" for name in sorted(self.files)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_folder(folder):
    """The Return of a folder; raises Unreadable where a file is missing or no table at all."""
    found = _find_files(Path(folder))
    files = {name: (path.name, _bytes_of(path)) for name, path in found.items()}
    return read_files(files)


def read_files(files):
    """The Return of ``{module: (file name, bytes)}``."""
    missing = [name for name in ("sen2", *BY_NAME) if name not in files]
    if missing:
        raise Unreadable(f"These files are missing: {', '.join(f'{name}.csv' for name in missing)}.")
    made = Return(_header(*files["sen2"]), {}, files)
    for module in MODULES:
        made.rows[module.name] = _rows(module, *files[module.name], made.problems)
    return made


def _find_files(folder):
    if not folder.is_dir():
        raise Unreadable(f"{folder.name} is no folder. Give the folder that holds person.csv and the others.")
    found = {}
    for path in sorted(folder.iterdir()):
        match = re.fullmatch(r"(?:.*_)?([a-z0-9]+)\.csv", path.name.lower())
        if path.is_file() and match and match[1] in ("sen2", *BY_NAME):
            if match[1] in found:
                raise Unreadable(f"{path.name} and {found[match[1]].name} are both the module {match[1]}. Keep one.")
            found[match[1]] = path
    return found


def _bytes_of(path):
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable(f"{path.name} is larger than {MAX_BYTES // 2**20} MB.")
    return path.read_bytes()


def _table(name, content):
    """The heading and the lines of a CSV file; its first bytes may be a mark of UTF-8."""
    if b"\x00" in content:
        raise Unreadable(f"{name} is no CSV file: it holds bytes that no text has. Export it again as CSV.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Unreadable(f"{name} cannot be read as CSV: {error}. A quotation mark may be left open.") from None
    if not lines or not any(cell.strip() for cell in lines[0]):
        raise Unreadable(f"{name} is empty: its first line must name the columns.")
    return lines[0], lines[1:]


def _plain(name):
    """A heading without capitals, spaces and signs."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _header(name, content):
    heading, lines = _table(name, content)
    if not lines:
        raise Unreadable(f"{name} has no line below its heading: the year and census day stand there.")
    given = dict(zip(map(_plain, heading), lines[0], strict=False))
    header = {key: given.get(key, "").strip() for key in HEADER}
    if not re.fullmatch(r"\d{4}", header["year"]):
        raise Unreadable(f"{name} gives no year of the return in its column “year”.")
    for key in ("referencedate", "datetime"):
        header[key] = _date(header[key]) if header[key] else None
    if header["referencedate"] is None:
        raise Unreadable(f"{name} gives no census day in its column “referencedate”.")
    return header


def _rows(module, name, content, problems):
    heading, lines = _table(name, content)
    places = _places(module, heading, problems)
    absent = [c.name for c in module.all_columns if c.is_required and c.name not in places]
    if absent:
        raise Unreadable(f"{name} lacks the column {', '.join(absent)}.")
    return [_row(module, places, cells, n, problems) for n, cells in enumerate(lines, 2) if any(cells)]


def _places(module, heading, problems):
    """``{column name: place}``; a heading that nothing is known of is a query."""
    by_alias = {_plain(a): c.name for c in module.all_columns for a in (c.name, *c.aliases)}
    places = {}
    for place, title in enumerate(heading):
        name = by_alias.get(_plain(title))
        if name is None:
            words = f"The column “{title}” is not part of this module and was not read."
            problems.append(Problem(module.name, 1, "", title, "unknown_column", words, is_error=False))
        elif name in places:
            raise Unreadable(f"{module.name}.csv has the column {name} twice.")
        else:
            places[name] = place
    return places


def _row(module, places, cells, line, problems):
    """One record; a cell that cannot be read is a problem and stays empty."""

    def text(column):
        place = places.get(column.name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    key = text(module.key)
    parent = text(module.parent_key) if module.parent_key else ""
    values = {}
    for column in module.columns:
        raw = text(column)
        try:
            values[column.field] = _value(module, column, raw)
        except ValueError as error:
            values[column.field] = None if column.kind in ("date", "int") else ""
            problems.append(Problem(module.name, line, key, column.name, *error.args))
    return Row(line, key, parent, values)


def _value(module, column, raw):
    if column.kind == "date":
        return _date(raw) if raw else None
    if column.kind == "flag":
        return _flag(raw)
    if column.kind == "code":
        return _code(column, raw)
    longest = module.model._meta.get_field(column.field).max_length
    if len(raw) > longest:
        raise ValueError("too_long", f"“{raw[:40]}…” is longer than {longest} characters.")
    return raw


def _date(raw):
    text = re.split(r"[T ]", raw, maxsplit=1)[0]
    for pattern in ("%Y-%m-%d", "%Y-%b-%d"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ValueError("not_a_date", f"“{raw[:40]}” is not a date such as 2025-01-16.")


def _flag(raw):
    text = raw.casefold()
    if text in ("", "0", "0.0", "false"):
        return False
    if text in ("1", "1.0", "true"):
        return True
    raise ValueError("not_yes_or_no", f"“{raw[:40]}” is neither 0 nor 1.")


def _code(column, raw):
    is_number = isinstance(column.choices.values[0], int)
    text = re.sub(r"\.0$", "", raw).upper()
    if not text:
        if column.is_required:
            raise ValueError("missing", f"The column {column.name} is empty.")
        return column.choices.values[0] if is_number else ""
    value = int(text) if is_number and text.isdigit() else text
    if value not in column.choices.values:
        known = ", ".join(str(v) for v in column.choices.values)
        raise ValueError("unknown_code", f"“{raw[:40]}” is none of the codes {known}.")
    return value


def day_of(value):
    """For reports: a date as it stands in the files."""
    return value.isoformat() if isinstance(value, date) else value
