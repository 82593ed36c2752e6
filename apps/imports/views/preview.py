"""What a file holds and what saving it would do: tabs, rows cell by cell, mending, leaving out, settling."""

import io

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.changes import Refused
from apps.core.forms import posted
from apps.core.listing import query_of
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports import services
from apps.imports.forms import RowForm
from apps.imports.marked import marked_file
from apps.imports.models import BatchState, Outcome
from apps.imports.permissions import of_batch
from apps.imports.staging import added_values
from apps.imports.words import SEVERITIES, TABS, Wording

ON_A_PAGE = 50
FILTERS = {name: {"outcome": name, "is_skipped": False} for name in Outcome.values}
CLOSED = "The file holds rows of cases that are closed to you. Somebody else has to download it."
SHOWN_WITH_PLACE = (BatchState.READ, BatchState.APPLIED, BatchState.UNDONE)
FILTERS |= {"skipped": {"is_skipped": True}, "notes": {"has_problems": True}, "all": {}}


@require_safe
@of_batch
def batch(request, batch):
    layout, landing = LAYOUTS[batch.layout], LANDINGS[batch.layout]
    context = {"batch": batch, "layout": layout, "landing": landing}
    if batch.state == BatchState.ASKING:
        return redirect("imports:answer", batch.pk)
    if batch.state == BatchState.READ:
        context |= _rows(request, batch, layout, landing) | {"published": landing.published(batch)}
    if batch.state in SHOWN_WITH_PLACE:
        context["destination"] = landing.destination(batch)
    response = render(request, f"imports/{_page_of(batch)}.html", context)
    if batch.is_waiting:
        response["Refresh"] = "2"
    return response


def _page_of(batch):
    if batch.is_waiting or batch.has_failed:
        return "waiting"
    return "preview" if batch.state == BatchState.READ else "result"


def _rows(request, batch, layout, landing):
    tab = request.GET.get("tab")
    tab = tab if tab in FILTERS else next((name for name, _, _ in TABS if batch.counts.get(name)), "all")
    visible = landing.visible(batch.rows, request.user)
    page = Paginator(visible.filter(**FILTERS[tab]), ON_A_PAGE).get_page(request.GET.get("page"))
    landing.note_shown(request, "imports:batch", [row.matched for row in page.object_list if row.matched])
    return {
        "hidden": _hidden(request, batch),
        "tab": tab,
        "tabs": TABS,
        "page": page,
        "query": query_of(request, tab=tab),
        "wording": Wording(layout, landing.columns(layout)),
        "added": added_values(batch, landing, page.object_list),
        "severities": SEVERITIES,
        "savable": sum(batch.counts.get(name, 0) for name in ("new", "changed")),
    }


def _hidden(request, batch):
    """How many rows of the batch are about cases that are closed to the person."""
    if not batch.holds_children:
        return 0
    return batch.rows.count() - LANDINGS[batch.layout].visible(batch.rows, request.user).count()


def _visible_row(request, batch, place):
    return get_object_or_404(LANDINGS[batch.layout].visible(batch.rows, request.user), position=place)


@require_http_methods(["GET", "HEAD", "POST"])
@of_batch
def row(request, batch, place):
    """One row: what was read, what it would change, and a form to mend it."""
    row = _visible_row(request, batch, place)
    layout, landing = LAYOUTS[batch.layout], LANDINGS[batch.layout]
    form = RowForm(posted(request), row=row, layout=layout, columns=landing.columns(layout))
    if form.is_bound and form.is_valid():
        try:
            services.edit_row(batch=batch, row=row, edits=form.edits())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"Row {row.number} was checked again with what you typed.")
            return redirect("imports:row", batch.pk, place)
    landing.note_shown(request, "imports:row", [row.matched] if row.matched else [])
    context = {
        "batch": batch,
        "row": row,
        "form": form,
        "wording": Wording(layout, landing.columns(layout)),
        "added": added_values(batch, landing, [row] if batch.state == BatchState.READ else []),
        "severities": SEVERITIES,
    }
    return render(request, "imports/row.html", context)


@require_safe
@of_batch
def missing(request, batch):
    """What is here and not in the file, by name; gone once the rows themselves were removed."""
    if not batch.rows.exists():
        raise Http404
    landing = LANDINGS[batch.layout]
    page = Paginator(landing.missing(batch, request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    found = list(page.object_list)
    landing.note_shown(request, "imports:missing", [item.pk for item in found if not isinstance(item, str)])
    context = {"batch": batch, "layout": LAYOUTS[batch.layout], "page": page, "found": found}
    return render(request, "imports/missing.html", context)


@require_safe
@of_batch
def problems(request, batch):
    """The file again with what is to be mended beside each row; gone once the file itself was removed."""
    if not batch.files.exists():
        raise Http404
    if _hidden(request, batch):
        messages.error(request, CLOSED)
        return redirect(batch)
    name, content_type, content = marked_file(batch)
    return FileResponse(io.BytesIO(content), as_attachment=True, filename=name, content_type=content_type)


@require_POST
@of_batch
def skip(request, batch):
    """Leave the ticked rows out, or take them in again."""
    places = [int(place) for place in request.POST.getlist("row") if place.isdecimal() and len(place) < 10]  # noqa: PLR2004
    is_skipped = request.POST.get("do") != "include"
    visible = LANDINGS[batch.layout].visible(batch.rows, request.user)
    return _done(
        request,
        batch,
        lambda: _skipped_words(
            services.skip_rows(batch=batch, rows=visible.filter(position__in=places), is_skipped=is_skipped),
            is_skipped,
        ),
    )


def _skipped_words(count, is_skipped):
    if not count:
        return "No row was chosen."
    rows = "1 row is" if count == 1 else f"{count} rows are"
    return f"{rows} {'left out' if is_skipped else 'taken in again'}."


@require_POST
@of_batch
def settle(request, batch, place):
    """Settle the clashes of a row, field by field."""
    row = _visible_row(request, batch, place)
    choices = {name: request.POST.get(name, "") for name in row.clashes}
    return _done(
        request,
        batch,
        lambda: services.settle(batch=batch, row=row, choices=choices) and f"Row {row.number} is settled.",
        ("imports:row", batch.pk, place),
    )


@require_POST
@of_batch
def discard(request, batch):
    return _done(
        request,
        batch,
        lambda: services.discard(batch=batch) and f"{batch.file_name} was thrown away. Nothing was saved.",
        ("imports:list",),
    )


def _done(request, batch, act, to=None):
    try:
        messages.success(request, act())
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(batch)
    if to:
        return redirect(*to)
    tab = request.POST.get("tab", "")
    return redirect(f"{batch.get_absolute_url()}?tab={tab}" if tab in FILTERS else batch.get_absolute_url())
