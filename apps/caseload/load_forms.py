"""The form by which the case system's files are uploaded, and the filters of a report."""

from django import forms

from apps.caseload.sen2.reading import Unreadable
from apps.caseload.sen2.uploads import MAX_FILE, files_of_uploads
from apps.core.forms import TokenForm


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Several files at once."""

    widget = FilesInput

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(one, initial) for one in data or [None]]


class UploadForm(TokenForm):
    """``cleaned_data["files"]`` is ``{module: (file name, bytes)}``."""

    files = FilesField(
        label="Files",
        help_text=f"The nine CSV files together, or one ZIP of them. Each at most {MAX_FILE // 2**20} MB.",
        error_messages={
            "required": "Choose the nine CSV files, or one ZIP of them",
            "empty": "A file is empty. Export it again: its first line must name the columns",
        },
    )

    def clean_files(self):
        try:
            return files_of_uploads(self.cleaned_data["files"])
        except Unreadable as refused:
            raise forms.ValidationError(str(refused).split("\n")) from None
