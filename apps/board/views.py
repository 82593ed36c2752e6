"""When bodies meet, and the page of a meeting with all that belongs to it."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Role
from apps.board import permissions, reading, services
from apps.board.meeting_forms import MeetingForm
from apps.board.models import Meeting, MeetingCorrection
from apps.board.models.meetings import BOARD
from apps.board.services.meetings import MEETING_FIELDS
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for


@require_safe
@signed_in
def meeting_list(request):
    on = today()
    coming = list(Meeting.objects.filter(held_on__gte=on).order_by("held_on", "pk"))
    context = {
        "next": coming[0] if coming else None,
        "coming": coming[1:],
        "past": Meeting.objects.filter(held_on__lt=on).order_by("-held_on"),
        "on": on,
        "may_edit": permissions.keeps_meetings(request.user),
        "may_ask": bool(coming) and permissions.can_ask(request.user, coming[0], on),
        "sees_board": request.user.role != Role.PARENT_REPRESENTATIVE,
        "sees_round": permissions.sees_round(request.user),
        "sees_records": permissions.sees_records(request.user),
    }
    return render(request, "board/meeting_list.html", context)


@require_safe
@signed_in
def meeting(request, pk):
    shown = get_object_or_404(Meeting, pk=pk)
    on, user = today(), request.user
    sees_records = permissions.sees_records(user)
    papers = reading.papers_of(shown, public_only=not sees_records)
    context = {
        "meeting": shown,
        "on": on,
        "agenda": reading.agenda_of(shown, public_only=not sees_records),
        "other_papers": [paper for paper in papers if paper.agenda_item_id is None],
        "questions": reading.questions_of(shown),
        "decisions": reading.decisions_of(shown),
        "corrections": list(MeetingCorrection.objects.standing().filter(meeting=shown)),
        "sees_records": sees_records,
        "is_open": not shown.is_closed,
        "is_held": shown.held_on <= on,
        "may_edit": permissions.keeps_meetings(user),
        "may_ask": permissions.can_ask(user, shown, on),
        "sees_board": user.role != Role.PARENT_REPRESENTATIVE,
        "explain": explainer_for(user),
    }
    if sees_records:
        context |= {"declarations": reading.declarations_of(shown), "log": reading.log_at(shown, on)}
    return render(request, "board/meeting.html", context)


@require_safe
@signed_in
def log(request):
    """All that the logs hold open, of one body or of all; with ``done`` what was finished, too."""
    require_page(permissions.sees_records(request.user))
    on = today()
    bodies = list(
        Meeting.objects.filter(~Q(logged_actions=None)).order_by("body").values_list("body", flat=True).distinct()
    )
    asked = request.GET.get("body", "")
    chosen = [asked] if asked in bodies else bodies
    entries = reading.log_of_bodies(chosen, on)
    waiting = sorted((e for e in entries if not e.is_done), key=lambda e: (e.due_on, e.action.pk))
    done = sorted((e for e in entries if e.is_done), key=lambda e: (e.done_on, e.action.pk), reverse=True)
    context = {
        "bodies": bodies,
        "body": asked if asked in bodies else "",
        "waiting": waiting,
        "overdue": sum(entry.is_overdue for entry in waiting),
        "done": done,
        "on": on,
        "may_edit": permissions.keeps_meetings(request.user),
    }
    return render(request, "board/log.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_add(request):
    return _edit(request, Meeting(version=0), {"body": BOARD}, "Add a meeting")


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_edit(request, pk):
    require_page(permissions.keeps_meetings(request.user))
    shown = get_object_or_404(Meeting, pk=pk)
    return _edit(request, shown, {name: getattr(shown, name) for name in MEETING_FIELDS}, "Change the meeting")


def _edit(request, shown, initial, heading):
    require(permissions.keeps_meetings(request.user))
    form = MeetingForm(posted(request), initial=initial | {"version": shown.version})
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "token"}
        try:
            saved = services.save_meeting(meeting=shown, **data)
        except services.Stale as stale:
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The meeting is saved.")
            return redirect(saved)
    back = shown.get_absolute_url() if shown.pk else "board:meeting-list"
    return render(request, "plans/edit.html", {"form": form, "heading": heading, "back": back})
