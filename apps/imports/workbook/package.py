"""The zip that a workbook is: what may lie in it, and its parts, read in pieces that are counted.

Nothing is ever written to disk; a name in the zip is only looked up, never followed.
"""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from ..grid import Unreadable
from .refusals import DOCTYPE, TOO_LARGE_OPENED, damaged

PIECE = 1 << 20
ENCRYPTED = 0x1 | 0x40 | 0x2000
HEADER = 30
# Counted before the directory is read: each entry costs a hundred times its size in memory.
DIRECTORY_ENTRY = b"PK\x01\x02"
MARKUP_ENDINGS = (".xml", ".rels", ".vml")
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


class Package:
    """The parts of a zip that was found safe to open."""

    def __init__(self, content, limits):
        self.limits = limits
        if content.count(DIRECTORY_ENTRY) > limits.parts:
            raise Unreadable(TOO_LARGE_OPENED)
        self._expanded = 0
        self._read = set()
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError, OverflowError, OSError) as error:
            raise damaged("the zip that it is made of is incomplete or broken") from error
        self._entries = self._checked(self._zip.infolist())

    def __contains__(self, name):
        return name.lower() in self._entries

    def names(self):
        """The names of all parts, in lower case: so they are compared."""
        return list(self._entries)

    def size(self, name):
        """The bytes that a part says it has once expanded."""
        return self._entries[name.lower()].file_size

    def pieces(self, name):
        """The bytes of a part, piece by piece; raise Unreadable if it is broken, or lied about its size.

        Markup that declares a document type or entities is refused before it is handed on.
        """
        self._read.add(name.lower())
        pieces = self._pieces(name)
        return _without_declarations(pieces) if name.lower().endswith(MARKUP_ENDINGS) else pieces

    def refuse_declarations(self):
        """Refuse document types and entities also in the markup that nobody reads."""
        for name in self._entries:
            if name not in self._read and name.endswith(MARKUP_ENDINGS):
                for _ in self.pieces(name):
                    pass

    def _pieces(self, name):
        entry = self._entries.get(name.lower())
        if entry is None:
            raise damaged(f"its part {name[:100]} is missing")
        left = entry.file_size
        try:
            with self._zip.open(entry) as part:
                while piece := part.read(PIECE):
                    left -= len(piece)
                    self._expanded += len(piece)
                    if left < 0 or self._expanded > 2 * self.limits.expanded:
                        raise Unreadable(TOO_LARGE_OPENED)
                    yield piece
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise damaged("a part of the zip that it is made of is broken") from error
        if left:
            raise damaged("a part of the zip that it is made of is shorter than it says")

    def _checked(self, infos):
        limits = self.limits
        if sum(info.file_size for info in infos) > limits.expanded:
            raise Unreadable(TOO_LARGE_OPENED)
        entries = {}
        for info in infos:
            self._require_sound(info)
            name = info.filename.replace("\\", "/").lstrip("/").lower()
            if name in entries:
                raise damaged("two of its parts have the same name")
            entries[name] = info
        _require_apart(infos)
        return entries

    def _require_sound(self, info):
        if info.flag_bits & ENCRYPTED:
            raise Unreadable("The workbook is password protected. Remove the password, save it as .xlsx and try again.")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged("it is compressed in a way that Excel does not use")
        if info.file_size > self.limits.always and info.file_size > self.limits.ratio * info.compress_size:
            raise Unreadable(TOO_LARGE_OPENED)


def _require_apart(infos):
    """Each part must end before the next begins: parts that share bytes expand without end."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise damaged("parts of the zip that it is made of overlap")
        end = info.header_offset + HEADER + info.compress_size


def _without_declarations(pieces):
    """The pieces of markup, each looked at before it is handed on."""
    before = b""
    for piece in pieces:
        # Without NUL bytes UTF-16 and UTF-32 look like ASCII.
        plain = piece.replace(b"\0", b"") if b"\0" in piece else piece
        seam = before + plain[:16]
        if any(declaration in text for declaration in DECLARATIONS for text in (plain, seam)):
            raise Unreadable(DOCTYPE)
        before = (before + plain)[-16:] if len(plain) < 16 else plain[-16:]
        yield piece
