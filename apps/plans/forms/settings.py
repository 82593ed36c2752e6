"""The forms by which an administrator changes the words of the ratings and the numbers of the rules."""

from django import forms

from apps.core.forms import TokenForm
from apps.plans.forms.structure import line
from apps.plans.models import RatingShape, Thresholds

NUMBERS = [f for f in Thresholds._meta.fields if f.get_internal_type() == "PositiveSmallIntegerField"]


class ThresholdsForm(TokenForm):
    """One number for each column of the table."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for column in NUMBERS:
            label = column.verbose_name[:1].upper() + column.verbose_name[1:]
            highest = 100 if column.name.endswith("share") else 1000
            lowest = 2 if column.name == "no_change_count" else 1
            message = f"“{label}” must be a whole number from {lowest} to {highest}"
            self.fields[column.name] = forms.IntegerField(
                label=label,
                min_value=lowest,
                max_value=highest,
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), message),
            )


class LegendForm(TokenForm):
    """The word, shape and meaning of one rating."""

    word = line("Word", max_length=40)
    shape = forms.ChoiceField(label="Shape", choices=RatingShape.choices)
    meaning = line("What it means", max_length=300)
