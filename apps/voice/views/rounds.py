"""The pages on which those whose voice it is write a round, look at it again, and release it."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.core.dates import long_date, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.inspections.models import Finding
from apps.voice import forms, permissions, services
from apps.voice.models import DraftEntry, Felt, How
from apps.voice.views.said import current_findings, draft_context
from apps.voice.views.shapes import form_page

OF_ROUND = ("heard_from", "heard_to", "how", "how_many", "brought_by")


def draft_of(user, pk):
    """The draft, 404 where it is not the person's to write, 403 once it was released."""
    draft = get_object_or_404(permissions.visible_rounds(user).select_related("speaker"), pk=pk)
    require(draft.is_draft, services.RELEASED)
    return draft


def speaker_for(user, pk):
    require_page(user.role in permissions.BRINGERS)
    return get_object_or_404(permissions.writable_speakers(user), pk=pk)


@require_http_methods(["GET", "POST"])
@signed_in
def round_add(request, pk):
    speaker = speaker_for(request.user, pk)
    on = today()
    form = forms.RoundForm(posted(request), is_on_behalf=speaker.organisation_id is None, on=on)

    def save(data):
        return services.begin_round(speaker=speaker, by=request.user, on=on, **data)

    return form_page(
        request,
        form,
        save,
        "The draft is begun. Write what was said; nobody else sees it until you release it.",
        heading=f"What was heard: {speaker}",
        intro="First say when and how you listened. Then you write what was said, finding by finding.",
        passed_on=speaker.organisation_id is None,
        speaker=speaker,
        back=reverse("voice:said"),
        button="Go on",
    )


@require_http_methods(["GET", "POST"])
@signed_in
def round_edit(request, pk):
    draft = draft_of(request.user, pk)
    on = today()
    opened = {name: getattr(draft, name) for name in (*OF_ROUND, "version")}
    form = forms.RoundEditForm(posted(request), initial=opened, is_on_behalf=draft.is_on_behalf, on=on)
    return form_page(
        request,
        form,
        lambda data: services.change_round(draft=draft, on=on, **_without_token(data)),
        "It is saved.",
        theirs_of=_heard_words,
        heading="When and how you listened",
        speaker=draft.speaker,
        back=draft.get_absolute_url(),
    )


def _heard_words(draft):
    days = f"{long_date(draft.heard_from)} to {long_date(draft.heard_to)}"
    return [("Days of listening", days), ("How", How(draft.how).label), ("How many", draft.how_many)]


@require_http_methods(["GET", "POST"])
@signed_in
def round_drop(request, pk):
    draft = draft_of(request.user, pk)
    form = forms.DropForm(posted(request), initial={"version": draft.version})

    def save(data):
        services.drop_round(draft=draft, version=data["version"])
        return "voice:said"

    return form_page(
        request,
        form,
        save,
        "The draft was thrown away.",
        heading="Throw this draft away?",
        intro="All that it says is gone, for everybody who writes it with you.",
        speaker=draft.speaker,
        back=draft.get_absolute_url(),
        button="Throw it away",
    )


@require_http_methods(["GET", "POST"])
@signed_in
def entry(request, pk, finding):
    """What the draft says of one finding; then the next one, or back to all of them."""
    draft = draft_of(request.user, pk)
    shown = get_object_or_404(Finding.objects.select_related("inspection").prefetch_related("parts"), pk=finding)
    current = draft.draft_entries.filter(finding=shown).first() or DraftEntry(round=draft, finding=shown, version=0)
    opened = {"rating": current.rating, "comment": current.comment, "version": current.version}
    form = forms.EntryForm(posted(request), initial=opened)
    order = list(current_findings(draft.heard_to).values_list("pk", flat=True))
    place = order.index(shown.pk) + 1 if shown.pk in order else 0
    following = order[place] if place and place < len(order) else None

    def save(data):
        services.say(draft=draft, finding=shown, **_without_token(data))
        goes_on = following and request.POST.get("then") != "back"
        return reverse("voice:entry", args=[draft.pk, following]) if goes_on else draft.get_absolute_url()

    return form_page(
        request,
        form,
        save,
        f"What you wrote of {shown.reference} is saved.",
        "voice/entry.html",
        theirs_of=_entry_words,
        round=draft,
        finding=shown,
        place=place,
        count=len(order),
        following=following,
    )


def _entry_words(row):
    rating = Felt(row.rating).label if row.rating else "Nobody spoke of it"
    return [("Do families feel a difference?", rating), ("What did they say?", row.comment or "Nothing is written")]


@require_http_methods(["GET", "POST"])
@signed_in
def draft_issue_add(request, pk):
    draft = draft_of(request.user, pk)
    form = forms.DraftIssueForm(posted(request), findings=current_findings(draft.heard_to))

    def save(data):
        services.raise_issue(draft=draft, **data)
        return draft

    return form_page(
        request,
        form,
        save,
        "The issue is saved in your draft.",
        heading="An issue that families raised",
        speaker=draft.speaker,
        back=draft.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def draft_issue_edit(request, pk, issue):
    draft = draft_of(request.user, pk)
    row = get_object_or_404(draft.draft_issues.select_related("round"), pk=issue)
    opened = {name: getattr(row, name) for name in ("words", "how_many", "finding", "version")}
    form = forms.DraftIssueEditForm(posted(request), initial=opened, findings=current_findings(draft.heard_to))

    def save(data):
        services.change_issue(issue=row, **_without_token(data))
        return draft

    return form_page(
        request,
        form,
        save,
        "The issue is saved in your draft.",
        theirs_of=lambda saved: [("What families raised", saved.words)],
        heading="An issue that families raised",
        speaker=draft.speaker,
        back=draft.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def issue_add(request, pk):
    """An issue on its own: written here, looked at and released on the next page."""
    speaker = speaker_for(request.user, pk)
    on = today()
    is_on_behalf = speaker.organisation_id is None
    findings = current_findings(on)
    form = forms.LoneIssueForm(posted(request), is_on_behalf=is_on_behalf, on=on, findings=findings)

    def save(data):
        heard = {name: data[name] for name in OF_ROUND if name in data}
        draft = services.begin_round(speaker=speaker, by=request.user, on=on, token=data["token"], **heard)
        issue = {"words": data["words"], "finding": data["finding"], "token": data["token"]}
        if draft.is_draft:
            services.raise_issue(draft=draft, **issue)
        return reverse("voice:round-release", args=[draft.pk]) if draft.is_draft else draft

    return form_page(
        request,
        form,
        save,
        "The issue is written. Nobody else sees it until you release it.",
        heading=f"An issue for {speaker}",
        passed_on=is_on_behalf,
        speaker=speaker,
        back=reverse("voice:issue-list"),
        button="Go on",
    )


@require_http_methods(["GET", "POST"])
@signed_in
def round_release(request, pk):
    draft = draft_of(request.user, pk)
    form = forms.ReleaseForm(posted(request), initial={"version": draft.version})
    return form_page(
        request,
        form,
        lambda data: services.release(draft=draft, by=request.user, version=data["version"]),
        "It is released. Everybody who signs in can read it, and nobody can change it.",
        "voice/release.html",
        **draft_context(draft),
    )


def _without_token(data):
    return {name: value for name, value in data.items() if name != "token"}
