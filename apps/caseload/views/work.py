"""What a team records on a case: adding it, filling in or correcting it, and taking it back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from apps.caseload import permissions, work
from apps.caseload.audit import shown
from apps.caseload.kinds import KINDS, ROWS, form_of
from apps.caseload.views.basis import cases_only, visible_or_404
from apps.caseload.work_forms import AskForm, TakeBackForm
from apps.core.changes import Refused, Stale
from apps.core.conflicts import differences, settled, typed
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.words import plural


@require_http_methods(["GET", "POST"])
@cases_only
def row_add(request, pk, kind):
    """Add something to a case; ``kind`` is one of ``KINDS``."""
    record = visible_or_404(request, pk, "case")
    require(permissions.can_work(request.user, record))
    if kind not in KINDS:
        raise Http404
    kind = KINDS[kind]
    form = kind.form(posted(request), record=record, on=today(), version=work.version_of(record))
    if form.is_valid() and _added(request, record, form):
        return redirect(record)
    shown(request, "caseload:row-add", [record.pk])
    return render(request, "caseload/row_add.html", {"form": form, "record": record, "kind": kind})


def _added(request, record, form):
    """Whether it was saved; else the form says why not."""
    sent = {name: form.cleaned_data[name] for name in ("version", "token")}
    sent |= {"request": record, "by": request.user, "recorded_on": today()} | form.values()
    try:
        rows = work.ask_advice(**sent) if isinstance(form, AskForm) else [work.add(form.model, **sent)]
    except Stale as stale:
        form.refuse_stale(stale.row)
    except Refused as refused:
        form.refuse(refused)
    else:
        done = str(rows[0]) if len(rows) == 1 else f"{plural(len(rows), 'request')} for advice"
        messages.success(request, f"Recorded: {done}.")
        return True
    return False


def _row_or_404(request, word, pk, *, with_taken_back=False):
    """A row that counts, of a case that the person may see and work."""
    if word not in ROWS:
        raise Http404
    rows = ROWS[word].objects.all() if with_taken_back else ROWS[word].objects.counting()
    row = get_object_or_404(rows, pk=pk)
    row.request = visible_or_404(request, row.request_id, "case")
    require(permissions.can_work(request.user, row.request))
    return row


@require_http_methods(["GET", "POST"])
@cases_only
def row_change(request, word, pk):
    """Fill in what was not known yet, or correct what was recorded."""
    row = _row_or_404(request, word, pk)
    form = _form(request, row)
    if form.is_valid():
        cleaned = form.cleaned_data
        try:
            sent = {"version": cleaned["version"], "recorded_on": today(), "by": request.user}
            work.change(row, **sent, reason=cleaned["why"], **form.values())
        except Stale as stale:
            return _conflict(request, form, row, stale.row)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Saved: {row}.")
            return redirect(row.request)
    shown(request, "caseload:row-change", [row.request_id])
    context = {"form": form, "record": row.request, "row": row, "word": word}
    return render(request, "caseload/row_change.html", context)


def _form(request, row):
    """The form of a row, with what is saved now wherever the person chose to keep that."""
    kind, details = form_of(row), {"record": row.request, "row": row, "on": today()}
    details["version"] = work.version_of(row.request)
    saved = kind(**details)
    return kind(settled(posted(request), saved.fields, saved.values_of(row)), **details)


def _conflict(request, form, row, case):
    """What was typed beside what is saved now; sent to the same address with a choice for each field."""
    row.refresh_from_db()
    shown(request, "caseload:row-change", [row.request_id])
    context = {
        "record": row.request,
        "row": row,
        "version": case.version,
        "rows": differences(form, form.values_of(row)),
        "typed": list(typed(request.POST, "version")),
    }
    return render(request, "caseload/conflict.html", context, status=409)


@require_http_methods(["GET", "POST"])
@cases_only
def row_take_back(request, word, pk):
    """Take back what was recorded by mistake; sent twice it counts once."""
    row = _row_or_404(request, word, pk, with_taken_back=request.method == "POST")
    form = TakeBackForm(posted(request), initial={"version": work.version_of(row.request)})
    if form.is_valid():
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        try:
            work.take_back(row, by=request.user, version=version, recorded_on=today(), reason=reason)
        except Stale as stale:
            form.refuse_stale(stale.row)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Taken back: {row}. It stays in sight and counts no more.")
            return redirect(row.request)
    shown(request, "caseload:row-take-back", [row.request_id])
    context = {"form": form, "record": row.request, "row": row, "word": word}
    return render(request, "caseload/row_take_back.html", context)
