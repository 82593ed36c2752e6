"""The forms by which leads report."""

from django import forms

from apps.core.dates import long_date
from apps.core.forms import DayField, TokenForm, VersionForm
from apps.core.personal_details import refuse_details
from apps.plans.codes import EXPLAINED_BY, IN_TROUBLE, REASON_OWED, REPORTABLE, Rating, is_greener
from apps.plans.models import Action, Evidence, Milestone, StatusUpdate
from apps.plans.standing import rule_rating_with

LONG = 5000
# What is typed freely in a report; nothing that points at one child is saved in it.
WRITTEN = ("narrative", "families_text", "reason_differs", "why", "being_done", "board_ask")


def words(label, required=True, hint="", rows=3, message=None):
    """A text of some sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": message or f"Fill in “{label}”",
            "max_length": f"“{label}” must be {LONG:,} characters or fewer",
        },
    )


class PercentField(forms.IntegerField):
    """A whole number of per cent, with or without its sign."""

    def to_python(self, value):
        return super().to_python(value.strip().removesuffix("%") if isinstance(value, str) else value)


class UpdateForm(VersionForm):
    """One report on one action; red and amber say more, a rating greener than the dates says why."""

    rating = forms.ChoiceField(
        label="How is it going?",
        choices=[(code, Rating(code).label) for code in REPORTABLE],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is going", "invalid_choice": "Choose one of the ratings shown"},
    )
    narrative = words(
        "What has happened since the last report?",
        hint="Two or three sentences for the Board.",
        message="Say what has happened since the last report",
    )
    families_text = words("The same for families, in plain words (optional)", required=False, rows=2)
    percent_complete = PercentField(
        label="Per cent complete (optional)",
        required=False,
        min_value=0,
        max_value=100,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Per cent complete must be from 0 to 100"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    reason_differs = words("Why do you rate it better than the dates do?", required=False, rows=2)
    why = words("Why is it off track or at risk?", required=False, rows=2)
    being_done = words("What is being done about it?", required=False, rows=2)
    back_on = DayField(label="When will it be back on track?", required=False)
    board_ask = words("What must the Board do?", required=False, rows=2, hint="Write “Nothing” if nothing is needed.")
    # The number of the report whose words are taken over; ``as_last_time`` does it before anything is checked.
    as_last_time = forms.CharField(label="As last time", required=False)
    milestones = forms.ModelMultipleChoiceField(
        label="Milestones reached",
        queryset=Milestone.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose milestones of this action only"},
    )
    effective_on = DayField(label="Date that this report speaks of", required=False)

    def __init__(self, *args, action, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.action, self.on = action, on
        self.fields["milestones"].queryset = action.milestones.filter(is_dropped=False)
        if not self.fields["milestones"].queryset:
            del self.fields["milestones"]

    def clean_effective_on(self):
        effective_on = self.cleaned_data["effective_on"]
        if effective_on and effective_on > self.on:
            raise forms.ValidationError("The date that this report speaks of cannot be in the future")
        if effective_on and effective_on < self.action.added_on:
            since = long_date(self.action.added_on)
            raise forms.ValidationError(
                f"The date that this report speaks of cannot be before {since}, since when it is part of the plan"
            )
        return effective_on

    def clean(self):
        data = super().clean()
        refuse_details(self, *WRITTEN)
        if data.get("back_on") and data["back_on"] < (data.get("effective_on") or self.on):
            self.add_error("back_on", "The date by which it will be back on track cannot be before the report")
        if data.get("rating") in IN_TROUBLE:
            for name, message in EXPLAINED_BY.items():
                if name not in self.errors and not data.get(name):
                    self.add_error(name, message)
        if "reason_differs" not in self.errors and not data.get("reason_differs") and self._is_better_than_dates(data):
            self.add_error("reason_differs", REASON_OWED)
        return data

    def _is_better_than_dates(self, data):
        """Whether the rating is greener than the dates would be with this report; the service asks again."""
        if not data.get("rating"):
            return False
        report = StatusUpdate(rating=data["rating"], effective_on=data.get("effective_on") or self.on)
        reached, missed = self._milestones(data)
        return is_greener(report.rating, rule_rating_with(self.action, report, self.on, reached, missed))

    def _milestones(self, data):
        """``(ticked, not ticked)``; nothing where the ticks make no sense."""
        if "milestones" not in self.fields or "milestones" in self.errors:
            return set(), []
        ticked = set(data["milestones"])
        return ticked, [row for row in self.fields["milestones"].queryset if row not in ticked]

    def changes(self):
        """The keyword arguments for ``services.record_update``."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in ("milestones", "as_last_time")}
        data["milestones_done"], data["milestones_not_done"] = self._milestones(self.cleaned_data)
        return data


def as_last_time(data, action, on):
    """What was sent; where it is ticked, what red and amber must say and was left empty is as in the report named.

    A day that has passed meanwhile is left to be typed.
    """
    number = data.get("as_last_time", "")
    if data.get("rating") not in IN_TROUBLE or not (number.isascii() and number.isdigit() and len(number) < 10):
        return data
    report = action.updates.standing().filter(pk=number).first()
    said = {name: getattr(report, name, None) for name in EXPLAINED_BY}
    if said["back_on"] and said["back_on"] < on:
        said["back_on"] = None
    data = data.copy()
    del data["as_last_time"]
    for name, value in said.items():
        if value and not data.get(name, "").strip():
            data[name] = UpdateForm.base_fields[name].prepare_value(value)
    return data


class NoChangeForm(VersionForm):
    """One click: nothing has changed."""


class BulkForm(TokenForm):
    """One note for several actions at once."""

    actions = forms.ModelMultipleChoiceField(
        label="Which actions?",
        queryset=Action.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one action", "invalid_choice": "Choose only actions of the list"},
    )
    narrative = words("What has happened?", message="Write the note that all these actions get")
    families_text = words("The same for families, in plain words", required=False, rows=2)
    rating = forms.ChoiceField(
        label="Rating for all of them",
        required=False,
        choices=[
            ("", "Leave each rating as it is"),
            (Rating.NOT_STARTED, "Not started"),
            (Rating.ON_TRACK, "On track"),
        ],
        help_text="Off track and at risk need their own words: report those one by one.",
        widget=forms.RadioSelect,
    )

    reason_differs = words(
        "If you rate one of them better than its dates do: why?", required=False, rows=2, hint="Kept with each of them."
    )

    def __init__(self, *args, actions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actions"].queryset = actions

    def clean(self):
        data = super().clean()
        refuse_details(self, *WRITTEN)
        return data


class ExtensionForm(VersionForm):
    """Asks for a later date."""

    to_due_on = DayField(label="New date")
    reason = words("Why must the date move?", message="Say why the date must move")


class WithdrawForm(TokenForm):
    """Takes something back."""

    reason = words("Why is it taken back?", message="Say why it is taken back")


class WithdrawVersionForm(VersionForm, WithdrawForm):
    """The same of an action as a whole, which must not have changed meanwhile."""


class WithdrawUpdateForm(WithdrawForm):
    """Takes a report back, and what was added with it where that is ticked."""

    evidence = forms.ModelMultipleChoiceField(
        label="Take back the evidence that was added with it, too?",
        queryset=Evidence.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose only evidence that was added with this report"},
    )
    writes_again = forms.BooleanField(label="Write it again: open a new report with these words", required=False)

    def __init__(self, *args, update, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = update.evidence.standing()
        if not self.fields["evidence"].queryset:
            del self.fields["evidence"]
