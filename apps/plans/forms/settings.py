"""The forms by which an administrator changes the words of the ratings and the numbers of the rules."""

from django import forms

from apps.core.forms import TokenForm
from apps.plans.forms.structure import line, reason_field
from apps.plans.models import RatingShape, Thresholds
from apps.plans.rules import rating_words

NUMBERS = [f for f in Thresholds._meta.fields if f.get_internal_type() == "PositiveSmallIntegerField"]
# What each number is called and what it does; ratings stand in braces.
PLAIN = {
    "stale_days": (
        "Days without a report",
        "An action on which nobody has reported for more days than this is {at_risk}.",
    ),
    "start_grace_days": (
        "Days of patience after the start date",
        "An action that is still {not_started} more days than this after it should have started is {at_risk}.",
    ),
    "milestone_red_days": (
        "Days that a milestone may be late",
        "A milestone that is late makes its action {at_risk}; one that is late by more days than this, {off_track}.",
    ),
    "acceptance_days": (
        "Days that finished work may wait to be accepted",
        "An action that was said to be done and has waited for more days than this is {at_risk}.",
    ),
    "extension_count": (
        "New dates that are too many",
        "An action whose date was moved this many times or more is {at_risk}, or worse.",
    ),
    "extension_days": (
        "Days of delay that are too many",
        "An action whose date was moved by more days than this in all is {at_risk}, or worse.",
    ),
    "due_soon_days": (
        "Days ahead that count as due soon",
        "“Due soon” on lists and on people’s own pages means due within this many days.",
    ),
    "no_change_count": (
        "Times “no change” in a row",
        "From this many times on, pages point out that nothing has changed.",
    ),
    "strand_off_track_share": (
        "Per cent of actions that make a part of a plan {off_track}",
        "When this share of the open actions of a part, such as a priority, is {off_track} or more, so is the part.",
    ),
    "strand_at_risk_share": (
        "Per cent of actions that make a part of a plan {at_risk}",
        "When this share of the open actions of a part is {at_risk} or more, so is the part.",
    ),
}


class ThresholdsForm(TokenForm):
    """One number for each column of the table, called by the words of ``legend``."""

    def __init__(self, *args, legend, **kwargs):
        super().__init__(*args, **kwargs)
        for column in NUMBERS:
            label, hint = (text.format(**rating_words(legend)) for text in PLAIN[column.name])
            highest = 100 if column.name.endswith("share") else 1000
            lowest = 2 if column.name == "no_change_count" else 1
            message = f"“{label}” must be a whole number from {lowest} to {highest}"
            self.fields[column.name] = forms.IntegerField(
                label=label,
                help_text=hint,
                min_value=lowest,
                max_value=highest,
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), message),
            )
        self.fields["reason"] = reason_field()


class LegendForm(TokenForm):
    """The word, shape and meaning of one rating; ``others`` are the words of the other ratings."""

    word = line("Word", max_length=40)
    shape = forms.ChoiceField(label="Shape", choices=RatingShape.choices)
    meaning = line("What it means", max_length=300)
    reason = reason_field()

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.others = others

    def clean_word(self):
        word = self.cleaned_data["word"]
        if any(row.word.strip().casefold() == word.casefold() for row in self.others):
            raise forms.ValidationError(f"“{word}” is the word of another rating: choose another word")
        return word

    def clean_shape(self):
        shape = self.cleaned_data["shape"]
        for row in self.others:
            if row.shape == shape:
                raise forms.ValidationError(f"{RatingShape(shape).label} stands for “{row.word}”: choose another shape")
        return shape
