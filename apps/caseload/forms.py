"""Forms about a case: who works it, to whom it is closed, and the search."""

from django import forms

from apps.core.forms import TokenForm

NOBODY = "none"


class CasesField(forms.Field):
    """Cases with the versions at which they were shown, as ``{id of the request: version}``; nobody types it."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value):
        chosen = {}
        for text in value or []:
            parts = str(text).split(".")
            if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
                raise forms.ValidationError("Choose the cases in the list.")
            chosen[int(parts[0])] = int(parts[1])
        return chosen


class AssignForm(forms.Form):
    """Who works the cases; ``visible`` are the requests that the person may see."""

    cases = CasesField(error_messages={"required": "Choose at least one case in the list."})
    caseworker = forms.ChoiceField(
        label="Caseworker", error_messages={"required": "Choose a caseworker, or that nobody works them."}
    )

    def __init__(self, *args, people, visible, **kwargs):
        super().__init__(*args, **kwargs)
        self.people, self.visible = {str(person.pk): person for person in people}, visible
        self.fields["caseworker"].choices = [
            ("", "Choose"),
            *((key, person.name) for key, person in self.people.items()),
            (NOBODY, "Nobody"),
        ]

    def clean_cases(self):
        versions = self.cleaned_data["cases"]
        self.requests = list(self.visible.filter(pk__in=versions).order_by("pk"))
        if len(self.requests) != len(versions):
            raise forms.ValidationError("Choose only cases of the list.")
        return versions

    def clean_caseworker(self):
        return self.people.get(self.cleaned_data["caseworker"])

    def refuse_stale(self, requests, versions):
        """Say which case was changed meanwhile, and take up the newer versions; sent again the form counts."""
        self.data = self.data.copy()
        self.data.setlist("cases", [f"{key}.{version}" for key, version in versions.items()])
        changed = ", ".join(request.key for request in requests)
        self.add_error(None, f"Somebody else changed {changed} meanwhile. Nothing was saved: look, then save again.")


class CloseForm(TokenForm):
    """To whom a case is closed, and why."""

    person = forms.ChoiceField(
        label="Close the case to", error_messages={"required": "Choose the person to whom the case is closed."}
    )
    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea,
        max_length=2000,
        help_text="For example, that the person knows the family. Only EHC managers see it.",
        error_messages={"required": "Say why the case is closed to this person."},
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [("", "Choose"), *((key, p.name) for key, p in self.people.items())]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class OpenForm(TokenForm):
    """Why a case is open to somebody again."""

    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Say why the case is open to this person again."},
    )


class SearchForm(forms.Form):
    """One box for a reference, a UPN or the beginning of a name; sent, never in an address."""

    q = forms.CharField(
        label="Find a child or young person",
        max_length=100,
        help_text="Reference, UPN or surname, or how it begins; a forename may go with the surname",
        error_messages={"required": "Enter a reference, a UPN or the beginning of a surname."},
    )


class ListedSearchForm(forms.Form):
    """One box for a reference or initials of the team's list; sent, never in an address."""

    q = forms.CharField(
        label="Find a case of the list",
        max_length=60,
        help_text="The beginning of the reference, or the initials",
        error_messages={"required": "Enter the beginning of a reference, or initials."},
    )
