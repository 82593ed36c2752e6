"""Pages of releases: reading them, making them, opening them by a second person, correcting and withdrawing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.access import WEB_CASES, assume
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.measures.models import ReleaseState, ReleaseThreshold, threshold_on
from apps.measures.releases import permissions, services, shown
from apps.measures.releases.forms import CorrectForm, MakeForm, ReasonForm, ReleaseForm, ThresholdForm

BACK = "measures:release-list"


@require_safe
@signed_in
def release_list(request):
    releases = permissions.visible_releases(request.user).prefetch_related("corrections")
    context = {
        "out": [release for release in releases if release.is_out],
        "drafts": [release for release in releases if release.is_draft],
        "dropped": [release for release in releases if release.state == ReleaseState.DROPPED],
        "works_on_releases": permissions.works_on_releases(request.user),
        "can_make": permissions.can_make(request.user),
        "can_set_threshold": permissions.can_set_threshold(request.user),
        "threshold": threshold_on(today()),
    }
    return render(request, "measures/release_list.html", context)


def _visible(request, pk):
    releases = permissions.visible_releases(request.user)
    return get_object_or_404(releases.select_related("made_by", "released_by", "ended_by", "supersedes"), pk=pk)


@require_safe
@signed_in
def release(request, pk):
    found = _visible(request, pk)
    # Of drafts, those who may see cases are shown what lies behind; readers of a release never are.
    may_look_behind = found.is_draft and permissions.can_see_children(request.user)
    if may_look_behind:
        assume(WEB_CASES)
    context = {
        "release": found,
        "grids": shown.grids(found),
        "explanation": shown.explanation(found),
        "warnings": shown.warnings(found),
        "may_look_behind": may_look_behind,
        "behind": services.true_counts(found) if may_look_behind else None,
        "offers": permissions.offers(request.user, found),
        "works_on_releases": permissions.works_on_releases(request.user),
        "correction": found.corrections.out().first(),
    }
    return render(request, "measures/release.html", context)


@require_safe
@signed_in
def release_export(request, pk):
    found = _visible(request, pk)
    kind = request.GET.get("format", "csv")
    if kind not in shown.CONTENT_TYPES:
        raise Http404
    content = shown.as_csv(found) if kind == "csv" else shown.as_workbook(found)
    response = HttpResponse(content, content_type=shown.CONTENT_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="release-{slugify(found.census_on)}-{found.pk}.{kind}"'
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def release_make(request):
    require(permissions.can_make(request.user))
    assume(WEB_CASES)
    context = {
        "heading": "Make a release",
        "button": "Make a draft",
        "back": BACK,
        "kind": "make",
        "threshold": threshold_on(today()),
    }

    def work(note, token):
        return services.make(by=request.user, on=today(), note=note)

    return _act(request, MakeForm, work, "The draft is made. Look at it; a second person then releases it.", context)


@require_http_methods(["GET", "POST"])
@signed_in
def release_correct(request, pk):
    found = _visible(request, pk)
    require(permissions.can_correct(request.user, found))
    assume(WEB_CASES)
    context = {
        "release": found,
        "heading": "Correct this release",
        "button": "Make a draft of the correction",
        "kind": "correct",
    }

    def work(note, token):
        return services.correct(release=found, by=request.user, note=note)

    return _act(request, CorrectForm, work, "The draft of the correction is made.", context)


@require_http_methods(["GET", "POST"])
@signed_in
def release_confirm(request, pk):
    found = _visible(request, pk)
    require(permissions.can_release(request.user, found))
    context = {
        "release": found,
        "heading": "Release these tables",
        "button": "Release to all readers",
        "kind": "release",
    }

    def work(is_checked, token):
        return services.release_draft(release=found, by=request.user)

    return _act(request, ReleaseForm, work, "Released: everybody who signs in can read it now.", context)


@require_http_methods(["GET", "POST"])
@signed_in
def release_withdraw(request, pk):
    found = _visible(request, pk)
    require(permissions.can_withdraw(request.user, found))
    context = {"release": found, "heading": "Withdraw this release", "button": "Withdraw", "kind": "withdraw"}

    def work(reason, token):
        return services.withdraw(release=found, by=request.user, reason=reason)

    return _act(request, ReasonForm, work, "Withdrawn. Its numbers stay readable, marked as withdrawn.", context)


@require_http_methods(["GET", "POST"])
@signed_in
def release_drop(request, pk):
    found = _visible(request, pk)
    require(permissions.can_drop(request.user, found))
    context = {"release": found, "heading": "Drop this draft", "button": "Drop the draft", "kind": "drop"}

    def work(reason, token):
        return services.drop(release=found, by=request.user, reason=reason)

    return _act(request, ReasonForm, work, "The draft is dropped. Another can be made.", context)


def _act(request, form_class, work, done, context):
    """Bind the form, do the work, and lead to the release; a refusal stands above the form."""
    form = form_class(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = work(**form.cleaned_data)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            return redirect(made)
    return render(request, "measures/release_act.html", {"form": form} | context)


@require_http_methods(["GET", "POST"])
@signed_in
def release_threshold(request):
    """A new number from today on; what has been released stays as it is."""
    require(permissions.can_set_threshold(request.user))
    form = ThresholdForm(posted(request), initial={"number": threshold_on(today())})
    if request.method == "POST" and form.is_valid():
        ReleaseThreshold.objects.create(
            effective_on=today(), recorded_by=request.user, number=form.cleaned_data["number"]
        )
        messages.success(request, "The number holds for releases made from today. Earlier releases stay as they are.")
        return redirect(BACK)
    context = {
        "form": form,
        "history": ReleaseThreshold.objects.standing().latest_first().select_related("recorded_by"),
        "heading": "Smallest number that releases show",
    }
    return render(request, "measures/release_threshold.html", context)
