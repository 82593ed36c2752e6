"""Reading the part of a sheet that is written as Excel, LibreOffice and the usual libraries write it: fast.

The rows are read by regular expressions that must account for every character; what lies around them is left to
SheetReader. A sheet written in any other way is NotPlain, and SheetReader reads all of it: the outcome is the same.
"""

import codecs
import re

from .cells import MOST_COLUMNS, MOST_ROWS, column_number
from .sheet import SheetReader, is_hidden, style_number

ROWS_BEGIN = "<sheetData>"
ROWS_END = "</sheetData>"
ROW_ENDS = "</row>"
LONGEST_HEAD = 1 << 20
LONGEST_ROW = 8 << 20
# What XML forbids, and carriage returns, which it changes.
FORBIDDEN = bytes(set(range(32)) - {9, 10})
NO_CHARACTERS = re.compile("[\ufffe\uffff]|]]>")
DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
UTF8 = re.compile(r"""encoding\s*=\s*["']utf-8["']""", re.IGNORECASE)

ATTRIBUTE = r'\s+([A-Za-z0-9:]+)="([^"<&]*)"'
ROW = re.compile(r'\s*<row((?:\s+[A-Za-z0-9:]+="[^"<&]*")*)\s*(/?)>')
ROW_ATTRIBUTES = re.compile(ATTRIBUTE)
KNOWN = {"r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"}
KNOWN |= {"thickTop", "thickBot", "ph", "x14ac:dyDescent"}
# Column, row, style, type, stored text, text in the cell itself; the last is whatever fits nothing else.
CELL = re.compile(
    r'\s*<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]+)")?\s*'
    r'(?:/>|>\s*(?:<f(?: [A-Za-z0-9]+="[^"<&]*")*(?:/>|>[^<]*</f>)\s*)?'
    r'(?:<v>([^<]*)</v>|<v ?/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?\s*</c>)'
    r"|(\S[\s\S]*)"
)
ENTITY = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


class NotPlain(Exception):
    """The sheet is written in a way that has to be read with more care."""


def read_plain(pieces, limits, collected, values, fills):
    """Tell ``collected`` what a sheet holds; raise NotPlain, having told it a part, or Unreadable."""
    around = SheetReader(limits, collected, values, fills)
    around.read(_around(_texts(pieces), _Rows(limits, collected, values, fills)))
    if not around.has_rows:
        raise NotPlain


def _texts(pieces):
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for number, piece in enumerate(pieces):
            plain = piece if number else piece.replace(b"?>\r\n", b"?>\n", 1)
            if len(plain.translate(None, FORBIDDEN)) != len(plain):
                raise NotPlain
            yield decode(plain)
        yield decode(b"", True)
    except UnicodeDecodeError as error:
        raise NotPlain from error


def _around(texts, rows):
    """What stands before and after the rows, which are read on the way."""
    head, rest = _head(texts)
    yield head.encode()
    while (after := rows.read(rest)) is None:
        if len(rows.rest) > LONGEST_ROW:
            raise NotPlain
        more = next(texts, None)
        if more is None:
            raise NotPlain
        rest = rows.rest + more
    yield after.encode()
    for text in texts:
        yield text.encode()


def _head(texts):
    head = ""
    for text in texts:
        head += text
        before, begin, rest = head.partition(ROWS_BEGIN)
        if begin:
            _require_plain_head(before)
            return before + begin, rest
        if len(head) > LONGEST_HEAD:
            break
    raise NotPlain


def _require_plain_head(head):
    declaration = DECLARATION.match(head.removeprefix("\ufeff"))
    if declaration and "encoding" in declaration[0] and not UTF8.search(declaration[0]):
        raise NotPlain
    # A comment or an instruction could hold what looks like the beginning of the rows.
    if "<!" in head or head.count("<?") > (1 if declaration else 0):
        raise NotPlain


class _Rows:
    """Reads rows; ``rest`` is what is left of a text until more of it comes."""

    def __init__(self, limits, collected, values, fills):
        self.limits = limits
        self.collected = collected
        self.values = values
        self.fills = fills
        self.rest = ""

    def read(self, text):
        """Read the whole rows in a text; what stands after the last row of all once it is reached, else None."""
        if NO_CHARACTERS.search(text):
            raise NotPlain
        *rows, self.rest = text.split(ROW_ENDS)
        for row in rows:
            self._read_row(row)
        if ROWS_END not in self.rest:
            return None
        at = self._skip_empty_rows(self.rest, 0)
        while self.rest[at].isspace():
            at += 1
        if not self.rest.startswith(ROWS_END, at):
            raise NotPlain
        return self.rest[at:]

    def _skip_empty_rows(self, text, at):
        """Read the rows without cells that stand at a place; the place after them."""
        while (row := ROW.match(text, at)) and row[2]:
            self._row_number(row[1])
            at = row.end()
        return at

    def _read_row(self, text):
        at = self._skip_empty_rows(text, 0)
        row = ROW.match(text, at)
        if not row:
            raise NotPlain
        number = self._row_number(row[1])
        self.collected.add_row(number, self._values(number, CELL.findall(text, row.end())))

    def _row_number(self, written):
        pairs = ROW_ATTRIBUTES.findall(written)
        attributes = dict(pairs)
        if len(attributes) < len(pairs) or not attributes.keys() <= KNOWN:
            raise NotPlain
        number = style_number(attributes.get("r"))
        if not 0 < number <= MOST_ROWS:
            raise NotPlain
        if is_hidden(attributes):
            self.collected.hide_row(number)
        return number

    def _values(self, row, cells):
        values = []
        written = str(row)
        for letters, digits, style_text, kind, stored, inline, other in cells:
            column = column_number(letters) if letters else 0
            missing = column - len(values) - 1
            if other or digits != written or missing < 0 or column > MOST_COLUMNS:
                raise NotPlain
            if missing:
                values.extend([None] * missing)
            style = int(style_text) if style_text else 0
            values.append(self.values.value(kind or None, self._text(kind, stored, inline), style))
            if style < len(self.fills) and (colour := self.fills[style]):
                self.collected.add_fill(row, column, colour)
        return values

    def _text(self, kind, stored, inline):
        if kind == "inlineStr":
            text = inline
        elif inline:
            raise NotPlain
        else:
            text = stored
        if "&" in text:
            text = ENTITY.sub(_character, text)
        if len(text) > self.limits.text:
            raise NotPlain
        return text


def _character(match):
    if match[1]:
        return NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3] or "0", 16)
    # The others are forbidden in XML, or no characters at all.
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
        return chr(code)
    raise NotPlain
