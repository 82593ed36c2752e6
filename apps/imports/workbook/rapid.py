"""Reading the part of a sheet that is written as Excel, LibreOffice and the usual libraries write it: fast.

The rows are read by regular expressions that must account for every character; what lies around them is left to
SheetReader. A sheet written in any other way is NotPlain, and SheetReader reads all of it: the outcome is the same.
"""

import codecs
import re

from .cells import COLUMNS, LETTERS, MOST_ROWS
from .sheet import SheetReader, is_hidden, style_number

ROWS_BEGIN = "<sheetData>"
ROWS_END = "</sheetData>"
ROW_ENDS = "</row>"
LONGEST_HEAD = 1 << 20
LONGEST_ROW = 8 << 20
MOST_KNOWN = 50_000
# Bytes that XML forbids, and carriage returns, which it changes; then what else it forbids.
FORBIDDEN = bytes(set(range(32)) - {9, 10})
FORBIDDEN_TOO = ("\ufffe", "\uffff", "]]>")
DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
UTF8 = re.compile(r"""encoding\s*=\s*["']utf-8["']""", re.IGNORECASE)

# No white space where none is needed: these programs write none, and looking for it takes its length squared.
ROW = re.compile(r'<row((?: [A-Za-z0-9:]+="[^"<&]*")*) ?(/?)>')
ROW_ATTRIBUTE = re.compile(r' ([A-Za-z0-9:]+)="([^"]*)"')
KNOWN = {"r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"}
KNOWN |= {"thickTop", "thickBot", "ph", "x14ac:dyDescent"}
# A formula is passed by; what it says is in the order in which Excel says it.
FORMULA = (
    r'<f(?: t="[a-zA-Z]+")?(?: aca="[a-z01]+")?(?: ref="[A-Z0-9:$]+")?(?: ca="[a-z01]+")?(?: si="[0-9]+")?'
    r"(?: ?/>|>[^<&]*(?:&(?:amp|lt|gt|quot|apos);[^<&]*)*</f>)"
)
# Column, row, style, type, stored text, text in the cell itself; the last is whatever fits nothing else.
CELL = re.compile(
    r'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]+)")? ?'
    rf"(?:/>|>(?:{FORMULA})?"
    r'(?:<v>([^<]*)</v>|<v ?/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
    r"|([\s\S]+)"
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
        self.looks = _Looks(limits, values, fills)
        self.rest = ""

    def read(self, text):
        """Read the whole rows in a text; what stands after the last row of all once it is reached, else None."""
        if any(forbidden in text for forbidden in FORBIDDEN_TOO):
            raise NotPlain
        *rows, self.rest = text.split(ROW_ENDS)
        for row in rows:
            self._read_row(row)
        if ROWS_END not in self.rest:
            return None
        at = self._skip_empty_rows(self.rest, 0)
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
        pairs = ROW_ATTRIBUTE.findall(written)
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
        for letters, digits, style, kind, stored, inline, _other in cells:
            # What fits nothing has no digits either.
            if digits != written:
                raise NotPlain
            if letters != LETTERS[len(values)]:
                _skip_to(letters, values)
            known, colour, is_percent = self.looks[style]
            if stored if kind == "inlineStr" else inline:
                raise NotPlain
            values.append(known[kind][stored or inline])
            if colour:
                self.collected.add_fill(row, len(values), colour)
            if is_percent and stored and kind in ("", "n"):
                self.collected.add_percent(row, len(values))
        return values


def _skip_to(letters, values):
    """Leave the cells before that of these letters without a value."""
    missing = COLUMNS.get(letters, 0) - len(values) - 1
    if missing < 0:
        raise NotPlain
    values.extend([None] * missing)


class _Looks(dict):
    """By the style as it is written: (values known by kind and text, fill or None, whether it shows percentages)."""

    def __init__(self, limits, values, fills):
        super().__init__()
        self.values = values
        self.fills = fills
        self.known = {is_date: _Kinds(limits, values, is_date) for is_date in (False, True)}

    def __missing__(self, written):
        style = int(written or 0)
        colour = self.fills[style] if style < len(self.fills) else None
        look = self[written] = self.known[self.values.is_date(style)], colour, self.values.is_percent(style)
        return look


class _Kinds(dict):
    """By the type of a cell as it is written: values that are known by their text."""

    def __init__(self, limits, values, is_date):
        super().__init__()
        self.limits = limits
        self.values = values
        self.is_date = is_date

    def __missing__(self, kind):
        known = self[kind] = _Known(self.limits, self.values, kind, self.is_date)
        return known


class _Known(dict):
    """By the text as it is written: the value, which is worked out once, as most stand in many cells."""

    def __init__(self, limits, values, kind, is_date):
        super().__init__()
        self.limits = limits
        self.values = values
        self.kind = kind or None
        self.is_date = is_date

    def __missing__(self, written):
        text = ENTITY.sub(_character, written) if "&" in written else written
        if len(text) > self.limits.text:
            raise NotPlain
        value = self.values.value(self.kind, text, self.is_date)
        if len(self) < MOST_KNOWN:
            self[written] = value
        return value


def _character(match):
    if match[1]:
        return NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3] or "0", 16)
    # The others are forbidden in XML, or no characters at all.
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
        return chr(code)
    raise NotPlain
