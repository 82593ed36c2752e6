"""The forms by which figures are entered, targets set, falls announced and entries taken back."""

from decimal import Decimal

from django import forms

from apps.caseload.figures.counting import percentage
from apps.core.forms import DayField, TokenForm
from apps.measures.models import Unit

LONG = 2000


def sentences(label, message, required=True, hint=""):
    """A text of some sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": message, "max_length": f"“{label}” must be {LONG:,} characters or fewer"},
    )


def line(label, message, hint=""):
    """A text of one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=200,
        error_messages={"required": message, "max_length": f"“{label}” must be 200 characters or fewer"},
    )


def number(label, required=False, hint="", message=""):
    """A number that is not negative, with up to two decimals."""
    wrong = f"“{label}” must be a number such as 12 or 12.5"
    return forms.DecimalField(
        label=label,
        required=required,
        help_text=hint,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": message or f"Enter “{label}”"}
        | dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits", "max_value"), wrong
        ),
    )


class ValueForm(TokenForm):
    """A figure of a period; two counts are enough for a percentage, and words where there is no number."""

    starts_on = DayField(label="First day of the period")
    ends_on = DayField(label="Last day of the period", help_text="The same day again for a count on one day.")
    numerator = number("How many")
    denominator = number("Out of how many")
    value = number("The figure")
    words = sentences("In words", "", required=False, hint="Only where the source gives no number.")
    source = sentences(
        "Where does it come from?",
        "Say where the figure comes from",
        hint="The paper or system, its date, and where in it the figure stands.",
    )
    break_note = sentences(
        "Is it counted in another way than the figure before?",
        "",
        required=False,
        hint="Say how. The two are then not read as a change.",
    )

    def __init__(self, *args, measure, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.measure, self.on = measure, on
        self.fields["numerator"].help_text = measure.numerator
        self.fields["denominator"].help_text = measure.denominator
        if measure.unit == Unit.WORDS:
            for name in ("numerator", "denominator", "value"):
                del self.fields[name]
        else:
            unit = Unit(measure.unit).label
            self.fields["value"].label = "The figure" if measure.unit == Unit.COUNT else f"The figure, in {unit}"
            if measure.unit == Unit.PERCENT:
                self.fields[
                    "value"
                ].help_text = "Leave it empty if you give the two counts: it is worked out from them."
            if not measure.denominator:
                del self.fields["numerator"], self.fields["denominator"]

    def clean(self):
        data = super().clean()
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", "The last day of the period cannot be before its first day")
        if data.get("ends_on") and data["ends_on"] > self.on:
            self.add_error("ends_on", "The last day of the period must have passed")
        self._clean_counts(data)
        if not self.errors and data.get("value") is None and not data.get("words"):
            self.add_error("value" if "value" in self.fields else "words", "Enter the figure, or say it in words")
        if data.get("value") is not None and data.get("words"):
            self.add_error("words", "Enter either a figure or words, not both")
        return data

    def _clean_counts(self, data):
        part, whole = data.get("numerator"), data.get("denominator")
        if part is None and whole is None:
            return
        if part is None or whole is None:
            missing = "numerator" if part is None else "denominator"
            self.add_error(missing, "Enter both counts, or neither")
        elif whole == 0 or part > whole:
            self.add_error("denominator", "“Out of how many” must be more than nothing and not less than “How many”")
        elif self.measure.unit == Unit.PERCENT:
            worked_out = percentage(part, whole)
            if data.get("value") is not None and abs(data["value"] - worked_out) > Decimal("0.1"):
                self.add_error(
                    "value", f"The two counts give {worked_out}%. Leave the figure empty, or mend the counts"
                )
            data["value"] = worked_out

    def said(self):
        """What the service takes besides the period and the source."""
        names = ("numerator", "denominator", "value", "words", "break_note")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class TargetForm(TokenForm):
    value = number("Target", required=True, message="Enter the target")
    due_on = DayField(label="To be reached by", required=False, help_text="Leave it empty if it holds always.")
    tolerance = number(
        "Tolerance", hint="How far off still counts as near. Leave it empty if near and far are not told apart."
    )
    is_statutory = forms.BooleanField(label="The law sets this target", required=False)
    reason = sentences(
        "Why this target?", "Say why", hint="Who agreed it and when, or which law. Everybody reads this."
    )

    def __init__(self, *args, measure, **kwargs):
        super().__init__(*args, **kwargs)
        if measure.unit != Unit.COUNT:
            self.fields["value"].label = f"Target, in {Unit(measure.unit).label}"
            self.fields["tolerance"].label = f"Tolerance, in {Unit(measure.unit).label}"
        self.is_share = measure.unit == Unit.PERCENT

    def clean_value(self):
        value = self.cleaned_data["value"]
        if self.is_share and value > 100:
            raise forms.ValidationError("The target must be 100 per cent or less")
        return value


class DipForm(TokenForm):
    starts_on = DayField(label="Expected from")
    until = DayField(label="Expected until")
    words = sentences("What will be worse, and why?", "Say what will be worse, and why", hint="Everybody reads this.")

    def clean(self):
        data = super().clean()
        if data.get("starts_on") and data.get("until") and data["until"] < data["starts_on"]:
            self.add_error("until", "“Expected until” cannot be before “Expected from”")
        return data


class TakeBackForm(TokenForm):
    reason = sentences("Why is it taken back?", "Say why it is taken back", hint="Everybody reads this.")


class OpennessForm(TokenForm):
    is_open = forms.ChoiceField(
        label="Who sees figures on what services do?",
        choices=[("yes", "Everybody who signs in"), ("no", "Officers only")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who sees them", "invalid_choice": "Choose who sees them"},
    )
    decided_by = line("Who decided it?", "Say who decided it", hint="The post, not the name.")
    reason = sentences("Why?", "Say why")
