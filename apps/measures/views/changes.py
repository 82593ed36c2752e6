"""Where figures are entered, targets set, falls announced and entries taken back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.measures import permissions, services
from apps.measures.forms import DipForm, OpennessForm, TakeBackForm, TargetForm, ValueForm
from apps.measures.models import Openness


def _measure(request, slug):
    return get_object_or_404(permissions.visible_measures(request.user), slug=slug)


def _saved(request, form, save, message, back):
    """Save what a valid form holds and lead back; None where it is not valid, or is refused."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        save()
    except Refused as refused:
        form.refuse(refused)
        return None
    messages.success(request, message)
    return redirect(back)


def _page(request, form, heading, back, lead=""):
    context = {"form": form, "heading": heading, "back": back, "lead": lead}
    return render(request, "measures/edit.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def value_add(request, slug):
    measure = _measure(request, slug)
    require(permissions.can_enter(request.user, measure))
    form = ValueForm(posted(request), measure=measure, on=today())

    def save():
        data = form.cleaned_data
        services.enter_value(
            measure=measure,
            by=request.user,
            on=today(),
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            source=data["source"],
            token=data["token"],
            **form.said(),
        )

    lead = "It stands beside what other sources say of the same period. Nothing is overwritten."
    saved = _saved(request, form, save, f"The figure of “{measure}” is saved.", measure)
    return saved or _page(request, form, f"Enter a figure: {measure}", measure.get_absolute_url(), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def target_add(request, slug):
    measure = _measure(request, slug)
    require(permissions.can_set_targets(request.user, measure))
    form = TargetForm(posted(request), measure=measure)

    def save():
        services.set_target(measure=measure, by=request.user, on=today(), **form.cleaned_data)

    lead = "It holds from today. Earlier targets stay on the page, with their reasons."
    saved = _saved(request, form, save, f"The target of “{measure}” holds from today.", measure)
    return saved or _page(request, form, f"Set a target: {measure}", measure.get_absolute_url(), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def dip_add(request, slug):
    measure = _measure(request, slug)
    require(permissions.can_set_targets(request.user, measure))
    form = DipForm(posted(request))

    def save():
        services.announce_dip(measure=measure, by=request.user, on=today(), **form.cleaned_data)

    lead = "Dashboards say it beside a figure of that time that is worse than before or misses its target."
    saved = _saved(request, form, save, f"The announcement about “{measure}” is saved.", measure)
    return saved or _page(request, form, f"Announce a worse figure: {measure}", measure.get_absolute_url(), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def take_back(request, kind, pk):
    model = permissions.ENTRIES.get(kind)
    if model is None:
        raise Http404
    measures = permissions.visible_measures(request.user)
    entry = get_object_or_404(model.objects.standing().filter(measure__in=measures).select_related("measure"), pk=pk)
    require(permissions.can_take_back(request.user, entry))
    form = TakeBackForm(posted(request))

    def save():
        services.take_back(entry=entry, by=request.user, on=today(), reason=form.cleaned_data["reason"])

    lead = "It stays on the page, marked as taken back, with your reason. Then enter what is right."
    saved = _saved(request, form, save, "It is taken back.", entry.measure)
    return saved or _page(request, form, f"Take back: {entry}", entry.measure.get_absolute_url(), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def openness(request):
    """Who sees figures on what services do; each decision of the information-governance lead is kept."""
    require(permissions.can_switch(request.user))
    form = OpennessForm(posted(request))

    def save():
        data = form.cleaned_data
        services.switch(
            by=request.user,
            on=today(),
            is_open=data["is_open"] == "yes",
            decided_by=data["decided_by"],
            reason=data["reason"],
            token=data["token"],
        )

    saved = _saved(request, form, save, "The decision holds from now on.", reverse("measures:measure-list"))
    if saved:
        return saved
    context = {"form": form, "decisions": Openness.objects.standing().latest_first()}
    return render(request, "measures/openness.html", context)
