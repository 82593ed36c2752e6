"""What a workbook says about itself: how each column is filled, and which columns are left alone."""

from apps.core.sheets import Kind
from apps.core.words import joined
from apps.imports.exporting.cells import words_of

LEAVE = (
    "Leave these two columns as they are: by them each row is found again when the file is loaded. In a row that you "
    "add, leave them empty."
)
HOW = {
    Kind.REFERENCE: "The reference by which it is known, as text.",
    Kind.LIST: "One or more, each on a line of its own (Alt and Enter begin a new line).",
    Kind.DATE: "A date, such as 31/3/2027.",
    Kind.DUE: "A date, such as 31/3/2027; or words, where there is none yet.",
    Kind.PERCENT: "0% to 100%.",
    Kind.NUMBER: "A number.",
    Kind.EMAIL: "An e-mail address.",
    Kind.LINK: "A web address that begins with https://",
    Kind.INITIALS: "Initials, such as A.B.",
    Kind.BASELINE: "A figure and its date, such as 74.1% (Dec 2023).",
    Kind.TARGET: "The figure to be reached.",
}
# More words than these are in the list of the column alone.
MOST_WORDS = 8


TYPED = {
    Kind.LIST: "Each on a line of its own",
    Kind.DATE: "For example, 31/3/2027",
    Kind.DUE: "For example, 31/3/2027; or words, where there is no date yet",
    Kind.PERCENT: "From 0 to 100",
}


def typed_as(column):
    """How a value is typed in the form of a row; empty where that goes without saying."""
    if column.choices and len(column.choices) <= MOST_WORDS:
        return f"One of these: {joined(words_of(column), 'or')}"
    return TYPED.get(column.kind, "")


def how_to_fill(column):
    """One line on how the cells of a column are filled."""
    if column.choices:
        words = words_of(column)
        said = f"Choose one: {joined(words, 'or')}." if len(words) <= MOST_WORDS else "Choose one from the list."
    else:
        said = HOW.get(column.kind, "Words.")
    if column.limits:
        said = f"A number from {column.limits[0]} to {column.limits[1]}."
    needed = "Needed. " if column.is_required or column.if_blank == "error" else ""
    return f"{needed}{said}"
