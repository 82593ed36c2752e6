"""The form of a risk, and the filter of the register."""

from django import forms

from apps.board.models import LEAST, MOST, RiskStatus
from apps.core.forms import DayField
from apps.plans.forms.structure import EditForm, line, pick, post_field
from apps.plans.forms.updates import words
from apps.plans.models import Strand

ALL = "all"
# What an empty filter shows: everything but what is closed.
CURRENT = "current"
HINT = "From 1 (least) to 5 (most)."


def number(label):
    choices = [("", "Not given"), *((value, str(value)) for value in range(LEAST, MOST + 1))]
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=HINT,
        error_messages={"invalid_choice": f"“{label}” must be a number from {LEAST} to {MOST}"},
    )


class RiskForm(EditForm):
    """A risk of one plan; the scores are worked out."""

    keeps_old_words = True

    reference = line("Reference", max_length=30)
    title = line("What could happen", max_length=500)
    cause = words("Cause (optional)", required=False, rows=2)
    consequence = words("What would follow (optional)", required=False, rows=2)
    likelihood = number("Likelihood before mitigation")
    impact = number("Impact before mitigation")
    mitigation = words("What is done about it (optional)", required=False, rows=3)
    likelihood_after = number("Likelihood after mitigation")
    impact_after = number("Impact after mitigation")
    owner = post_field("Owner")
    strand = pick("Part of the plan that it concerns", Strand.objects.none())
    status = forms.ChoiceField(label="Status", choices=RiskStatus.choices)
    reviewed_on = DayField(label="Last reviewed on", required=False)

    def __init__(self, *args, plan, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["strand"].queryset = plan.strands.all()
        self.on = on

    def clean_reviewed_on(self):
        day = self.cleaned_data["reviewed_on"]
        if day and day > self.on:
            raise forms.ValidationError("“Last reviewed on” cannot be in the future")
        return day

    def clean(self):
        data = super().clean()
        for one, other in (("likelihood", "impact"), ("likelihood_after", "impact_after")):
            self._need_both(data, one, other)
            self._need_both(data, other, one)
        return data

    def _need_both(self, data, given, missing):
        if data.get(given) and not data.get(missing) and missing not in self.errors:
            self.add_error(missing, f"Enter “{self.fields[missing].label}” too, or neither of them")


class FilterForm(forms.Form):
    """Which risks are listed; what makes no sense is left out of account."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Open, or has happened"), *RiskStatus.choices, (ALL, "All, closed ones too")],
    )
    plan = forms.ModelChoiceField(label="Plan", queryset=None, required=False, empty_label="Any")
    strand = forms.ModelChoiceField(label="Part of a plan", queryset=None, required=False, empty_label="Any")

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = plans.newest_first()
        strands = Strand.objects.filter(plan__in=plans, risks__isnull=False).select_related("plan")
        self.fields["strand"].queryset = strands.distinct()

    def narrowed(self, risks):
        self.is_valid()
        data = self.cleaned_data
        if data.get("status") != ALL:
            wanted = [data["status"]] if data.get("status") else [RiskStatus.OPEN, RiskStatus.ISSUE]
            risks = risks.filter(status__in=wanted)
        for name in ("plan", "strand"):
            if data.get(name):
                risks = risks.filter(**{name: data[name]})
        return risks

    @property
    def is_narrow(self):
        """Whether the visitor asked for anything but the usual list."""
        return any(self.cleaned_data.get(name) for name in self.fields)
