"""How forms are rendered and what all our forms share."""

import uuid
from datetime import datetime

from django import forms
from django.forms.renderers import TemplatesSetting

from apps.core.dates import FIRST_DAY, LAST_DAY, typed_date

DAY_FIRST = ["%d/%m/%Y", "%d %m %Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%y"]


def posted(request):
    """What a form was sent with, though it be nothing; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


class FormRenderer(TemplatesSetting):
    """Form parts come from the same template engines as pages, so that other packages' widgets keep working."""


class DayField(forms.DateField):
    """A date typed as people write it, day first, within the years that the site speaks of."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("input_formats", DAY_FIRST)
        kwargs.setdefault("help_text", "For example, 27/3/2026")
        messages = self.messages_of(kwargs.get("label", "the date")) | kwargs.pop("error_messages", {})
        super().__init__(error_messages=messages, **kwargs)

    @staticmethod
    def messages_of(label):
        """Why a date is refused; each says which date."""
        return {
            "required": f"Enter a date for “{label}”",
            "invalid": f"“{label}” must be a real date, such as 27/3/2026",
            "far": f"“{label}” must be a date from {FIRST_DAY.year} to {LAST_DAY.year}",
        }

    def validate(self, value):
        super().validate(value)
        if value and not FIRST_DAY <= value <= LAST_DAY:
            raise forms.ValidationError(self.error_messages["far"], code="far")

    def prepare_value(self, value):
        if isinstance(value, datetime):
            value = value.date()
        return typed_date(value) if hasattr(value, "day") else value


class TokenField(forms.UUIDField):
    """A number that says which sending of a form this is; nobody types it, so it is no change."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class TokenForm(forms.Form):
    """A form that counts once however often it is sent; ``token`` goes to the service."""

    token = TokenField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid.uuid4()

    def refuse(self, refused):
        """Show a service's refusal beside its field, or above the form."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.message)


class VersionForm(TokenForm):
    """A form about a row, which must not have changed since the form was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def refuse_stale(self, row):
        """Say that somebody changed the row meanwhile; what is typed stays, and sent again the form counts."""
        self.data = self.data.copy()
        self.data["version"] = str(row.version)
        self.add_error(None, f"Somebody else changed {row} meanwhile. Nothing was saved: look at it, then save again.")
