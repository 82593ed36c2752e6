"""Writes the records as a set of SEN2 files again, or a kept extract byte for byte as it came."""

import csv
import io
import zlib

from apps.caseload.sen2.layout import HEADER, MODULES
from apps.caseload.sen2.reading import header_values


def written(extract):
    """``{file name: bytes}`` of the records as they stand now, with the header of the extract.

    Records that the newest load no longer has, and records set aside, are not among them.
    """
    files = {"sen2.csv": _csv(HEADER, [header_of(extract).values()])}
    for module in MODULES:
        files[f"{module.name}.csv"] = _csv([column.name for column in module.all_columns], _lines(module))
    return files


def as_came(extract):
    """``{file name: bytes}`` of an extract as it was loaded."""
    return {file.name: bytes_of(file) for file in extract.files.all()}


def bytes_of(file):
    """The bytes of a kept file."""
    return zlib.decompress(file.content)


def header_of(extract):
    """The header record of an extract as it came, by column."""
    file = extract.files.get(module="sen2")
    return header_values(file.name, bytes_of(file))


def _lines(module):
    names = ["key", *([f"{module.parent_field}__key"] if module.parent else [])]
    names += [column.field for column in module.columns]
    records = module.model.objects.standing().order_by("pk")
    for values in records.values_list(*names).iterator():
        yield [_cell(value) for value in values]


def _cell(value):
    """A date as 2025-01-16, yes and no as 1 and 0, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _csv(heading, lines):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    writer.writerows(lines)
    return out.getvalue().encode()
