"""Workbooks put together from their XML, so that a test can say exactly what is written in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from apps.imports.workbook import read_workbook

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

TYPES_PART = "[Content_Types].xml"
WORKBOOK_PART = "xl/workbook.xml"
LINKS_PART = "xl/_rels/workbook.xml.rels"
SHEET_PART = "xl/worksheets/sheet1.xml"
STRINGS_PART = "xl/sharedStrings.xml"
STYLES_PART = "xl/styles.xml"
THEME_PART = "xl/theme/theme1.xml"


def parts(rows="", *, strings="", styles="", scheme="", after="", before="", sheets=None, properties="", main=MAIN):
    """The parts of a workbook with one sheet, by name, from what stands within its elements."""
    sheets = sheets or '<sheet name="Tracker" sheetId="1" r:id="r1"/>'
    return {
        TYPES_PART: (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
        ),
        WORKBOOK_PART: (
            f'<workbook xmlns="{SHEETS}" xmlns:r="{LINKS}"><workbookPr {properties}/>'
            f"<sheets>{sheets}</sheets></workbook>"
        ),
        LINKS_PART: (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="r3" Type="{LINKS}/styles" Target="/xl/styles.xml"/>'
            f'<Relationship Id="r4" Type="{LINKS}/theme" Target="theme/theme1.xml"/></Relationships>'
        ),
        SHEET_PART: f'<worksheet xmlns="{SHEETS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>',
        STRINGS_PART: f'<sst xmlns="{SHEETS}">{strings}</sst>',
        STYLES_PART: f'<styleSheet xmlns="{SHEETS}">{styles}</styleSheet>',
        THEME_PART: (
            f'<a:theme xmlns:a="{DRAWINGS}"><a:themeElements><a:clrScheme name="x">{scheme}</a:clrScheme>'
            "</a:themeElements></a:theme>"
        ),
    }


def zipped(members, compression=ZIP_DEFLATED):
    """The bytes of a zip of parts, by name, or of (name, content) pairs where names may come twice."""
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(name, content)
    return file.getvalue()


def read_sheet(rows="", *, limits=None, with_fills=True, **others):
    """The one sheet of a workbook that is put together from this, see ``parts``."""
    (sheet,) = read_workbook(zipped(parts(rows, **others)), limits=limits, with_fills=with_fills).sheets
    return sheet


def in_both_ways(rows):
    """The same rows as the usual programs write them, and in a way that needs the careful reader."""
    return rows, f"<!-- rows -->{rows}"
