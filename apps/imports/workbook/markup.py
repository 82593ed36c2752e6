"""XML read in pieces by expat, which is told to refuse whatever a workbook does not need."""

from xml.parsers import expat

from ..grid import Unreadable
from .refusals import DOCTYPE, TOO_LARGE_OPENED, damaged

# The two families of names that workbooks are written in: the usual and the "strict" one.
SHEETS = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
DRAWINGS = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
RELATIONSHIPS = ("http://schemas.openxmlformats.org/package/2006/relationships",)
CONTENT_TYPES = ("http://schemas.openxmlformats.org/package/2006/content-types",)

# Those that expat knows by itself.
ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1")

# How far expat may lag behind what it was given: a single tag or comment longer than this is no workbook's.
LONGEST_TOKEN = 4 << 20
# Different names of elements and attributes in one part, all of which expat keeps.
MOST_NAMES = 5_000


class Reader:
    """Calls ``start(name, attributes)``, ``end(name)`` and ``text(words)`` of a subclass for one part.

    ``namespaces`` are those whose elements are told; the names that are handed on are local ones. Elements of other
    namespaces are passed by, their text with them.
    """

    namespaces = SHEETS

    def __init__(self, limits):
        self.limits = limits
        self._depth = 0
        self._locals = {}

    def read(self, pieces):
        """Read a part; raise Unreadable if it is not well formed or holds what is refused."""
        parser = self._parser()
        given = 0
        try:
            for piece in pieces:
                parser.Parse(piece, False)
                given += len(piece)
                if given - parser.CurrentByteIndex > LONGEST_TOKEN:
                    raise Unreadable(TOO_LARGE_OPENED)
                if len(parser.intern) > MOST_NAMES:
                    raise damaged("it has more kinds of elements than any workbook")
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise damaged("a part of it is not well formed") from error
        return self

    def _parser(self):
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.XmlDeclHandler = _require_known_encoding
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        return parser

    def _start(self, name, attributes):
        self._depth += 1
        if self._depth > self.limits.depth:
            raise damaged("its parts are nested too deeply")
        local = self._locals.get(name)
        if local is None:
            local = self._local(name)
        if local:
            self.start(local, attributes)
        elif self._depth == 1:
            raise damaged("a part of it is not what it says it is")

    def _end(self, name):
        self._depth -= 1
        if local := self._locals[name]:
            self.end(local)

    def _local(self, name):
        namespace, _, local = name.rpartition(" ")
        local = local if namespace in self.namespaces else ""
        self._locals[name] = local
        return local

    def start(self, name, attributes):
        """An element begins."""

    def end(self, name):
        """An element ends."""

    def text(self, words):
        """Text between tags."""


def _require_known_encoding(_version, encoding, _standalone):
    if encoding is not None and encoding.lower() not in ENCODINGS:
        raise damaged("a part of it is in an encoding that Excel does not use")


def _refuse(*_):
    raise Unreadable(DOCTYPE)


def is_true(value):
    """Whether an attribute says yes."""
    return value in ("1", "true", "on")
