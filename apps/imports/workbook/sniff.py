"""What a file is, told by its first bytes: its name may say anything."""

import re
from enum import Enum, auto

from ..grid import Unreadable
from .refusals import EMPTY_FILE, OLD_OR_LOCKED, OTHER, OTHER_ZIP, PDF, WEB_PAGE


class Form(Enum):
    """What is read on."""

    ZIP = auto()
    TEXT = auto()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ZIP_WITHOUT_PARTS = b"PK\x05\x06"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
# The beginnings of files that people send for a workbook, other than text.
PICTURES_AND_OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")

WEB = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<body|<table|<!--|<script)", re.IGNORECASE)
MARKUP = re.compile(rb"\s*<[?!a-z]", re.IGNORECASE)
# Control characters that no text holds; NUL is left to the reader of tables, who names its row.
CONTROLS = bytes(set(range(1, 32)) - {9, 10, 11, 12, 13, 26, 27})
LOOKED_AT = 65_536


def form_of(content):
    """The form of a file that may be read on; raise Unreadable for what cannot."""
    if content.startswith(ZIP):
        return Form.ZIP
    if content.startswith(ZIP_WITHOUT_PARTS):
        raise Unreadable(OTHER_ZIP)
    if content.startswith(OLE):
        raise Unreadable(OLD_OR_LOCKED)
    if content.startswith(b"%PDF"):
        raise Unreadable(PDF)
    if content.startswith(PICTURES_AND_OTHERS):
        raise Unreadable(OTHER)
    _require_text(content[:LOOKED_AT])
    return Form.TEXT


def _require_text(start):
    is_utf16 = start.startswith(UTF16_MARKS)
    plain = start[2:].replace(b"\0", b"") if is_utf16 else start.removeprefix(UTF8_MARK)
    if not plain.strip():
        raise Unreadable(EMPTY_FILE)
    if WEB.match(plain):
        raise Unreadable(WEB_PAGE)
    if MARKUP.match(plain):
        raise Unreadable(OTHER)
    if not is_utf16 and len(plain.translate(None, CONTROLS)) < len(plain):
        raise Unreadable(OTHER)
