"""Evidence: a file that is what it claims to be, or a link."""

import codecs
import struct
import zipfile

from django import forms
from django.conf import settings

from apps.core.forms import DayField, TokenForm
from apps.plans.codes import EvidenceShows
from apps.plans.forms.updates import words

# What a file's first bytes must be, by its ending; office files are ZIP archives that hold a certain part.
STARTS = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/", "odt": "content.xml", "ods": "content.xml"}
TEXT = ("txt", "csv")
# How a page or drawing begins that a browser would run.
MARKUP = (b"<!", b"<?xml", b"<html", b"<svg", b"<script")
TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "txt": "text/plain",
    "csv": "text/csv",
}
# Unpacked, an office file has at most so many times the size that a file may have; more is made to fill a disk.
UNPACKED = 10
KINDS = "PDF, Word, Excel, PowerPoint, OpenDocument, picture (PNG, JPEG) or plain text"


class EvidenceForm(TokenForm):
    title = forms.CharField(
        label="What is it?",
        max_length=200,
        help_text="For example, Board minutes of 4 December. Up to 200 characters.",
        error_messages={
            "required": "Say what the evidence is",
            "max_length": "The name must be 200 characters or fewer",
        },
    )
    shows = forms.ChoiceField(
        label="What does it show?",
        choices=[(value, f"It shows {label}") for value, label in EvidenceShows.choices],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it shows"},
    )
    effective_on = DayField(
        label="Date of the evidence itself", help_text="Not the date of adding it. For example, 27/3/2026"
    )
    file = forms.FileField(
        label="File",
        required=False,
        error_messages={"empty": "The file is empty. Choose the file again"},
    )
    link = forms.URLField(
        label="Or a link",
        required=False,
        max_length=1000,
        assume_scheme="https",
        error_messages={"invalid": "The link must be a web address, such as https://example.org/minutes"},
    )
    note = words("What should a reader look for in it? (optional)", required=False, rows=2)

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields[
            "file"
        ].help_text = f"{KINDS}, up to {settings.EVIDENCE_MAX_BYTES // 2**20} MB. No child may be named."

    def clean_effective_on(self):
        day = self.cleaned_data["effective_on"]
        if day > self.on:
            raise forms.ValidationError("The date of the evidence cannot be in the future")
        return day

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return file
        if file.size > settings.EVIDENCE_MAX_BYTES:
            raise forms.ValidationError(
                f"The file is {file.size / 2**20:.0f} MB. It may have up to {settings.EVIDENCE_MAX_BYTES // 2**20} MB"
            )
        if not is_what_it_says(file):
            raise forms.ValidationError(f"The file must be a {KINDS} file, with the matching ending in its name")
        return file

    def clean_link(self):
        link = self.cleaned_data["link"]
        if link and not link.startswith(("http://", "https://")):
            raise forms.ValidationError("The link must begin with https:// or http://")
        return link

    def ask_for_file_again(self):
        """Said where the page is shown once more: a browser does not send a chosen file a second time by itself."""
        if self.is_bound and self.files.get(self.add_prefix("file")) and "file" not in self.errors:
            self.add_error("file", "Choose the file again: it could not be kept while something else is put right")

    def changes(self):
        """The keyword arguments for ``services.add_evidence``."""
        file = self.cleaned_data["file"]
        return self.cleaned_data | {"content_type": content_type(file.name) if file else ""}

    def clean(self):
        data = super().clean()
        if not self.errors and data.get("file") and data.get("link"):
            self.add_error("file", "Choose a file or enter a link, not both")
        elif not self.errors and not data.get("file") and not data.get("link"):
            self.add_error("file", "Choose a file or enter a link")
        return data


def is_what_it_says(file):
    """Whether a file's content fits the ending of its name."""
    ending = _ending(file.name)
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if ending in STARTS:
        return head.startswith(STARTS[ending])
    if ending in OFFICE:
        return _is_office_file(file, OFFICE[ending])
    return (
        ending in TEXT
        and b"\x00" not in head
        and not head.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(MARKUP)
    )


def _is_office_file(file, part):
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            found = any(info.filename.startswith(part) for info in parts)
            found = found and sum(info.file_size for info in parts) <= UNPACKED * settings.EVIDENCE_MAX_BYTES
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, struct.error):
        found = False
    file.seek(0)
    return found


def content_type(name):
    """The media type that belongs to a file's ending."""
    return TYPES[_ending(name)]


def _ending(name):
    return name.rpartition(".")[2].lower()


class ReleaseForm(TokenForm):
    """Opens evidence; sent twice, it stays open."""

    releases = forms.BooleanField(widget=forms.HiddenInput, initial=True)


class EraseForm(TokenForm):
    """Erases a file for good."""

    is_sure = forms.BooleanField(
        label="I know that the file cannot be brought back",
        error_messages={"required": "Tick that you know that the file cannot be brought back"},
    )
    reason = words("Why is this file erased?", hint="Do not name a child.", message="Say why the file is erased")


class CloseEvidenceForm(TokenForm):
    reason = words("Why is it closed again?", message="Say why the evidence is closed again")
