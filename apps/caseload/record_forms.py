"""Forms of live mode that add to the records of a plan, and those by which any record is corrected or taken back."""

from dataclasses import dataclass

from django import forms

from apps.caseload import codes, models
from apps.caseload.live_forms import NameFields, PlaceFields
from apps.caseload.work_forms import HIDDEN, choose, day, line, text, tick
from apps.core.forms import VersionForm

RANK = "Primary unless the child or young person is at two places."


def rank(**kwargs):
    return forms.TypedChoiceField(label="Rank", choices=codes.Rank.choices, coerce=int, **kwargs)


class PartFields(forms.Form):
    """What more the return asks of a place."""

    setting_other = line("Other setting, in words")
    is_sen_unit = tick("In a SEN unit of the school")
    is_resourced_provision = tick("In resourced provision of the school")


class PlacementForm(PartFields, PlaceFields, VersionForm):
    """Where the child or young person now is."""

    field_order = ("entered_on",)
    entered_on = day("There since", "The first day at the school or setting.", True)
    rank = rank(help_text=RANK)
    residential = choose("Residential", codes.Residential.choices, required=False)
    ends_earlier = tick("The placement of the same rank before it ended on the day before", initial=True)


class SettingForm(PartFields, PlaceFields, VersionForm):
    """The setting that the plan now names."""

    rank = rank(help_text=RANK)
    replaces = tick("It takes the place of the setting of the same rank", initial=True)
    reason = text(
        "Why the plan names it",
        "Say why the plan names it.",
        help_text="For example, the plan was amended after a review: when and on what decision.",
    )


class NeedForm(VersionForm):
    """The need of a rank, as the plan now has it."""

    type = choose("Need", codes.NeedType.choices)
    rank = rank(help_text="A plan has one primary need and at most one secondary need.")
    reason = text("Why it is entered", "Say why it is entered.", help_text="For example, the plan was amended.")


class OverturnForm(VersionForm):
    """A refusal that mediation or the Tribunal overturned."""

    by = forms.ChoiceField(
        label="Overturned by",
        choices=[("mediation", "Mediation"), ("tribunal", "The Tribunal")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who overturned it."},
    )
    decided_on = day("Overturned on", "The day of the order, or of the agreement in mediation.", True)
    what = text("What was decided", "Say what was decided.", help_text="It stands in the history of the case.")


class CorrectForm(VersionForm):
    """A record that is put right; its fields are those of the record."""

    why = text("Why it is corrected", "Say why it is corrected.", help_text="What it said before stays in the history.")

    def __init__(self, *args, row, version, **kwargs):
        initial = {name: getattr(row, name) for name in self.record_fields()} | {"version": version}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["why"] = self.fields.pop("why")

    @classmethod
    def record_fields(cls):
        return [name for name in cls.base_fields if name not in (*HIDDEN, "why")]

    def values(self):
        return {name: self.cleaned_data[name] for name in self.record_fields()}


class CorrectChildForm(NameFields, CorrectForm):
    ethnicity = line("Ethnicity code", help_text="As the return codes it.")
    postcode = line("Postcode")
    uln = forms.RegexField(
        r"^\d{10}$",
        label="ULN",
        required=False,
        help_text="Ten digits; young people only",
        error_messages={"invalid": "A ULN is ten digits."},
    )

    def clean_ethnicity(self):
        return self._short("ethnicity", "An ethnicity code")

    def clean_postcode(self):
        return self._short("postcode", "A postcode")

    def _short(self, field, what):
        value = self.cleaned_data[field].strip()
        if len(value) > 10:
            raise forms.ValidationError(f"{what} has at most 10 letters.")
        return value


class CorrectRequestForm(CorrectForm):
    received_on = day("Request received on", "Day 0 of the 20 weeks (section 36(1)).", True)
    source = choose("Who asked", codes.RequestSource.choices, required=False)
    is_in_youth_accommodation = tick("Made in relevant youth accommodation")
    outcome = choose(
        "Decision",
        codes.RequestOutcome.choices,
        help_text="Only if it was recorded wrongly. A refusal that was overturned stays a refusal.",
    )
    outcome_on = day("Decided on", "Empty while it is not decided.")
    had_mediation = tick("There was mediation about the refusal to assess")
    had_tribunal = tick("There was an appeal about the refusal to assess")


class CorrectAssessmentForm(CorrectForm):
    outcome = choose(
        "How it ended",
        codes.AssessmentOutcome.choices,
    )
    outcome_on = day("Ended on", "The day on which the plan was issued or the family was told; empty while it goes on.")
    had_mediation = tick("There was mediation about the refusal to issue a plan")
    had_tribunal = tick("There was an appeal about the refusal to issue a plan")
    had_other_mediation = tick("There was mediation about something else")
    had_other_tribunal = tick("There was an appeal about something else")


class CorrectPlanForm(CorrectForm):
    starts_on = day("Issued on", "The day on which the final plan was sent.", True)
    residential = choose("Residential", codes.Residential.choices, required=False)
    has_personal_budget = tick("A personal budget is taken up")
    has_organised_arrangements = tick("It has organised arrangements")
    ceased_on = day("Ended on", "Empty while the plan is in force.")
    cease_reason = choose("Why it ended", codes.CeaseReason.choices, required=False)


class CorrectSettingForm(PartFields, PlaceFields, CorrectForm):
    rank = rank()


class CorrectPlacementForm(PartFields, PlaceFields, CorrectForm):
    entered_on = day("There since", "", True)
    left_on = day("Left on", "Empty while it lasts.")
    rank = rank()
    residential = choose("Residential", codes.Residential.choices, required=False)


class CorrectInForceForm(CorrectForm):
    transferred_from = forms.RegexField(
        r"^\d{3}$",
        label="Came from another council: its number",
        required=False,
        help_text="Three digits",
        error_messages={"invalid": "The number of a council is three digits."},
    )
    review_meeting_on = day("Last review: meeting", "Reviews that are recorded on the case count beside it.")
    decided_on = day("Last review: decision written on", "")
    amended_draft_on = day("Draft of the amended plan sent on", "")
    transfer_due_on = day("Phase transfer: amended plan due on", "")
    transfer_final_on = day("Phase transfer: final plan on", "")


class CorrectNeedForm(CorrectForm):
    type = choose("Need", codes.NeedType.choices)


@dataclass(frozen=True)
class Kind:
    """A kind of record: its model, the words for one, the form that corrects it, and whether it can be taken back."""

    model: type
    words: str
    form: type
    can_be_taken_back: bool = True


RECORDS = {
    "child": Kind(models.Child, "The child", CorrectChildForm, can_be_taken_back=False),
    "request": Kind(models.Request, "The request", CorrectRequestForm),
    "assessment": Kind(models.Assessment, "The assessment", CorrectAssessmentForm),
    "plan": Kind(models.NamedPlan, "The plan", CorrectPlanForm),
    "setting": Kind(models.PlanDetail, "The setting that the plan names", CorrectSettingForm),
    "in-force": Kind(models.ActivePlan, "The plan in force", CorrectInForceForm, can_be_taken_back=False),
    "placement": Kind(models.Placement, "The placement", CorrectPlacementForm),
    "need": Kind(models.Need, "The need", CorrectNeedForm),
}
RECORD_WORDS = {kind.model: word for word, kind in RECORDS.items()}


def record_word(row):
    """The word for a record in addresses."""
    return RECORD_WORDS[type(row)]
