"""The forms of an import: which file, what it tells of, the cells of a row, why a batch is taken back."""

from django import forms

from apps.core.dates import today
from apps.core.forms import DayField, TokenForm
from apps.imports.words import labels_of

MAX_FILE = 20 * 2**20


class DescriptionForm(TokenForm):
    """Where a file goes, of which day it tells and who reports it."""

    target = forms.ChoiceField(label="Plan", error_messages={"required": "Choose where the rows go"})
    position_on = DayField(
        label="Position at",
        required=False,
        help_text="The day of which the file tells, for example 14/11/2026. Leave it empty if the file says it itself.",
    )
    reported_by = forms.CharField(
        label="Who reports this (optional)",
        max_length=200,
        required=False,
        help_text="For example, SEND Programme Manager. Your own name is kept as that of the person who loaded it.",
    )

    def __init__(self, *args, landing, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.landing = landing
        choices = landing.targets(user)
        if choices:
            self.fields["target"].choices = [("", "Choose"), *choices] if len(choices) > 1 else choices
        else:
            del self.fields["target"]
        if not landing.needs_position:
            self.fields["position_on"].label = "Position at (optional)"

    def clean_position_on(self):
        day = self.cleaned_data["position_on"]
        if day and day > today():
            raise forms.ValidationError("The file cannot tell of a day in the future")
        return day

    def described(self):
        """What the services take."""
        data = self.cleaned_data
        target = self.landing.target_of(data["target"]) if "target" in self.fields else {}
        return {"position_on": data["position_on"], "reported_by": data["reported_by"], "target": target}


class UploadForm(DescriptionForm):
    file = forms.FileField(
        label="File",
        widget=forms.FileInput,
        help_text="An Excel workbook (.xlsx) or a CSV file, at most 20 MB. Nothing is saved until you have seen what "
        "it would change.",
        error_messages={"required": "Choose a file", "empty": "The file is empty. Choose one that has rows"},
    )
    field_order = ["file", "target", "position_on", "reported_by"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_FILE:
            raise forms.ValidationError("The file is larger than 20 MB. Split it, or remove pictures from it")
        return file


class RowForm(forms.Form):
    """The cells of a row as text; what is typed over them is cleaned as a cell would be."""

    def __init__(self, data=None, *, row, layout):
        super().__init__(data)
        self.shown = as_text(row.fields | row.edits)
        for name, label in labels_of(layout).items():
            if not name.endswith(("_source", "_precision")):
                is_long = len(self.shown.get(name, "")) > 80  # noqa: PLR2004 - about a line
                widget = forms.Textarea if is_long or "\n" in self.shown.get(name, "") else forms.TextInput
                self.fields[name] = forms.CharField(
                    label=label, required=False, initial=self.shown.get(name, ""), widget=widget
                )

    def edits(self):
        """What was typed over, by field."""
        return {
            name: text for name, text in self.cleaned_data.items() if text.split() != self.shown.get(name, "").split()
        }


def as_text(fields):
    """Normalised values as a person would type them."""
    return {
        name: "; ".join(value) if isinstance(value, list) else str(value)
        for name, value in fields.items()
        if value not in (None, "")
    }


class UndoForm(forms.Form):
    reason = forms.CharField(
        label="Why it is taken back",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why the file is taken back"},
    )
