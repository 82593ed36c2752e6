"""Live mode: from a child and a request to the end of the plan, and what of it is corrected or taken back.

In extract mode none of these pages exists.
"""

from functools import partial, wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from apps.caseload import corrections, live, permissions, work
from apps.caseload.audit import shown
from apps.caseload.live_forms import CeaseForm, ChildForm, DecideForm, EndForm, IssueForm, RequestForm
from apps.caseload.mode import can_edit_records
from apps.caseload.record_forms import RECORDS, NeedForm, OverturnForm, PlacementForm, SettingForm
from apps.caseload.views.basis import cases_only, visible_or_404
from apps.caseload.work_forms import TakeBackForm
from apps.core.changes import Refused, Stale
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require


def live_only(view):
    """404 in extract mode: there the case system is the record."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not can_edit_records():
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


@require_http_methods(["GET", "POST"])
@cases_only
@live_only
def child_add(request):
    """A new child with a request."""
    require(request.user.role in permissions.WORKING_ROLES)
    form = ChildForm(posted(request))
    if form.is_valid() and (made := _requested(form)):
        return _done(request, f"Request {made.key} of {made.child} recorded.", made)
    return render(request, "caseload/child_add.html", {"form": form})


@require_http_methods(["GET", "POST"])
@cases_only
@live_only
def request_add(request, pk):
    """Another request of a child who is in the records."""
    record = visible_or_404(request, pk, "case")
    require(permissions.can_work(request.user, record))
    form = RequestForm(posted(request))
    if form.is_valid() and (made := _requested(form, child=record.child)):
        return _done(request, f"Request {made.key} recorded.", made)
    return _page(request, record, form, "request-add", "A new request for this child")


def _requested(form, **child):
    """The request that the form made; None where it was refused."""
    try:
        return live.add_request(**form.cleaned_data, **child, recorded_on=today())
    except Refused as refused:
        form.refuse(refused)
    return None


def _done(request, words, record):
    messages.success(request, words)
    return redirect(record)


def _page(request, record, form, name, title):
    shown(request, f"caseload:{name}", [record.pk])
    return render(request, "caseload/record_form.html", {"form": form, "record": record, "title": title})


def _step(name, title, form_class, service, done):
    """A page whose form changes the records of one case by one service."""

    @require_http_methods(["GET", "POST"])
    @cases_only
    @live_only
    def view(request, pk):
        record = visible_or_404(request, pk, "case")
        require(permissions.can_work(request.user, record))
        form = form_class(posted(request), initial={"version": work.version_of(record)})
        if form.is_valid() and _saved(form, record, service):
            return _done(request, f"{record.key}: {done}", record)
        return _page(request, record, form, name, title)

    return view


def _saved(form, record, service, fields=None):
    """Whether the service did it; else the form says why not."""
    if fields is None:
        fields = {name: value for name, value in form.cleaned_data.items() if name != "token"}
    try:
        service(request=record, recorded_on=today(), **fields)
    except Stale as stale:
        form.refuse_stale(stale.row)
    except Refused as refused:
        form.refuse(refused)
    else:
        return True
    return False


decide = _step("decide", "Decide whether to assess", DecideForm, live.decide, "the decision is recorded.")
end = _step("end", "End the assessment without a plan", EndForm, live.end_without_plan, "the assessment has ended.")
issue = _step("issue", "Issue the final plan", IssueForm, live.issue_plan, "the plan is issued.")
cease = _step("cease", "End the plan", CeaseForm, live.cease_plan, "the plan has ended.")
overturn = _step("overturn", "A refusal was overturned", OverturnForm, live.overturn, "the refusal is overturned.")
placement_add = _step(
    "placement-add", "A new placement", PlacementForm, corrections.add_placement, "the placement is recorded."
)
setting_add = _step(
    "setting-add", "The plan names another setting", SettingForm, corrections.add_setting, "the setting is recorded."
)
need_set = _step("need-set", "A need of the plan", NeedForm, corrections.set_need, "the need is recorded.")


def _record_or_404(request, pk, word, key):
    """The case and one of its records, of a case that the person may see and work."""
    record = visible_or_404(request, pk, "case")
    require(permissions.can_work(request.user, record))
    if word not in RECORDS:
        raise Http404
    return record, get_object_or_404(corrections.records_of(record, RECORDS[word].model), pk=key)


@require_http_methods(["GET", "POST"])
@cases_only
@live_only
def record_correct(request, pk, word, key):
    """Put a record right; what it said before stays in the history."""
    record, row = _record_or_404(request, pk, word, key)
    kind = RECORDS[word]
    form = kind.form(posted(request), row=row, version=work.version_of(record))
    if form.is_valid():
        sent = {"version": form.cleaned_data["version"], "reason": form.cleaned_data["why"]} | form.values()
        if _saved(form, record, partial(corrections.correct, row), sent):
            return _done(request, f"{record.key}: corrected. What it said before stays in the history.", record)
    shown(request, "caseload:record-correct", [record.pk])
    context = {"form": form, "record": record, "row": row, "word": word, "kind": kind}
    return render(request, "caseload/record_correct.html", context)


@require_http_methods(["GET", "POST"])
@cases_only
@live_only
def record_take_back(request, pk, word, key):
    """Take back a record that was entered by mistake, with all that hangs on it."""
    record, row = _record_or_404(request, pk, word, key)
    kind = RECORDS[word]
    if not kind.can_be_taken_back:
        raise Http404
    form = TakeBackForm(posted(request), initial={"version": work.version_of(record)})
    if form.is_valid() and _saved(form, record, partial(corrections.take_back, row)):
        return _done(request, f"{record.key}: taken back. It stays in sight and counts no more.", record)
    shown(request, "caseload:record-take-back", [record.pk])
    return render(request, "caseload/record_take_back.html", {"form": form, "record": record, "kind": kind})
