"""The forms by which releases are made, opened and ended."""

from django import forms

from apps.core.forms import TokenForm
from apps.measures.models.releases import THRESHOLDS


def _words(label, hint, message=None):
    return forms.CharField(
        label=label,
        help_text=hint,
        required=message is not None,
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": message or "", "max_length": f"“{label}” may have 2,000 characters"},
    )


class MakeForm(TokenForm):
    note = _words("What readers should know (optional)", "Shown above the tables. Write nothing about single children.")


class CorrectForm(TokenForm):
    note = _words(
        "What was corrected", "Shown above the tables. Write nothing about single children.", "Say what was corrected"
    )


class ReleaseForm(TokenForm):
    is_checked = forms.BooleanField(
        label="I have looked at every table, and nothing in it lets a child be recognised",
        error_messages={"required": "Confirm that you have looked at every table"},
    )


class ReasonForm(TokenForm):
    reason = _words("Why", "Shown to whoever reads the page. Write nothing about single children.", "Say why")


class ThresholdForm(TokenForm):
    number = forms.IntegerField(
        label="Smallest number that is shown",
        help_text=f"From {THRESHOLDS[0]} to {THRESHOLDS[1]}. Smaller numbers are hidden; 0 is always shown.",
        min_value=THRESHOLDS[0],
        max_value=THRESHOLDS[1],
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"“Smallest number that is shown” must be a whole number from {THRESHOLDS[0]} to {THRESHOLDS[1]}",
        ),
    )
