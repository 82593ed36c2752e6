"""What is recorded of a meeting: its agenda, papers, declarations, questions, decisions and action log."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.board import meeting_forms as forms
from apps.board import permissions, services
from apps.board.models import AgendaItem, Decision, Declaration, LoggedAction, Meeting, Paper, Question
from apps.board.services.meetings import ITEM_FIELDS
from apps.core.dates import long_date, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.plans.forms.updates import WithdrawForm
from apps.plans.views.edit_pages import ADDED, delete_page, edit_page, opening_values

# What may be taken back, by the word of its address.
TAKEN_BACK = {
    "paper": Paper,
    "declaration": Declaration,
    "decision": Decision,
    "action": LoggedAction,
    "question": Question,
}


def form_page(request, form, save, *, heading, done, back, button="Save", lead=(), quote=""):
    """The shape of every page on which something is recorded: bind, save, refuse in words, go to what was saved."""
    if request.method == "POST" and form.is_valid():
        try:
            saved = save({name: value for name, value in _data(form).items()})
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            return redirect(back if saved is None else saved)
    context = {"form": form, "heading": heading, "back": back, "button": button, "lead": lead, "quote": quote}
    return render(request, "board/record_form.html", context)


def _data(form):
    return form.changes() if hasattr(form, "changes") else form.cleaned_data


def _section(meeting, name):
    return f"{meeting.get_absolute_url()}#{name}"


def _kept(request, pk):
    """A meeting of which a manager records something."""
    require_page(permissions.keeps_meetings(request.user))
    return get_object_or_404(Meeting, pk=pk)


def _meeting_words(meeting):
    return f"{meeting.body}, {long_date(meeting.held_on)}"


def item_values(item):
    return {name: getattr(item, name) for name in ITEM_FIELDS}


@require_http_methods(["GET", "POST"])
@signed_in
def item_add(request, pk):
    meeting = _kept(request, pk)
    last = meeting.items.order_by("-position").values_list("position", flat=True).first() or 0
    form = forms.ItemForm(posted(request), initial={"position": last + 1, "purpose": "note"}, is_new=True)

    def save(data):
        services.save_item(item=AgendaItem(meeting=meeting), reason=ADDED, **data)

    return form_page(
        request, form, save, heading="Add an item to the agenda", done="The item is on the agenda.",
        back=_section(meeting, "agenda"), lead=[_meeting_words(meeting)],
    )  # fmt: skip


def _item(request, pk):
    require_page(permissions.keeps_meetings(request.user))
    return get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=pk)


@require_http_methods(["GET", "POST"])
@signed_in
def item_edit(request, pk):
    item = _item(request, pk)
    opened = opening_values(item, item_values)

    def make_form(data):
        return forms.ItemForm(data, initial=opened)

    def save(data):
        services.save_item(item=AgendaItem.objects.get(pk=item.pk), **data | {"version": data["version"] or 0})
        return _section(item.meeting, "agenda")

    heading, done = f"Change “{item.title}”", "The item is changed."
    return edit_page(request, make_form, save, heading, done, _section(item.meeting, "agenda"), item_values, item)


@require_http_methods(["GET", "POST"])
@signed_in
def item_delete(request, pk):
    item = _item(request, pk)

    def delete(version):
        services.delete_item(item=item, version=version)

    return delete_page(request, item, delete, _section(item.meeting, "agenda"))


def _record(request, meeting, form, service, *, heading, done, section, button, **given):
    """A page on which a manager adds to the record of a meeting."""

    def save(data):
        service(meeting=meeting, by=request.user, on=today(), **given, **data)

    return form_page(
        request, form, save, heading=heading, done=done, back=_section(meeting, section), button=button,
        lead=[_meeting_words(meeting)],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def paper_add(request, pk):
    meeting = _kept(request, pk)
    form = forms.PaperForm(posted(request), request.FILES or None, meeting=meeting)
    done = "The paper is laid before the meeting."
    return _record(
        request, meeting, form, services.add_paper, heading="Add a paper", done=done, section="papers",
        button="Add paper",
    )  # fmt: skip


@require_safe
@signed_in
def paper_file(request, pk):
    """The file as an attachment, never shown inside a page; 404 for those who may not see the paper."""
    paper = get_object_or_404(permissions.visible_papers(request.user), pk=pk)
    try:
        opened = paper.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(opened, as_attachment=True, filename=paper.file_name, content_type=paper.content_type or None)


@require_http_methods(["GET", "POST"])
@signed_in
def declaration_add(request, pk):
    meeting = _kept(request, pk)
    form = forms.DeclarationForm(posted(request), meeting=meeting)
    return _record(
        request, meeting, form, services.declare, heading="Record a declaration of interest",
        done="The declaration is recorded.", section="declarations", button="Record declaration",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def decision_add(request, pk):
    meeting = _kept(request, pk)
    form = forms.DecisionForm(posted(request), meeting=meeting)
    return _record(
        request, meeting, form, services.decide, heading="Record a decision", done="The decision is recorded.",
        section="decisions", button="Record decision",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def decision_reword(request, pk):
    require_page(permissions.keeps_meetings(request.user))
    decision = get_object_or_404(Decision.objects.standing().select_related("meeting"), pk=pk)
    form = forms.RewordForm(posted(request), initial={"words": decision.words})

    def save(data):
        services.reword_decision(decision=decision, by=request.user, on=today(), **data)

    return form_page(
        request, form, save, heading="Put the wording of a decision right", done="The wording is put right.",
        back=_section(decision.meeting, "decisions"), quote=decision.words,
        lead=["The earlier wording stays in the record, marked, with your reason."],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def log_add(request, pk):
    meeting = _kept(request, pk)
    form = forms.LogForm(posted(request), meeting=meeting)
    return _record(
        request, meeting, form, services.log_action, heading="Add to the action log", done="It is in the action log.",
        section="log", button="Add to the log",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def log_note(request, pk):
    """A manager, or who holds the post that does it, says how it goes on."""
    require_page(permissions.sees_records(request.user))
    logged = get_object_or_404(LoggedAction.objects.standing().select_related("meeting", "owner"), pk=pk)
    require(permissions.keeps_meetings(request.user) or logged.owner.holder_id == request.user.pk)
    form = forms.NoteForm(posted(request), initial={"effective_on": today()})

    def save(data):
        services.note_progress(logged_action=logged, by=request.user, on=today(), **data)

    return form_page(
        request, form, save, heading="How does it go on?", done="Your note is in the action log.",
        back=_section(logged.meeting, "log"), quote=logged.words,
        lead=[f"{logged.owner.title}, first due on {long_date(logged.due_on)}"],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def question_add(request, pk):
    """Members and representatives ask; managers pass on what came in another way, also late."""
    meeting = get_object_or_404(Meeting, pk=pk)
    on, user = today(), request.user
    require(user.role in permissions.ASKS_AS or permissions.keeps_meetings(user))
    require(
        permissions.can_ask(user, meeting, on),
        f"Questions to this meeting could be asked until {long_date(meeting.questions_by or meeting.held_on)}. "
        "The programme manager can tell you how to ask at the next one.",
    )
    if permissions.keeps_meetings(user):
        form = forms.PassOnForm(posted(request), initial={"asked_on": on}, meeting=meeting)
        given = {}
    else:
        form, given = forms.AskForm(posted(request), meeting=meeting), {"asker": permissions.ASKS_AS[user.role]}
    return _record(
        request, meeting, form, services.ask_question, heading="Ask the meeting a question",
        done="The question is on the meeting’s page.", section="questions", button="Send the question", **given,
    )  # fmt: skip


def _question(request, pk):
    require_page(permissions.keeps_meetings(request.user))
    return get_object_or_404(Question.objects.standing().select_related("meeting"), pk=pk)


@require_http_methods(["GET", "POST"])
@signed_in
def question_rule(request, pk):
    question = _question(request, pk)
    form = forms.RulingForm(posted(request))

    def save(data):
        services.rule_on_question(question=question, by=request.user, on=today(), **data)

    late = [f"It came after the deadline, {long_date(question.meeting.questions_by)}."] if question.is_late else []
    return form_page(
        request, form, save, heading="Take or refuse a question", done="The question’s page says so.",
        back=_section(question.meeting, "questions"), quote=question.words,
        lead=[f"{question.get_asker_display()} asked on {long_date(question.effective_on)}.", *late],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def question_answer(request, pk):
    question = _question(request, pk)
    form = forms.AnswerForm(posted(request), initial={"answered_on": today()})

    def save(data):
        services.answer_question(question=question, by=request.user, on=today(), **data)

    return form_page(
        request, form, save, heading="Answer a question", done="The answer is recorded.",
        back=_section(question.meeting, "questions"), quote=question.words,
        lead=[f"{question.get_asker_display()} asked on {long_date(question.effective_on)}."],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def take_back(request, kind, pk):
    require_page(permissions.keeps_meetings(request.user))
    if kind not in TAKEN_BACK:
        raise Http404
    row = get_object_or_404(TAKEN_BACK[kind].objects.standing().select_related("meeting"), pk=pk)
    form = WithdrawForm(posted(request))

    def save(data):
        services.take_back(row=row, by=request.user, on=today(), reason=data["reason"])

    return form_page(
        request, form, save, heading=f"Take back this {kind}?", done=f"The {kind} was taken back.",
        back=_section(row.meeting, row.section), quote=str(row), button="Take it back",
        lead=["It stays in the record, marked as taken back, with your reason, and no longer counts."],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def correction_add(request, pk):
    meeting = _kept(request, pk)
    form = forms.CorrectionForm(posted(request))
    return _record(
        request, meeting, form, services.correct_record, heading="Correct the record of this meeting",
        done="The correction stands beside the record.", section="corrections", button="Add correction",
    )  # fmt: skip
