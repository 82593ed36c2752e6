"""The words by which a file is refused."""

from ..grid import Unreadable

SAVE_AGAIN = "Open it in Excel, save it as .xlsx and try again."

EMPTY_FILE = "The file is empty."
WEB_PAGE = "This is a web page, not a workbook. Open it in Excel, save it as .xlsx and try again."
OLD_OR_LOCKED = (
    "The workbook is password protected or in the old .xls form. Remove the password, save it as .xlsx and try again."
)
MACROS = "Macro-enabled workbooks are not accepted. Save it as .xlsx, without macros, and try again."
BINARY_WORKBOOK = f"The workbook is in the binary form (.xlsb), which is not accepted. {SAVE_AGAIN}"
OPEN_DOCUMENT = "This is an OpenDocument file, not an Excel workbook. Save it as .xlsx and try again."
WORD_DOCUMENT = "This is a Word document, not a workbook. Copy its table into Excel, save it as .xlsx and try again."
SLIDES = "This is a PowerPoint file, not a workbook. Copy its table into Excel, save it as .xlsx and try again."
PDF = "This is a PDF, not a workbook. Send the Excel workbook or CSV file that it was made from."
OTHER_ZIP = "This is a zip file, but not a workbook. If the workbook is inside, take it out and send it by itself."
OTHER = "This is not a workbook. Send an Excel workbook (.xlsx) or a CSV file."
TOO_LARGE_OPENED = (
    "The workbook is too large when opened. Take out the sheets, pictures and formatting that are not needed, "
    "save it as .xlsx and try again."
)
DOCTYPE = f"The workbook contains a document type declaration, which is not allowed. {SAVE_AGAIN}"


def damaged(what):
    """The refusal of a workbook that contradicts itself; ``what`` says where, in a sentence without its full stop."""
    return Unreadable(f"The workbook is damaged: {what}. {SAVE_AGAIN}")


def megabytes(size):
    """A size in bytes as people say it."""
    return f"{size / 1_000_000:,.1f} MB".replace(".0 MB", " MB")
