"""Forms for what a team records on a case, and for taking it back; each names the rule behind its dates."""

from django import forms

from apps.caseload import codes
from apps.caseload.models import (
    AdviceRequest,
    Dispute,
    Feedback,
    PlanAudit,
    Review,
    StatutoryException,
    Step,
    Transfer,
)
from apps.caseload.work import authorisers
from apps.core.forms import DayField, VersionForm

WHY = "Only if you correct something that was recorded. What it said before stays in the history."
HIDDEN = ("token", "version")
CONSULTED = "Choose a setting that was consulted"
NO_STAFF = (
    "The regulations name no other ground. Shortage of staff is not one: it is never recorded as an exception, and the "
    "plan counts as late."
)


def text(label, missing="", **kwargs):
    """Words in a box; ``missing`` is what to say when there are none."""
    messages = {"required": missing} if missing else {}
    kwargs |= {"max_length": 5000, "required": bool(missing), "error_messages": messages}
    return forms.CharField(label=label, widget=forms.Textarea, **kwargs)


def line(label, missing="", **kwargs):
    messages = {"required": missing} if missing else {}
    return forms.CharField(label=label, max_length=200, required=bool(missing), error_messages=messages, **kwargs)


def choose(label, choices, missing="", **kwargs):
    messages = {"required": missing or f"Choose “{label}”."}
    return forms.ChoiceField(label=label, choices=[("", "Choose"), *choices], error_messages=messages, **kwargs)


def tick(label, **kwargs):
    return forms.BooleanField(label=label, required=False, **kwargs)


def day(label, hint="For example, 27/3/2026", required=False):
    return DayField(label=label, help_text=hint, required=required)


class RowForm(VersionForm):
    """A form about one row; ``fixed`` are the values that its kind already says.

    For a row that is there already (``row``) it also asks why it is corrected.
    """

    model = None
    fixed = {}
    note = text("Note", help_text="Optional. Only what others who work the case need.")

    def __init__(self, *args, record, on, row=None, version=0, **kwargs):
        self.record, self.row, self.on = record, row, on
        super().__init__(*args, initial={"version": version} | (self.values_of(row) if row else {}), **kwargs)
        self.fields["note"] = self.fields.pop("note")
        if row:
            self.fields["why"] = text("Why it is corrected", help_text=WHY)
        self.prepare()

    def prepare(self):
        """Fill in choices that depend on the case."""

    def values_of(self, row):
        """What a row says, in the values of the form's fields."""
        return {name: getattr(row, name) for name in self.base_fields if name not in HIDDEN}

    def values(self):
        """The fields of the row, as the service takes them."""
        typed = {name: self.cleaned_data[name] for name in self.base_fields if name not in HIDDEN}
        return typed | self.fixed


class AskForm(RowForm):
    """Advice asked of several services on one day."""

    model = AdviceRequest
    services = forms.MultipleChoiceField(
        label="Who is asked",
        choices=codes.AdviceService.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Regulation 6 asks for all of these; preparation for adulthood from Year 9 (age 13 or 14).",
        error_messages={"required": "Choose at least one service."},
    )
    asked_on = day(
        "Asked on",
        "The day on which the request for advice was sent. Advice is due 6 weeks (42 days) later (regulation 8).",
        required=True,
    )

    def values_of(self, row):
        return {}


class AdviceForm(RowForm):
    """One service's advice: when it was asked for and when it came."""

    model = AdviceRequest
    service = choose("Who was asked", codes.AdviceService.choices)
    asked_on = day("Asked on", "Advice is due 6 weeks (42 days) later (regulation 8).", required=True)
    received_on = day("Received on", "The day on which the advice arrived. Leave it empty until it has.")


class StepForm(RowForm):
    """Something that was done or came in on a day."""

    model = Step
    on = day("Date", required=True)


class CommentsInvitedForm(StepForm):
    fixed = {"kind": codes.StepKind.COMMENTS_INVITED}
    on = day("Invited on", "The family then has 15 days to comment (regulation 4; confirm with legal).", required=True)


class CommentsReceivedForm(StepForm):
    fixed = {"kind": codes.StepKind.COMMENTS_RECEIVED}
    on = day("Received on", "The day on which the family's comments on the request arrived.", required=True)


class DraftForm(StepForm):
    fixed = {"kind": codes.StepKind.DRAFT_ISSUED}
    on = day(
        "Sent on",
        "The day on which the draft was sent to the family. They have at least 15 days, beginning with this day, to "
        "comment and to name a school (regulation 13(1)). About week 14 is a working target; no law sets it.",
        required=True,
    )


class RepresentationsForm(StepForm):
    fixed = {"kind": codes.StepKind.REPRESENTATIONS}
    on = day("Received on", "The day on which the family's comments on the draft arrived.", required=True)


class ConsultationForm(StepForm):
    fixed = {"kind": codes.StepKind.CONSULTATION_SENT}
    on = day("Sent on", "The setting answers within about 15 days (practice, Code of Practice).", required=True)
    note = line("School or setting", "Enter the school or setting that was consulted.")


class AnswerForm(StepForm):
    fixed = {"kind": codes.StepKind.CONSULTATION_ANSWERED}
    on = day("Answered on", "The day on which the answer arrived.", required=True)
    note = choose("School or setting", [], CONSULTED)

    def prepare(self):
        sent = Step.objects.counting().filter(request=self.record, kind=codes.StepKind.CONSULTATION_SENT)
        names = list(dict.fromkeys(sent.values_list("note", flat=True)))
        self.fields["note"].choices = [("", "Choose"), *((name, name) for name in names)]


class ChaserForm(StepForm):
    fixed = {"kind": codes.StepKind.CHASED}
    on = day("Chased on", required=True)
    advice = choose("About", [], required=False, help_text="The advice that is outstanding, if it is about one.")
    note = text("What was said", "Say who was chased and what they said.", help_text="Who was chased, and the answer.")

    def prepare(self):
        rows = AdviceRequest.objects.counting().filter(request=self.record)
        self.asked = {str(row.pk): row for row in rows if not row.received_on or self._is_about(row)}
        self.fields["advice"].choices = [("", "Something else"), *((key, str(row)) for key, row in self.asked.items())]

    def _is_about(self, row):
        return self.row is not None and self.row.advice_id == row.pk

    def values_of(self, row):
        return super().values_of(row) | {"advice": str(row.advice_id or "")}

    def values(self):
        return super().values() | {"advice": self.asked.get(self.cleaned_data["advice"])}


STEP_FORMS = {
    form.fixed["kind"]: form
    for form in (
        CommentsInvitedForm,
        CommentsReceivedForm,
        DraftForm,
        RepresentationsForm,
        ConsultationForm,
        AnswerForm,
        ChaserForm,
    )
}


class ExceptionForm(RowForm):
    """Why a limit need not be met; the grounds are those of the regulations and no others."""

    model = StatutoryException
    ground = forms.ChoiceField(
        label="Ground",
        choices=[(key, f"Regulation {key}: {words}") for key, words in codes.ExceptionGround.choices],
        widget=forms.RadioSelect,
        help_text=NO_STAFF,
        error_messages={"required": "Choose the ground in the regulations."},
    )
    reason = text(
        "What happened",
        "Say what happened, so that somebody else can judge whether it was impractical to meet the limit.",
        help_text="Whether it was impractical to meet the limit remains a person's judgement; write what it rests on.",
    )
    starts_on = day("From", "For a closure, the first day closed.", required=True)
    ends_on = day("Until", "For a closure, the last day closed. Leave it empty while it lasts.")
    authorised_by = choose(
        "Authorised by",
        [],
        "Choose the EHC manager who authorised it.",
        help_text="The EHC manager who decided that the exception applies: another person than who records it.",
    )

    def prepare(self):
        self.people = {str(person.pk): person for person in authorisers(self.on)}
        if self.row:
            self.people.setdefault(str(self.row.authorised_by_id), self.row.authorised_by)
        self.fields["authorised_by"].choices = [("", "Choose"), *((k, p.name) for k, p in self.people.items())]

    def values_of(self, row):
        return super().values_of(row) | {"authorised_by": str(row.authorised_by_id)}

    def values(self):
        return super().values() | {"authorised_by": self.people[self.cleaned_data["authorised_by"]]}


class ReviewForm(RowForm):
    """An annual review, from its papers to the final amended plan."""

    model = Review
    meeting_on = day("Meeting held or planned on", "12 months after the last review at the latest.", required=True)
    papers_on = day("Advice circulated on", "At least 2 weeks before the meeting (confirm with legal).")
    report_on = day("School's report received on", "Due 2 weeks after the meeting (confirm with legal).")
    decided_on = day(
        "Decision written on",
        "The day on which the council wrote with its decision: 4 weeks (28 days) after the meeting at the latest. The "
        "next 12 months count from it.",
    )
    outcome = choose("Decision", codes.ReviewOutcome.choices, required=False)
    notice_on = day("Notice of amendments sent on", "Due 4 weeks after the meeting, with the decision (regulation 22).")
    final_on = day(
        "Final amended plan sent on",
        "Due 8 weeks after the notice and 12 weeks (84 days) after the meeting (regulation 22(3)).",
    )
    not_amending_on = day(
        "Family told that the plan stays as it is after all", "Only after a notice: due 8 weeks after it."
    )


class TransferForm(RowForm):
    """A move to the next phase, for which the plan must be ready by a day of law (regulation 18)."""

    model = Transfer
    kind = choose(
        "Which move",
        codes.TransferKind.choices,
        help_text="The plan must be ready by the day in brackets, in the year of the move (regulation 18).",
    )
    transfer_on = day("Day of the move", "The first day in the new setting, for example 1/9/2026.", required=True)
    final_on = day("Amended plan issued on", "Leave it empty until it is.")


class MediationForm(RowForm):
    """Mediation about a decision."""

    model = Dispute
    fixed = {"kind": codes.DisputeKind.MEDIATION}
    against = choose("About which decision", codes.DisputedDecision.choices, "Choose the decision.")
    notified_on = day("Family told of the decision on", "They have 2 months from then (regulation 33).", required=True)
    started_on = day("Family contacted the mediation adviser on", required=True)
    declined_on = day("Family declined mediation on", "A certificate is then due within 3 working days.")
    held_on = day("Mediation held on", "The council arranges it within 30 days of being asked (confirm with legal).")
    mediation_ended_on = day("Mediation ended on", "A certificate is then due within 3 working days.")
    certificate_on = day("Certificate issued on", "The family may appeal for 1 month after it.")
    ended_on = day("Nothing more to come since", "From this day no limit of this mediation is shown.")
    result = text("What was agreed")


class AppealForm(RowForm):
    """An appeal to the Tribunal about a decision."""

    model = Dispute
    fixed = {"kind": codes.DisputeKind.APPEAL}
    against = choose("Against which decision", codes.DisputedDecision.choices, "Choose the decision.")
    is_placement_only = tick("Only about the named school or setting (section I); no mediation is needed then")
    notified_on = day("Family told of the decision on", "They have 2 months from then.", required=True)
    certificate_on = day("Mediation certificate issued on", "The family may appeal for 1 month after it.")
    started_on = day("Appeal sent on", "The council responds within 30 working days.", required=True)
    response_on = day("Council responded on")
    conceded_on = day("Council conceded on", "Before the response, the limits of regulation 45 begin with this day.")
    told_on = day("Family told that the council will assess", "Due 2 weeks after conceding (regulation 45).")
    ended_on = day("Appeal over since", "From this day no limit of this appeal is shown.")
    result = text("What was decided")


class FeedbackForm(RowForm):
    """A complaint or compliment."""

    model = Feedback
    kind = choose("Complaint or compliment", codes.FeedbackKind.choices)
    received_on = day("Received on", required=True)
    answered_on = day("Answered on", "Leave it empty until it is.")


class AuditForm(RowForm):
    """A quality audit of a plan."""

    model = PlanAudit
    audited_on = day("Audited on", required=True)
    grade = forms.TypedChoiceField(
        label="Grade of the plan as a whole",
        choices=[(1, "1, poor"), (2, "2"), (3, "3"), (4, "4, very good")],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a grade."},
    )
    has_social_care = tick("It says what social care does, or that nothing is needed")
    has_adulthood = tick("It prepares for adulthood (from Year 9)")


class TakeBackForm(VersionForm):
    """Why a row that was recorded by mistake is taken back."""

    reason = text(
        "Why it is taken back", "Say why it is taken back.", help_text="For example, that it belongs to another case."
    )
