"""Taking a personal detail out of a released text."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.voice import forms, permissions, services
from apps.voice.models import Place
from apps.voice.views.shapes import form_page


@require_http_methods(["GET", "POST"])
@signed_in
def detail_remove(request, place, pk):
    if place not in Place.values:
        raise Http404
    row = get_object_or_404(permissions.visible_texts(request.user, place), pk=pk)
    require(permissions.can_take_out(request.user, place, row))
    text = getattr(row, permissions.MODELS[place][1])
    form = forms.TakeOutForm(posted(request))
    back = _page_of(place, row)

    def save(data):
        given = {"kind": data["kind"], "detail": data["detail"]}
        services.take_out(place=place, row=row, text=text, by=request.user, on=today(), **given)
        return back

    return form_page(
        request,
        form,
        save,
        "The words are taken out for good. A mark says so where they stood.",
        "voice/detail_remove.html",
        text=text,
        back=back,
    )


def _page_of(place, row):
    """Where the text stands."""
    if place in (Place.WORDING, Place.REASON):
        return reverse("voice:proposal-list")
    if place == Place.ANSWER:
        return row.issue.get_absolute_url()
    return row.round.get_absolute_url() if place == Place.COMMENT else row.get_absolute_url()
