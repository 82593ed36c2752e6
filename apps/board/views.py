"""When the Board meets, and by when it wants updates."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Role
from apps.board.models import Meeting
from apps.core.dates import today
from apps.core.forms import DayField, VersionForm, posted
from apps.core.once import refusing
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.plans.services import Refused, Stale

MAY_EDIT = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)
FIELDS = ("body", "held_on", "updates_by")


class MeetingForm(VersionForm):
    body = forms.CharField(
        label="Who meets",
        max_length=200,
        error_messages={"required": "Enter who meets, such as SEND Partnership Board"},
    )
    held_on = DayField(label="Date of the meeting")
    updates_by = DayField(label="Updates wanted by")

    def clean(self):
        data = super().clean()
        held, by = data.get("held_on"), data.get("updates_by")
        if held and by and by > held:
            self.add_error("updates_by", "Updates must be wanted on or before the day of the meeting")
        return data


@require_safe
@signed_in
def meeting_list(request):
    on = today()
    context = {
        "coming": Meeting.objects.filter(held_on__gte=on).order_by("held_on"),
        "past": Meeting.objects.filter(held_on__lt=on).order_by("-held_on"),
        "may_edit": request.user.role in MAY_EDIT,
        "sees_board": request.user.role != Role.PARENT_REPRESENTATIVE,
    }
    return render(request, "board/meeting_list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_add(request):
    return _edit(request, Meeting(version=0), {"body": "SEND Partnership Board"}, "Add a meeting")


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_edit(request, pk):
    require_page(request.user.role in MAY_EDIT)
    meetings = Meeting.objects.select_for_update() if request.method == "POST" else Meeting.objects
    meeting = get_object_or_404(meetings, pk=pk)
    return _edit(request, meeting, {name: getattr(meeting, name) for name in FIELDS}, "Change the meeting")


def _edit(request, meeting, initial, heading):
    require(request.user.role in MAY_EDIT)
    form = MeetingForm(posted(request), initial=initial | {"version": meeting.version})
    if request.method == "POST" and form.is_valid():
        try:
            _save(meeting, form)
        except Stale as stale:
            form.refuse_stale(stale.row)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The meeting is saved.")
            return redirect("board:meeting-list")
    return render(request, "plans/edit.html", {"form": form, "heading": heading, "back": "board:meeting-list"})


def _save(meeting, form):
    if form.cleaned_data["version"] != meeting.version:
        raise Stale(meeting)
    for name in FIELDS:
        setattr(meeting, name, form.cleaned_data[name])
    meeting.version += 1
    with refusing("board_meeting_once_a_day", Refused("This body already meets on that day", "held_on")):
        meeting.save()
