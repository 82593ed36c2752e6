"""Forms of live mode: a child and a request, the decisions, the plan and its end."""

from django import forms

from apps.caseload import codes
from apps.caseload.work_forms import choose, day, line
from apps.core.forms import TokenForm, VersionForm

DECISIONS = [
    (codes.RequestOutcome.ASSESS, "Assess"),
    (codes.RequestOutcome.REFUSED, "Do not assess"),
    (codes.RequestOutcome.WITHDRAWN, "Withdrawn before a decision"),
]
ENDS = [
    (codes.AssessmentOutcome.NO_PLAN, "No plan will be issued"),
    (codes.AssessmentOutcome.WITHDRAWN, "Withdrawn before a decision"),
]


class RequestForm(TokenForm):
    """A request of a child who is in the records."""

    received_on = day("Request received on", "Day 0 of the 20 weeks (section 36(1)).", required=True)
    source = choose("Who asked", codes.RequestSource.choices)


class NameFields(forms.Form):
    """Who a child is."""

    surname = line("Surname", "Enter the surname.")
    forename = line("First names", "Enter the first names.")
    birth_on = day("Date of birth", required=True)
    sex = choose("Sex", codes.Sex.choices)
    upn = forms.RegexField(
        r"^[A-Za-z]\d{11}[A-Za-z0-9]$",
        label="UPN",
        required=False,
        help_text="A letter, eleven digits, and a digit or letter",
        error_messages={"invalid": "A UPN is a letter, eleven digits, and a digit or letter."},
    )
    upn_unknown = choose("Why there is no UPN", codes.UpnUnknown.choices, required=False)

    def clean_surname(self):
        return self._name("surname")

    def clean_forename(self):
        return self._name("forename")

    def _name(self, field):
        name = " ".join(self.cleaned_data[field].split())
        if len(name) > 100:
            raise forms.ValidationError("A name has at most 100 letters.")
        return name

    def clean_upn(self):
        return self.cleaned_data["upn"].upper()

    def clean(self):
        cleaned = super().clean()
        if "upn" in cleaned and bool(cleaned["upn"]) == bool(cleaned.get("upn_unknown")):
            self.add_error("upn", "Enter the UPN, or say why there is none.")
        return cleaned


class ChildForm(NameFields, RequestForm):
    """A child and the request."""


class DecideForm(VersionForm):
    outcome = forms.ChoiceField(
        label="Decision",
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the decision."},
    )
    outcome_on = day(
        "Decided on", "The day on which the family was told: 6 weeks (42 days) at the latest (regulation 5(1)).", True
    )


class EndForm(VersionForm):
    outcome = forms.ChoiceField(
        label="How it ended",
        choices=ENDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended."},
    )
    outcome_on = day(
        "Family told on", "That no plan will be issued is told within 16 weeks (112 days; regulation 10(1)).", True
    )


class PlaceFields(forms.Form):
    """A school, a provider or, without a number, a kind of setting: one of the three."""

    urn = forms.RegexField(
        r"^\d{6}$",
        label="School: its URN",
        required=False,
        help_text="Six digits",
        error_messages={"invalid": "A URN is six digits."},
    )
    ukprn = forms.RegexField(
        r"^\d{8}$",
        label="College or provider: its UKPRN",
        required=False,
        help_text="Eight digits",
        error_messages={"invalid": "A UKPRN is eight digits."},
    )
    setting = choose("Without either: the kind of setting", codes.Setting.choices, required=False)

    def clean(self):
        cleaned = super().clean()
        named = [name for name in ("urn", "ukprn", "setting") if cleaned.get(name)]
        if not self.errors and len(named) != 1:
            self.add_error("urn", "Enter one of the three: a URN, a UKPRN or the kind of setting.")
        return cleaned


class IssueForm(PlaceFields, VersionForm):
    """The final plan: when it was sent, the primary need, and the school or setting that it names."""

    field_order = ("starts_on", "need")
    starts_on = day(
        "Issued on",
        "The day on which the final plan was sent: 20 weeks (140 days) at the latest (regulation 13(2)).",
        True,
    )
    need = choose("Primary need", codes.NeedType.choices)


class CeaseForm(VersionForm):
    ceased_on = day(
        "Ended on",
        "The day on which the plan ends or is transferred, after the time to appeal; not the decision.",
        True,
    )
    cease_reason = choose("Reason", codes.CeaseReason.choices)
