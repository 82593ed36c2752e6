"""Actions as a workbook made for people, or as CSV; text that a spreadsheet could run is made harmless."""

import csv
import io
from collections import defaultdict

from import_export import fields, resources
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from apps.core.dates import long_date
from apps.core.harmless import harmless
from apps.core.workbooks import BOLD, CSV, DATE_FORMAT, TOP, WRAPPED, XLSX, fill_of, set_text
from apps.plans.models import ExtensionDecision
from apps.plans.models.progress import newest_reports
from apps.plans.rules import reason_words
from apps.plans.sheets import RATING_COLOURS
from apps.plans.strands import is_late_by_first_date

CONTENT_TYPES = {"csv": CSV, "xlsx": XLSX}
FILLS = {code: fill_of(colour) for colour, code in RATING_COLOURS.items()}
WIDTHS = (12, 30, 24, 50, 34, 14, 14, 14, 18, 18, 44, 12, 12, 14, 12, 34, 60, 14, 44)
DEMONSTRATION = "Demonstration data: actions, dates and ratings of this plan are made up."


class ActionResource(resources.Resource):
    """The columns of an export, in the order of the sheet."""

    reference = fields.Field(column_name="Reference")
    plan = fields.Field(column_name="Plan")
    strand = fields.Field(column_name="Part of the plan")
    title = fields.Field(column_name="What was promised")
    leads = fields.Field(column_name="Leads")
    start_on = fields.Field(column_name="Starts on")
    original_due_on = fields.Field(column_name="First date promised")
    due_on = fields.Field(column_name="Date now agreed")
    rating = fields.Field(column_name="Rating")
    dates_say = fields.Field(column_name="The dates say")
    reason = fields.Field(column_name="Because")
    percent = fields.Field(column_name="Per cent complete")
    reported = fields.Field(column_name="Last reported on")
    late = fields.Field(column_name="Late by first date")
    state = fields.Field(column_name="State")
    accountable = fields.Field(column_name="Who answers for it")
    narrative = fields.Field(column_name="Latest report")
    narrated = fields.Field(column_name="Date of that report")
    moved = fields.Field(column_name="Why the date was moved")

    def __init__(self, on, legend):
        super().__init__()
        self.on, self.legend = on, legend

    def _word(self, code, absent):
        return self.legend[code].word if code in self.legend else absent

    def dehydrate_reference(self, row):
        return row.action.reference

    def dehydrate_plan(self, row):
        plan = row.action.plan
        mark = " (demonstration data)" if plan.is_demonstration and "demonstration" not in plan.name else ""
        return f"{plan.marked_name}{mark}"

    def dehydrate_strand(self, row):
        return str(row.action.strand)

    def dehydrate_title(self, row):
        return row.action.title

    def dehydrate_leads(self, row):
        return "; ".join(lead.post.title for lead in row.action.action_leads.all())

    def dehydrate_start_on(self, row):
        return row.action.start_on

    def dehydrate_original_due_on(self, row):
        return row.action.original_due_on

    def dehydrate_due_on(self, row):
        return row.due_on

    def dehydrate_rating(self, row):
        return self._word(row.rating, "Not reported")

    def dehydrate_dates_say(self, row):
        return self._word(row.rule_rating, "Nothing")

    def dehydrate_reason(self, row):
        return reason_words(row.rule_reason, row.rule_date)

    def dehydrate_percent(self, row):
        return row.percent_complete

    def dehydrate_reported(self, row):
        return row.updated_on

    def dehydrate_late(self, row):
        return "Yes" if is_late_by_first_date(row, self.on) else "No"

    def dehydrate_state(self, row):
        return row.get_state_display()

    def dehydrate_accountable(self, row):
        posts = (row.action.accountable_council, row.action.accountable_icb)
        return "; ".join(post.title for post in posts if post)

    def dehydrate_narrative(self, row):
        return row.latest_words

    def dehydrate_narrated(self, row):
        return row.latest_on

    def dehydrate_moved(self, row):
        return "; ".join(row.why_moved)

    def lines(self, rows):
        """Each row's values as they are: dates stay dates."""
        names = self.get_export_order()
        for row in rows:
            yield [getattr(self, f"dehydrate_{name}")(row) for name in names]

    def headers(self):
        return [self.fields[name].column_name for name in self.get_export_order()]


def told(rows, on, *, sees_officers_words):
    """The rows, each with the newest report and why its date was moved, in the words that this reader may see."""
    rows = list(rows)
    actions = [row.action_id for row in rows]
    newest, moved = newest_reports(actions, on), defaultdict(list)
    decided = ExtensionDecision.objects.as_at(on).filter(is_approved=True, extension__action__in=actions)
    for decision in decided.select_related("extension").order_by("effective_on", "recorded_at", "pk"):
        asked = decision.extension
        why = f": {asked.reason}" if sees_officers_words else ""
        moved[asked.action_id].append(f"{long_date(asked.from_due_on)} to {long_date(asked.to_due_on)}{why}")
    for row in rows:
        report = newest.get(row.action_id)
        row.latest_words = _words_of(report, row.action, sees_officers_words) if report else ""
        row.latest_on = report.effective_on if report else None
        row.why_moved = moved[row.action_id]
    return rows


def _words_of(report, action, sees_officers_words):
    """What was loaded from a published paper is public already."""
    if sees_officers_words or (report.is_public and not action.plan.is_demonstration):
        return report.narrative
    return report.families_text


def as_csv(rows, *, on, legend, filter_words):
    """UTF-8 with a mark at the start, so that Excel reads the letters right; dates as 2026-10-31."""
    resource = ActionResource(on, legend)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(resource.headers())
    writer.writerows([harmless(value) for value in line] for line in resource.lines(rows))
    return out.getvalue().encode("utf-8-sig")


def as_workbook(rows, *, on, legend, filter_words):
    """Frozen header, filters, dates as dates, the rating as word and fill; a second sheet says what it is."""
    resource = ActionResource(on, legend)
    rows = list(rows)
    book = Workbook()
    sheet = book.active
    sheet.title = "Actions"
    sheet.append(resource.headers())
    for cell in sheet[1]:
        cell.font, cell.alignment = BOLD, WRAPPED
    for number, (row, line) in enumerate(zip(rows, resource.lines(rows), strict=True), 2):
        _write_line(sheet, number, row, line)
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(WIDTHS))}{len(rows) + 1}"
    _describe(book.create_sheet("About this list"), rows, on, legend, filter_words)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_line(sheet, number, row, line):
    for column, value in enumerate(line, 1):
        cell = sheet.cell(number, column)
        if isinstance(value, str):
            set_text(cell, value)
            cell.alignment = WRAPPED
        else:
            cell.value, cell.alignment = value, TOP
        if hasattr(value, "year"):
            cell.number_format = DATE_FORMAT
    for column, code in ((9, row.rating), (10, row.rule_rating)):
        if code in FILLS:
            sheet.cell(number, column).fill = FILLS[code]


def _describe(sheet, rows, on, legend, filter_words):
    lines = [
        ("List of actions, SEND Tracker", ""),
        ("As at", on),
        ("Actions", len(rows)),
        ("Filter", "; ".join(filter_words) or "None: every action that you may see"),
    ]
    if any(row.action.plan.is_demonstration for row in rows):
        lines.append(("Please note", DEMONSTRATION))
    lines += [(word.word, word.meaning) for word in legend.values()]
    lines.append(("Not reported", "Nobody has given a rating."))
    lines.append(("The dates say", "Worked out by a written rule; see “How ratings work” on the site."))
    for number, (name, value) in enumerate(lines, 1):
        sheet.cell(number, 1, name).font = BOLD
        cell = sheet.cell(number, 2)
        if isinstance(value, str):
            set_text(cell, value)
        else:
            cell.value = value
        if hasattr(value, "year"):
            cell.number_format = DATE_FORMAT
    sheet.column_dimensions["A"].width = 32
    sheet.column_dimensions["B"].width = 90
