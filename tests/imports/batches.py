"""A file from upload to what is saved, and back, as the worker does it."""

import io

from openpyxl import Workbook, load_workbook

from apps.imports import services
from tests.imports.books import SHEETS


def nothing(done, total):
    """No one watches the progress of a test."""


def uploaded(layout, by, content, **fields):
    """A batch that was read and compared."""
    fields = {"file_name": f"{layout}.xlsx"} | fields
    batch = services.upload(by=by, layout=layout, content=content, **fields)
    services.read_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def saved(batch, by):
    services.ask_to_apply(batch=batch, by=by, token=str(batch.token), knows_public=True)
    services.apply_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def taken_back(batch, by, reason="Loaded too early."):
    services.ask_to_undo(batch=batch, by=by, reason=reason)
    services.undo_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def bytes_of(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(*rows):
    """A workbook of one sheet called "Sheet" with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return bytes_of(book)


def edited(name, changes):
    """A kept workbook with some cells of its first sheet changed: ``{"C2": value}``."""
    book = load_workbook(SHEETS / name)
    for cell, value in changes.items():
        book.worksheets[0][cell] = value
    return bytes_of(book)


def codes_of(row):
    """What a row is told, by code, in the order of the alphabet."""
    return sorted({item["code"] for item in row.problems})
