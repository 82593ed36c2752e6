"""The uploaded file again with a column "Problems", so that it can be mended where it came from.

An openable workbook keeps its own looks; a CSV file is written anew in UTF-8. Text that a spreadsheet could run is made
harmless.
"""

import csv
import io
import zlib
from collections import defaultdict

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Font, PatternFill

from apps.core.harmless import harmless
from apps.imports.words import SEVERITIES
from apps.imports.workbook import read_workbook

HEADING = "Problems"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
NOTED = PatternFill("solid", fgColor="FFF3B0")
WIDTH = 60


def marked_file(batch):
    """``(name, content type, bytes)`` of the file with what is to be mended beside each row."""
    content = zlib.decompress(batch.files.get().content)
    words = _words(batch)
    stem = batch.file_name.rpartition(".")[0] or batch.file_name
    if content.startswith(b"PK"):
        return f"{stem} with problems.xlsx", XLSX, _workbook(content, words)
    return f"{stem} with problems.csv", CSV, _csv(content, batch.file_name, words)


def _words(batch):
    """``{sheet: {row: what is to be mended, one to a line}}``."""
    words = defaultdict(dict)
    for row in batch.rows.filter(has_problems=True):
        lines = [f"{SEVERITIES[item['severity']]}: {item['message']}" for item in row.problems]
        words[row.sheet][row.number] = "\n".join(lines)
    for item in batch.about.get("general", []):
        words.setdefault("", {})[1] = item["message"]
    return words


def _workbook(content, words):
    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        if sheet.title[:100] in words:
            _mark(sheet, words[sheet.title[:100]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _mark(sheet, words):
    column = sheet.max_column + 1
    first = min(words)
    if first > 1:
        sheet.cell(first - 1, column, HEADING).font = Font(bold=True)
    for number, text in words.items():
        cell = sheet.cell(number, column)
        cell.value, cell.data_type = text, "s"
        cell.fill, cell.alignment = NOTED, Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[cell.column_letter].width = WIDTH


def _csv(content, file_name, words):
    sheet = read_workbook(content, file_name).sheets[0]
    found = words.get(sheet.name[:100], {})
    width = max(map(len, sheet.rows), default=0)
    out = io.StringIO()
    writer = csv.writer(out)
    for number, values in enumerate(sheet.rows, 1):
        padded = [*values, *[""] * (width - len(values))]
        mark = HEADING if number == min(found, default=2) - 1 else found.get(number, "")
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in padded] + [mark])
    return out.getvalue().encode("utf-8-sig")
