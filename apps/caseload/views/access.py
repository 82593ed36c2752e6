"""Who works a case, and to whom it is closed."""

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from apps.caseload import permissions, services
from apps.caseload.audit import shown
from apps.caseload.filters import CaseFilter
from apps.caseload.forms import AssignForm, CloseForm, OpenForm
from apps.caseload.models import Request
from apps.caseload.views.basis import cases_only, visible_or_404
from apps.core.changes import Refused, Stale
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.words import plural

LIST_QUERY = 2000


@require_http_methods(["GET", "POST"])
@cases_only
def case_assign(request, pk):
    """Give one case to a caseworker."""
    require(permissions.can_assign(request.user))
    record = visible_or_404(request, pk, "case__caseworker")
    case = getattr(record, "case", None)
    initial = {"cases": [f"{pk}.{case.version if case else 0}"], "caseworker": (case and case.caseworker_id) or ""}
    form = _assign_form(request, posted(request), initial)
    if form.is_valid() and (done := _assign(request, form)):
        return done
    return _assign_page(request, form, [record], record.get_absolute_url())


@require_POST
@cases_only
def assign(request):
    """Give the cases chosen in the list to one caseworker."""
    require(permissions.can_assign(request.user))
    form = _assign_form(request, request.POST)
    back = f"{reverse('caseload:case-list')}?{_list_query(request.POST.get('query', ''))}".removesuffix("?")
    if form.is_valid() and (done := _assign(request, form, back)):
        return done
    return _assign_page(request, form, getattr(form, "requests", []), back)


def _assign_form(request, data, initial=None):
    people = permissions.people_with_cases(today(), permissions.WORKING_ROLES)
    visible = permissions.visible_requests(request.user).select_related("child", "case__caseworker")
    return AssignForm(data, initial=initial, people=people, visible=visible)


def _assign(request, form, back=None):
    """The answer to a form that could be saved; None where somebody else was quicker."""
    caseworker, versions = form.cleaned_data["caseworker"], form.cleaned_data["cases"]
    try:
        services.assign(requests=form.requests, caseworker=caseworker, versions=versions)
    except Stale as stale:
        form.refuse_stale([stale.row.request], _versions_now(form.requests))
        return None
    who = caseworker.name if caseworker else "nobody"
    messages.success(request, f"{plural(len(form.requests), 'case')} given to {who}.")
    return redirect(back or form.requests[0])


def _versions_now(requests):
    rows = Request.objects.filter(pk__in=[r.pk for r in requests]).values_list("pk", "case__version")
    return {key: version or 0 for key, version in rows}


def _assign_page(request, form, records, back):
    shown(request, "caseload:assign", [record.pk for record in records])
    return render(request, "caseload/assign.html", {"form": form, "records": records, "address": back})


def _list_query(text):
    """The filter that the list was opened with, and nothing else."""
    try:
        pairs = parse_qsl(text[:LIST_QUERY], max_num_fields=100)
    except ValueError:
        return ""
    known = [*CaseFilter.base_filters, "show", "sort"]
    return urlencode([(name, value) for name, value in pairs if name in known and value])


@require_http_methods(["GET", "POST"])
@cases_only
def case_close(request, pk):
    """Close a case to a person; they then find it nowhere."""
    require(permissions.can_close(request.user))
    record = visible_or_404(request, pk)
    form = CloseForm(posted(request), people=permissions.people_with_cases(today()))
    if form.is_valid():
        person, reason = form.cleaned_data["person"], form.cleaned_data["reason"]
        try:
            services.close_to(request=record, person=person, reason=reason)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{record} is closed to {person.name}.")
            return redirect("caseload:case-list" if person == request.user else record)
    shown(request, "caseload:case-close", [record.pk])
    closures = record.closures.select_related("person")
    return render(request, "caseload/case_close.html", {"form": form, "record": record, "closures": closures})


@require_http_methods(["GET", "POST"])
@cases_only
def case_open(request, pk, closure):
    """Open a case again to a person to whom it is closed."""
    require(permissions.can_close(request.user))
    record = visible_or_404(request, pk)
    row = get_object_or_404(record.closures.select_related("person"), pk=closure)
    form = OpenForm(posted(request))
    if form.is_valid():
        services.open_to(closure=row, reason=form.cleaned_data["reason"])
        messages.success(request, f"{record} is open to {row.person.name} again.")
        return redirect(record)
    shown(request, "caseload:case-open", [record.pk])
    return render(request, "caseload/case_open.html", {"form": form, "record": record, "closure": row})
