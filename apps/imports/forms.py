"""The forms of an import: which file, what it tells of, the cells of a row, why a batch is taken back."""

from django import forms

from apps.core.dates import today
from apps.core.forms import DayField, TokenForm
from apps.core.sheets import Kind
from apps.imports.exporting.wording import typed_as
from apps.imports.rows import texts_of

MAX_FILE = 20 * 2**20
LONGEST = 32_767
ONE_LINE = 80
# What takes few characters has a narrow field.
SHORT = (Kind.REFERENCE, Kind.DATE, Kind.PERCENT, Kind.NUMBER, Kind.INITIALS)


class DescriptionForm(TokenForm):
    """Where a file goes, of which day it tells and who reports it."""

    target = forms.ChoiceField()
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
        self.fields["target"].label = landing.target_label
        self.fields["target"].error_messages["required"] = landing.target_missing
        self.fields["target"].choices = choices if len(choices) == 1 else [("", "Choose"), *choices]
        if not landing.has_targets:
            del self.fields["target"]
        elif not choices:
            self.fields["target"].help_text = landing.no_target
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


class ExportForm(forms.Form):
    """Of which list an export is made, and as what."""

    target = forms.ChoiceField(label="Which list", error_messages={"required": "Choose which list"})
    format = forms.ChoiceField(
        label="As",
        choices=[("xlsx", "Excel workbook, with drop-downs and colours"), ("csv", "CSV")],
        initial="xlsx",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a workbook or CSV"},
    )

    def __init__(self, data=None, *, landing, user):
        super().__init__(data)
        self.landing = landing
        self.places = landing.places(user)
        if self.places is None:
            del self.fields["target"]
        else:
            self.fields["target"].choices = [("", "Choose"), *self.places]

    def chosen(self):
        """``(target, words)`` of the list that was chosen."""
        if self.places is None:
            return {}, ""
        value = self.cleaned_data["target"]
        return self.landing.target_of(value), str(dict(self.places)[value])


class RowForm(forms.Form):
    """The columns of a row as text; what is typed over them is cleaned as a cell would be."""

    def __init__(self, data=None, *, row, layout, columns):
        super().__init__(data)
        self.before = texts_of(layout, row.shown)
        self.short = {column.field for column in columns if column.kind in SHORT}
        for column in columns:
            text = self.before[column.field]
            is_long = column.kind == Kind.LIST or len(text) > ONE_LINE or "\n" in text
            self.fields[column.field] = forms.CharField(
                label=column.heading,
                required=False,
                max_length=LONGEST,
                initial=text,
                widget=forms.Textarea if is_long else forms.TextInput,
                help_text=typed_as(column),
            )

    def edits(self):
        """What was typed over, by column."""
        return {name: text for name, text in self.cleaned_data.items() if text.split() != self.before[name].split()}


class AnswersForm(forms.Form):
    """What the columns hold and the marks of the ratings mean, as proposed or as confirmed before."""

    def __init__(self, data=None, *, batch, layout):
        super().__init__(data)
        self.batch = batch
        proposal, mapping = batch.proposal, batch.answers.get("mapping", {})
        chosen = mapping.get("sheets") or [sheet["name"] for sheet in proposal["sheets"] if sheet["is_read"]]
        names = [(sheet["name"], sheet["name"]) for sheet in proposal["sheets"]]
        self.fields["sheets"] = forms.MultipleChoiceField(
            label="Sheets to read",
            choices=names,
            initial=chosen,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Choose a sheet that is read"},
        )
        self.columns = self._add_columns(proposal, mapping.get("columns", {}), layout)
        self.marks = self._add_marks(proposal, batch.answers.get("legend", {}), layout)

    def _add_columns(self, proposal, said, layout):
        fields = [("", "Not read"), *((column.field, column.heading) for column in layout.columns)]
        columns = {}
        for sheet in proposal["sheets"]:
            for column in sheet["columns"]:
                if column["key"] in columns:
                    continue
                is_pair = column["field"] and layout.column(column["field"]) is None
                if not is_pair:
                    columns[column["key"]] = name = f"column-{len(columns)}"
                    self.fields[name] = forms.ChoiceField(
                        label=f"{column['letter']}: {column['heading']}",
                        choices=fields,
                        required=False,
                        initial=said.get(column["key"], column["field"]) or "",
                        help_text="; ".join(column["samples"]),
                    )
        return columns

    def _add_marks(self, proposal, said, layout):
        codes = [("", "No rating"), *_rating_choices(layout)]
        marks = {}
        for mark in proposal["legend"]:
            marks[mark["mark"]] = name = f"mark-{len(marks)}"
            cells = ", ".join(f"{sheet} {cell}" for sheet, cell in mark["cells"][:3])
            self.fields[name] = forms.ChoiceField(
                label=f"“{mark['mark']}”",
                choices=codes,
                required=False,
                initial=said.get(mark["mark"], mark["rating"]) or "",
                help_text=f"In {mark['count']} cell{'' if mark['count'] == 1 else 's'}: {cells}",
            )
        return marks

    def clean(self):
        used = {}
        for key, name in self.columns.items():
            field = self.cleaned_data.get(name)
            if field and field in used and self._stand_together(key, used[field]):
                self.add_error(name, "Another column is taken for this already. Choose one of them")
            elif field:
                used[field] = key
        return self.cleaned_data

    def _stand_together(self, key, other):
        return any(
            {key, other} <= {column["key"] for column in sheet["columns"]} for sheet in self.batch.proposal["sheets"]
        )

    def answers(self):
        """What the services keep."""
        data = self.cleaned_data
        return {
            "mapping": {
                "sheets": data["sheets"],
                "columns": {key: data[name] or None for key, name in self.columns.items()},
            },
            "legend": {mark: data[name] for mark, name in self.marks.items() if data[name]},
        }


def _rating_choices(layout):
    """The codes of the layout's rating, as words."""
    for column in layout.columns:
        if column.kind == Kind.RATING:
            yield from ((str(code), str(code).replace("_", " ").capitalize()) for code in column.choices)


class UndoForm(forms.Form):
    reason = forms.CharField(
        label="Why it is taken back",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why the file is taken back"},
    )
