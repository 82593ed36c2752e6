"""Loading the case system's files: upload, report, load; the loads there were; what is to be corrected at source."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.caseload import loads
from apps.caseload.load_forms import UploadForm
from apps.caseload.load_permissions import can_load, can_see_queries, for_those_who
from apps.caseload.models import Extract, Trial, TrialState, View
from apps.caseload.queries import queries_for
from apps.caseload.sen2.layout import MODULES
from apps.caseload.sen2.reading import NOT_READ
from apps.core.forms import posted
from apps.core.harmless import as_csv

ON_A_PAGE = 50
TITLES = {"sen2": "Header"} | {module.name: module.title for module in MODULES}
HEADING = ["Kind", "Table", "Line", "Record", "Column", "Rule", "What is wrong"]


@require_safe
@for_those_who(can_load)
def load_list(request):
    context = {
        "extracts": Paginator(Extract.objects.select_related("loaded_by"), ON_A_PAGE).get_page(request.GET.get("page")),
        "newest": Extract.objects.newest(),
        "trials": Trial.objects.exclude(state__in=(TrialState.LOADED, TrialState.DISCARDED)).select_related(
            "uploaded_by"
        ),
    }
    return render(request, "caseload/load_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(can_load)
def upload(request):
    form = UploadForm(posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        trial = loads.stage(by=request.user, **form.cleaned_data)
        return redirect("loads:check", trial.pk)
    return render(request, "caseload/load_upload.html", {"form": form, "not_read": NOT_READ})


@require_safe
@for_those_who(can_load)
def check(request, pk):
    trial = get_object_or_404(Trial.objects.select_related("uploaded_by", "extract", "job"), pk=pk)
    context = {"trial": trial, "tables": _tables(trial.counts)} | _report(request, trial)
    response = render(request, "caseload/load_check.html", context)
    if trial.is_waiting:
        response["Refresh"] = "3"
    return response


@require_safe
@for_those_who(can_load)
def check_problems(request, pk):
    trial = get_object_or_404(Trial, pk=pk)
    return _problems_file(_filtered(request, trial)[0], f"problems-of-upload-{trial.pk}.csv")


@require_POST
@for_those_who(can_load)
def check_load(request, pk):
    trial = get_object_or_404(Trial, pk=pk)
    try:
        trial = loads.ask_to_load(trial=trial, by=request.user, token=request.POST.get("token", ""))
    except loads.Refusal as refused:
        messages.error(request, str(refused))
    else:
        words = "These files are loaded already." if trial.state == TrialState.LOADED else "The files are being loaded."
        messages.success(request, words)
    return redirect("loads:check", trial.pk)


@require_POST
@for_those_who(can_load)
def check_again(request, pk):
    trial = get_object_or_404(Trial, pk=pk)
    try:
        loads.check_again(trial=trial, by=request.user)
    except loads.Refusal as refused:
        messages.error(request, str(refused))
    return redirect("loads:check", trial.pk)


@require_POST
@for_those_who(can_load)
def check_discard(request, pk):
    trial = get_object_or_404(Trial, pk=pk)
    try:
        loads.discard(trial=trial)
    except loads.Refusal as refused:
        messages.error(request, str(refused))
        return redirect("loads:check", trial.pk)
    messages.success(request, "The files were thrown away. Nothing was loaded.")
    return redirect("loads:list")


@require_safe
@for_those_who(can_load)
def load(request, pk):
    extract = get_object_or_404(Extract.objects.select_related("loaded_by"), pk=pk)
    context = {
        "extract": extract,
        "tables": _tables(extract.counts),
        "files": extract.files.defer("content"),
        "is_newest": Extract.objects.newest() == extract,
    }
    return render(request, "caseload/load.html", context | _report(request, extract))


@require_safe
@for_those_who(can_load)
def load_problems(request, pk):
    extract = get_object_or_404(Extract, pk=pk)
    return _problems_file(_filtered(request, extract)[0], f"problems-of-load-{extract.pk}.csv")


@require_safe
@for_those_who(can_see_queries)
def queries(request):
    extract, found = queries_for(request.user)
    workers = sorted({(query.caseworker, query.caseworker_id or 0) for query in found})
    chosen = request.GET.get("caseworker", "")
    found = _of_caseworker(found, chosen)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    looked_at = sorted({query.request for query in page if query.request})
    if looked_at:
        View.objects.create(person=request.user, page="queries", requests=looked_at)
    context = {
        "extract": extract,
        "page": page,
        "workers": workers,
        "chosen": chosen,
        "query": f"{urlencode({'caseworker': chosen})}&" if chosen else "",
        "titles": TITLES,
        "may_load": can_load(request.user),
    }
    return render(request, "caseload/load_queries.html", context)


@require_safe
@for_those_who(can_see_queries)
def queries_file(request):
    _, found = queries_for(request.user)
    found = _of_caseworker(found, request.GET.get("caseworker", ""))
    looked_at = sorted({query.request for query in found if query.request})
    if looked_at:
        View.objects.create(person=request.user, page="queries as a file", requests=looked_at)
    lines = ([query.caseworker, *_line(query.fault)[1:]] for query in found)
    return _file(as_csv(["Caseworker", *HEADING[1:]], lines), "queries.csv")


def _of_caseworker(found, chosen):
    """The queries of one caseworker by id, 0 for those of nobody; all where none is chosen."""
    if not chosen.isdecimal():
        return found
    return [query for query in found if str(query.caseworker_id or 0) == chosen]


def _tables(counts):
    """``(title, counts)`` of each module, in the order of the return."""
    return [(module.title, counts[module.name]) for module in MODULES if module.name in counts]


def _report(request, owner):
    """The problems of an upload or a load, filtered, with how many there are of each rule."""
    problems, chosen = _filtered(request, owner)
    rules = owner.problems.values("is_error", "table", "code").annotate(count=Count("pk"))
    rules = list(rules.order_by("-is_error", "table", "code"))
    kept = urlencode({name: value for name, value in chosen.items() if value})
    return {
        "page": Paginator(problems, ON_A_PAGE).get_page(request.GET.get("page")),
        "rules": rules,
        "error_count": sum(rule["count"] for rule in rules if rule["is_error"]),
        "query_count": sum(rule["count"] for rule in rules if not rule["is_error"]),
        "codes": sorted({rule["code"] for rule in rules}),
        "chosen": chosen,
        "query": f"{kept}&" if kept else "",
        "titles": TITLES,
    }


def _filtered(request, owner):
    """The problems that the filters ask for, and what they ask; what is not known is not asked."""
    chosen = {name: request.GET.get(name, "") for name in ("kind", "table", "rule")}
    problems = owner.problems.order_by("-is_error", "pk")
    if chosen["kind"] in ("error", "query"):
        problems = problems.filter(is_error=chosen["kind"] == "error")
    if chosen["table"] in TITLES:
        problems = problems.filter(table=chosen["table"])
    if chosen["rule"]:
        problems = problems.filter(code=chosen["rule"].replace("\x00", ""))
    return problems, chosen


def _line(fault):
    kind = "Error" if fault.is_error else "Query"
    return [kind, TITLES[fault.table], fault.row, fault.record, fault.field, fault.code, fault.message]


def _problems_file(problems, name):
    return _file(as_csv(HEADING, (_line(fault) for fault in problems.iterator())), name)


def _file(content, name):
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
