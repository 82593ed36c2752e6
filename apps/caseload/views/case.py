"""One case: its page, and who looked at it."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.caseload import permissions
from apps.caseload.audit import shown, views_of
from apps.caseload.history import history_of
from apps.caseload.kinds import word_of
from apps.caseload.listed import line_of
from apps.caseload.mode import can_edit_records
from apps.caseload.next_steps import panel_of
from apps.caseload.page import case_page, review_outcome_words, setting_words
from apps.caseload.record_forms import record_word
from apps.caseload.views.basis import cases_only, visible_or_404
from apps.core.listing import keyset_page, place_of
from apps.core.permissions import require_page

RELATED = ("missing_since", "case__caseworker", "assessment__missing_since", "active_plan__missing_since")


@require_safe
@cases_only
def case(request, pk):
    record = visible_or_404(request, pk, *RELATED)
    line = line_of(request.user, record)
    shown(request, "caseload:case", [record.pk])
    may_close = permissions.can_close(request.user)
    may_work = permissions.can_work(request.user, record)
    found = case_page(record, request.clock)
    context = {
        "record": record,
        "line": line,
        "case": found,
        "panel": panel_of(found, is_live=can_edit_records()) if may_work and not record.is_taken_back else None,
        "may_work": may_work,
        "word_of": word_of,
        "history": history_of(record, with_closures=may_close),
        "closures": record.closures.count() if may_close else 0,
        "may_close": may_close,
        "may_assign": permissions.can_assign(request.user),
        "may_see_who_looked": permissions.can_see_who_looked(request.user),
        "may_edit_records": can_edit_records(),
        "may_correct": may_work and can_edit_records() and not record.is_taken_back,
        "record_word": record_word,
        "setting_words": setting_words,
        "review_outcome_words": review_outcome_words,
    }
    return render(request, "caseload/case.html", context)


@require_safe
@cases_only
def who_looked(request, pk):
    """Every page on which the case was shown, the newest first."""
    require_page(permissions.can_see_who_looked(request.user))
    record = visible_or_404(request, pk)
    rows = views_of(record.pk)
    place = place_of(request, rows.model._meta.get_field("at"))
    page = keyset_page(rows, "at", place, is_descending=True, reading=lambda chosen: chosen.select_related("person"))
    shown(request, "caseload:who-looked", [record.pk])
    return render(request, "caseload/who_looked.html", {"record": record, "page": page, "pages": PAGE_WORDS})


PAGE_WORDS = {
    "caseload:my-cases": "My cases",
    "caseload:case-list": "List of cases",
    "caseload:search": "Search",
    "caseload:case": "The case",
    "caseload:who-looked": "Who looked",
    "caseload:assign": "Assigning a caseworker",
    "caseload:case-close": "Closing the case to a person",
    "caseload:case-open": "Opening the case to a person",
    "caseload:forecast": "What is coming",
    "caseload:listed-list": "The team’s list",
    "caseload:listed-search": "Search in the team’s list",
    "caseload:listed-export": "Export of the team’s list",
    "caseload:listed-case": "The line of the team’s list",
    "caseload:listed-looked": "Who looked at the line",
    "imports:batch": "A spreadsheet before it was saved",
    "imports:row": "A row of a spreadsheet",
    "imports:missing": "What a spreadsheet lacks",
    "caseload:request-add": "A new request",
    "caseload:decide": "Deciding whether to assess",
    "caseload:end": "Ending the assessment",
    "caseload:issue": "Issuing the plan",
    "caseload:cease": "Ending the plan",
    "caseload:overturn": "A refusal that was overturned",
    "caseload:placement-add": "A new placement",
    "caseload:setting-add": "The setting that the plan names",
    "caseload:need-set": "A need of the plan",
    "caseload:record-correct": "Correcting a record",
    "caseload:record-take-back": "Taking back a record",
    "caseload:row-add": "Adding to the case",
    "caseload:row-change": "Changing what was added",
    "caseload:row-take-back": "Taking back what was added",
}
