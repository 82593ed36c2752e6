"""Drop-downs of a workbook, from lists on a hidden sheet, and what each column says when its cells are chosen."""

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from apps.core.sheets import Kind
from apps.core.workbooks import BOLD, set_text
from apps.imports.exporting.carrying import LISTS_SHEET
from apps.imports.exporting.cells import words_of
from apps.imports.exporting.keys import KEY_HEADING, VERSION_HEADING
from apps.imports.exporting.wording import LEAVE, how_to_fill

# What a message of a spreadsheet program holds.
LONGEST_TITLE, LONGEST_PROMPT = 32, 255
# Days from 1990 to 2100, as spreadsheets count them.
EARLIEST, LATEST = "32874", "73415"


class Lists:
    """Gives each column its list; rows that people add below have them too."""

    ROWS_TO_ADD = 500

    def __init__(self, export):
        self.export = export
        self.written = 0

    def write(self, book, sheet):
        hidden = book.create_sheet(LISTS_SHEET)
        hidden.sheet_state = "hidden"
        last = len(self.export.rows) + 1 + self.ROWS_TO_ADD
        for place, column in enumerate(self.export.columns, 1):
            letter = get_column_letter(place)
            rule = self._rule(hidden, column)
            _tell(rule, column.heading, how_to_fill(column))
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
        if not self.export.is_template:
            _tell_to_leave(sheet, last)

    def _rule(self, hidden, column):
        words = words_of(column) or self.export.options.get(column.field, [])
        if words and column.kind != Kind.LIST:
            # Words of the layout are the only ones; of what the list itself knows there may be new ones.
            return self._list(hidden, column.heading, words, is_closed=bool(column.choices))
        if column.kind == Kind.DATE and not column.takes_months:
            rule = DataValidation(type="date", operator="between", formula1=EARLIEST, formula2=LATEST, allow_blank=True)
            rule.errorStyle, rule.showErrorMessage = "warning", True
            rule.errorTitle, rule.error = "No date", "Enter a date, such as 31/3/2027."
            return rule
        return DataValidation(allow_blank=True)

    def _list(self, hidden, heading, words, is_closed):
        self.written += 1
        letter = get_column_letter(self.written)
        for number, text in enumerate([heading, *words], 1):
            set_text(hidden.cell(number, self.written), text)
        hidden.cell(1, self.written).font = BOLD
        source = f"{quote_sheetname(LISTS_SHEET)}!${letter}$2:${letter}${len(words) + 1}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True)
        rule.showErrorMessage = is_closed
        rule.errorTitle, rule.error = "Not in the list", "Choose one of the words in the list."
        return rule


def _tell(rule, title, words):
    rule.showInputMessage = True
    rule.promptTitle, rule.prompt = title[:LONGEST_TITLE], words[:LONGEST_PROMPT]


def _tell_to_leave(sheet, last):
    for heading, place in ((KEY_HEADING, sheet.max_column - 1), (VERSION_HEADING, sheet.max_column)):
        rule = DataValidation(allow_blank=True)
        _tell(rule, heading, LEAVE)
        rule.add(f"{get_column_letter(place)}1:{get_column_letter(place)}{last}")
        sheet.add_data_validation(rule)
