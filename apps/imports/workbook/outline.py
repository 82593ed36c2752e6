"""Where the parts of a workbook lie: its kind, its sheets with their names, and what they share."""

import posixpath
from dataclasses import dataclass, field

from ..grid import Unreadable
from .markup import CONTENT_TYPES, LINKS, RELATIONSHIPS, Reader, is_true
from .refusals import BINARY_WORKBOOK, MACROS, OPEN_DOCUMENT, OTHER_ZIP, SLIDES, WORD_DOCUMENT, damaged

TYPES_PART = "[content_types].xml"
# Main parts that are read: a workbook and a template of one.
MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
)
# What else a package may be, by a word in the type of its main part; the first that fits is told.
OTHERS = (
    ("sheet.binary", BINARY_WORKBOOK),
    ("macroenabled", MACROS),
    ("wordprocessingml", WORD_DOCUMENT),
    ("presentationml", SLIDES),
)


# Characters of a sheet's name; Excel allows 31.
LONGEST_NAME = 100


@dataclass
class SheetPart:
    """A sheet of cells, and the part that holds them."""

    name: str
    part: str
    is_hidden: bool


@dataclass
class Outline:
    """The parts of a workbook by what they are for; those that it does not have are None."""

    sheets: list = field(default_factory=list)
    strings: str | None = None
    styles: str | None = None
    theme: str | None = None
    counts_from_1904: bool = False


def outline_of(package, limits):
    """The outline of the workbook in a package; raise Unreadable if it holds something else, or macros."""
    main = _main_part(package, limits)
    folder, name = posixpath.split(main)
    links = _Links(limits, folder)
    links_part = posixpath.join(folder, "_rels", f"{name}.rels")
    if links_part in package:
        links.read(package.pieces(links_part))
    workbook = _Workbook(limits)
    workbook.read(package.pieces(main))
    outline = Outline(counts_from_1904=workbook.counts_from_1904)
    outline.strings = links.first(package, "sharedStrings")
    outline.styles = links.first(package, "styles")
    outline.theme = links.first(package, "theme")
    outline.sheets = _sheets(workbook, links, package)
    if len(outline.sheets) > limits.sheets:
        raise Unreadable(
            f"The workbook has {len(outline.sheets):,} sheets; at most {limits.sheets:,} can be read. "
            "Take out those that are not needed and try again."
        )
    return outline


def _main_part(package, limits):
    if TYPES_PART not in package:
        raise Unreadable(_other_zip(package))
    types = _Types(limits)
    types.read(package.pieces(TYPES_PART))
    kinds = " ".join(types.parts.values()).lower()
    if any(name.endswith("vbaproject.bin") for name in package.names()) or "vbaproject" in kinds:
        raise Unreadable(MACROS)
    for part, kind in types.parts.items():
        if kind in MAIN_TYPES:
            return part
    for word, refusal in OTHERS:
        if word in kinds:
            raise Unreadable(refusal)
    raise Unreadable(OTHER_ZIP)


def _other_zip(package):
    return OPEN_DOCUMENT if "mimetype" in package and "content.xml" in package else OTHER_ZIP


def _sheets(workbook, links, package):
    sheets = []
    for number, (name, link, is_hidden) in enumerate(workbook.sheets, 1):
        kind, target = links.targets.get(link, (None, None))
        if kind is None or (kind == "worksheet" and target not in package):
            raise damaged(f"its sheet {name or number} is missing")
        if kind == "worksheet":
            sheets.append(SheetPart(name or f"Sheet {number}", target, is_hidden))
    if len({sheet.part for sheet in sheets}) < len(sheets):
        raise damaged("two of its sheets are the same part")
    if not sheets:
        raise Unreadable("The workbook has no sheet with cells. Check that this is the right file and try again.")
    return sheets


class _Types(Reader):
    """``parts``: the type of each part that is named."""

    namespaces = CONTENT_TYPES

    def __init__(self, limits):
        super().__init__(limits)
        self.parts = {}

    def start(self, name, attributes):
        if name == "Override" and len(self.parts) < self.limits.parts:
            self.parts[attributes.get("PartName", "").lstrip("/")] = attributes.get("ContentType", "")


class _Links(Reader):
    """``targets``: (kind, name of the part) of each link of a part that lies in ``folder``."""

    namespaces = RELATIONSHIPS

    def __init__(self, limits, folder):
        super().__init__(limits)
        self.folder = folder
        self.targets = {}

    def start(self, name, attributes):
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        if len(self.targets) >= self.limits.parts:
            raise damaged("it has more links than parts")
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", self.folder, attributes.get("Target", "").replace("\\", "/")))
        self.targets[attributes.get("Id", "")] = kind, target.lstrip("/")

    def first(self, package, kind):
        """The part of a kind, None if there is none."""
        return next((part for its, part in self.targets.values() if its == kind and part in package), None)


class _Workbook(Reader):
    """``sheets``: (name, link, is hidden) of each."""

    def __init__(self, limits):
        super().__init__(limits)
        self.sheets = []
        self.counts_from_1904 = False

    def start(self, name, attributes):
        if name == "sheet":
            if len(self.sheets) >= self.limits.parts:
                raise damaged("it has more sheets than parts")
            link = next((attributes[f"{space} id"] for space in LINKS if f"{space} id" in attributes), "")
            is_hidden = attributes.get("state", "visible") in ("hidden", "veryHidden")
            self.sheets.append((attributes.get("name", "")[:LONGEST_NAME], link, is_hidden))
        elif name == "workbookPr":
            self.counts_from_1904 = is_true(attributes.get("date1904"))
