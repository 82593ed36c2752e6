"""The list of papers, draft packs, and the frozen pack of a meeting."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from apps.board.models import Meeting
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.papers import freezing, permissions
from apps.papers.forms import DraftForm, FreezeForm, first_open
from apps.plans.permissions import visible_plans

PDF = "application/pdf"
RECENT = 20


@require_safe
@signed_in
def paper_list(request):
    user = request.user
    packs = permissions.visible_packs(user).defer("content").select_related("meeting", "plan")
    reports = permissions.visible_reports(user).defer("content", "received").select_related("meeting")
    context = {
        "packs": packs.order_by("-made_at", "-pk")[:RECENT],
        "reports": reports.latest_first()[:RECENT],
        "makes_packs": permissions.makes_packs(user),
        "makes_reports": permissions.makes_reports(user),
        "next": Meeting.objects.next_after(today()) if permissions.makes_packs(user) else None,
    }
    return render(request, "papers/paper_list.html", context)


def handed_out(content, content_type, file_name):
    """Bytes as a file to keep; never shown inside a page, never guessed at."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _plans(user):
    return visible_plans(user).newest_first()


@require_safe
@signed_in
def draft(request):
    """The form for a draft pack; filled in, the draft itself, of a meeting where one is named."""
    require_page(permissions.makes_packs(request.user))
    on, meeting = today(), _named_meeting(request)
    plans = _plans(request.user)
    asked = request.GET if "plan" in request.GET else None
    form = DraftForm(asked, plans=plans, on=on, initial={"plan": first_open(plans), "as_at": on})
    if asked is not None and form.is_valid():
        data = form.cleaned_data
        try:
            content = freezing.draft(plan=data["plan"], on=data["as_at"], meeting=meeting)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return handed_out(content, PDF, f"draft-board-pack-{data['as_at'].isoformat()}.pdf")
    context = {
        "form": form,
        "heading": "Make a draft pack",
        "intro": "A draft is made as you ask for it, marked as a draft, and not kept.",
        "act": "Make the draft (PDF)",
        "kept": {"meeting": meeting.pk} if meeting else {},
        "back": reverse("papers:meeting-pack", args=[meeting.pk]) if meeting else reverse("papers:paper-list"),
    }
    return render(request, "papers/make.html", context)


def _named_meeting(request):
    """The meeting that the address names; None where it names none that there is."""
    asked = request.GET.get("meeting", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        return None
    return Meeting.objects.filter(pk=int(asked)).first()


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_pack(request, pk):
    """What there is of a meeting's pack: the frozen one, else a draft and the way to freeze it."""
    meeting = get_object_or_404(permissions.pack_meetings(request.user), pk=pk)
    may_freeze = permissions.can_freeze(request.user)
    if request.method == "POST":
        require(may_freeze)
    pack = (
        permissions.visible_packs(request.user).defer("content").select_related("plan").filter(meeting=meeting).first()
    )
    plans = _plans(request.user)
    is_over = meeting.held_on <= today()
    form = FreezeForm(posted(request), plans=plans, initial={"plan": first_open(plans)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            pack = freezing.freeze(meeting=meeting, plan=data["plan"], by=request.user, token=data["token"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The meeting is closed and its pack is kept as it is now.")
            return redirect(pack)
    context = {
        "meeting": meeting,
        "pack": pack,
        "form": form if may_freeze and not pack and (is_over or form.errors) else None,
        "is_over": is_over,
        "may_freeze": may_freeze,
        "makes_packs": permissions.makes_packs(request.user),
        "draft": f"{reverse('papers:draft')}?{urlencode({'meeting': meeting.pk})}",
        "reports": permissions.visible_reports(request.user)
        .filter(meeting=meeting)
        .defer("content", "received")
        .latest_first(),
        "may_upload": permissions.can_upload_reports(request.user),
    }
    return render(request, "papers/meeting_pack.html", context)


@require_safe
@signed_in
def pack_file(request, pk):
    """The bytes of a frozen pack, just as they were kept."""
    pack = get_object_or_404(permissions.visible_packs(request.user).select_related("meeting"), meeting=pk)
    name = f"board-pack-{slugify(pack.meeting.body)[:60]}-{pack.meeting.held_on.isoformat()}.pdf"
    return handed_out(bytes(pack.content), PDF, name)
