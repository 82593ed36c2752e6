"""How the forecast is narrowed, and how many overdue plans the backlog's page asks about."""

from django import forms

from apps.caseload.outlook import LONGEST, WEEKS

NOBODY = "none"
COMING, PASSED = "coming", "passed"


class ForecastForm(forms.Form):
    """Filters of the forecast; what makes no sense is said, and then nothing is narrowed."""

    which = forms.ChoiceField(
        label="Which cases",
        choices=[(COMING, "Will pass day 140"), (PASSED, "Have passed it already")],
        required=False,
    )
    weeks = forms.TypedChoiceField(
        label="Within", choices=[(n, f"{n} weeks") for n in reversed(WEEKS)], coerce=int, required=False
    )
    caseworker = forms.ChoiceField(label="Caseworker", required=False)

    def __init__(self, *args, caseworkers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["caseworker"].choices = [("", "Any"), *caseworkers, (NOBODY, "Nobody")]
        self.chosen = self.cleaned_data if self.is_valid() else {}

    @property
    def is_passed(self):
        return self.chosen.get("which") == PASSED

    @property
    def length(self):
        """So many weeks."""
        return self.chosen.get("weeks") or LONGEST

    def narrowed(self, standings):
        person = self.chosen.get("caseworker")
        if not person:
            return standings
        return standings.filter(caseworker__isnull=True) if person == NOBODY else standings.filter(caseworker=person)


class BacklogForm(forms.Form):
    """How many of the overdue plans are issued."""

    def __init__(self, *args, overdue, **kwargs):
        super().__init__(*args, **kwargs)
        words = f"Enter a whole number from 0 to {overdue}."
        self.fields["issued"] = forms.IntegerField(
            label="How many of them are issued",
            help_text=f"A whole number from 0 to {overdue}",
            min_value=0,
            max_value=overdue,
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), words),
        )
        self.chosen = self.cleaned_data["issued"] if self.is_valid() else None
