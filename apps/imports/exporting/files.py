"""An export as a file to be downloaded."""

import io

from django.http import FileResponse
from django.utils.text import slugify

from apps.core.workbooks import CSV, XLSX
from apps.imports.exporting.writing import csv_of, workbook_of

MAKERS = {"xlsx": (workbook_of, XLSX), "csv": (csv_of, CSV)}
LONGEST_NAME = 80


def name_of(export, kind):
    """Such as "priority-impact-plan-2026-11-25.xlsx"."""
    said = slugify(export.place or export.layout.title)[:LONGEST_NAME]
    ending = "template" if export.is_template else export.on.isoformat()
    return f"{said}-{ending}.{kind}"


def file_of(export, kind="xlsx"):
    make, content_type = MAKERS[kind]
    content = io.BytesIO(make(export))
    return FileResponse(content, as_attachment=True, filename=name_of(export, kind), content_type=content_type)
