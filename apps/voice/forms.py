"""The forms in which families' words are written, answered and, where they must be, shortened."""

from django import forms

from apps.accounts.models import Organisation
from apps.core.forms import DayField, TokenForm, VersionForm
from apps.core.personal_details import PersonalDetailsForm
from apps.inspections.models import Finding, GlossaryEntry
from apps.plans.forms.updates import words
from apps.plans.models import Action
from apps.voice.models import MOST_PEOPLE, DetailKind, Felt, How
from apps.voice.services import LONGEST_DETAIL

NO_NAMES = "Write no name of a child or of anybody’s family, no date of birth and no number of a child."


class VoiceForm(PersonalDetailsForm):
    """A form of families' words; names of bodies and words of the glossary may stand in them."""

    def known_names(self):
        terms = GlossaryEntry.objects.values_list("abbreviation", "expansion")
        names = {name for pair in terms for name in pair}
        return frozenset(names | set(Organisation.objects.values_list("name", flat=True)))


def people(label, required=True, hint=""):
    wrong = f"“{label}” must be a whole number from 1 to {MOST_PEOPLE:,}"
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=hint,
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong) | {"required": f"Fill in “{label}”"},
    )


OF_ONE = "is_safe_of_one"


class HeardForm(VoiceForm):
    """When, how and from how many something was heard, and for a voice that does not sign in, who brought it.

    What one person said may show who it is: a tick asks about that, and is there only when it is needed.
    """

    checked_fields = ("brought_by",)

    heard_from = DayField(label="First day of listening")
    heard_to = DayField(label="Last day of listening", help_text="The same day, if it was one day.")
    how = forms.ChoiceField(
        label="How did you hear it?",
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how you heard it"),
    )
    how_many = people("How many people did you hear?")
    brought_by = forms.CharField(
        label="Who brought it?",
        max_length=200,
        help_text="A role or a group, not a name. For example, two members of the group at its meeting.",
        error_messages={
            "required": "Say who brought what was said",
            "max_length": "“Who brought it?” must be 200 characters or fewer",
        },
    )

    def __init__(self, *args, is_on_behalf, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        if not is_on_behalf:
            del self.fields["brought_by"]
        if self._is_of_one():
            self.fields[OF_ONE] = forms.BooleanField(
                label="Nobody can tell from this which child or family it is, and they know that we write it here",
                required=False,
            )

    def _is_of_one(self):
        return self.is_bound and self.data.get(self.add_prefix("how_many"), "").strip().lstrip("0") == "1"

    def clean(self):
        data = super().clean()
        if not data.pop(OF_ONE, True):
            self.add_error(
                OF_ONE,
                "You heard one person. People who know the family may see who it is. Wait until you have heard more "
                "people, or tick that nobody can tell",
            )
        first, last = data.get("heard_from"), data.get("heard_to")
        if last and last > self.on:
            self.add_error("heard_to", "The last day of listening cannot be in the future")
        elif first and last and last < first:
            self.add_error("heard_to", "The last day of listening cannot be before the first")
        return data


class RoundForm(HeardForm, TokenForm):
    """Begins a round."""


class RoundEditForm(HeardForm, VersionForm):
    """Changes what a draft says of when, how and from how many."""


class EntryForm(VoiceForm, VersionForm):
    """What is said of one finding."""

    checked_fields = ("comment",)

    rating = forms.ChoiceField(
        label="Do families feel a difference?",
        required=False,
        choices=[("", "Nobody spoke of it"), *Felt.choices],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers shown"},
    )
    comment = words("What did they say? (optional)", required=False, hint=NO_NAMES)

    def clean(self):
        data = super().clean()
        if data.get("comment") and not data.get("rating") and "rating" not in self.errors:
            self.add_error("rating", "Choose whether families feel a difference, or take out what they said")
        return data


class FindingChoice(forms.ModelChoiceField):
    def label_from_instance(self, finding):
        return f"{finding.reference} {finding.plain_title or finding.title}"


class IssueForm(VoiceForm):
    """What families raised."""

    checked_fields = ("words",)

    words = words("What did families raise?", hint=f"In their words. {NO_NAMES}", message="Write what families raised")
    how_many = people("How many raised it? (optional)", required=False)
    finding = FindingChoice(
        label="Which finding is it about? (optional)",
        queryset=Finding.objects.none(),
        required=False,
        empty_label="None of these, or I do not know",
        error_messages={"invalid_choice": "Choose a finding from the list"},
    )

    def __init__(self, *args, findings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["finding"].queryset = findings


class DraftIssueForm(IssueForm, TokenForm):
    """Adds an issue to a round."""


class DraftIssueEditForm(IssueForm, VersionForm):
    """Changes an issue of a draft, or takes it out."""

    is_dropped = forms.BooleanField(label="Take this issue out of the draft", required=False)


class LoneIssueForm(HeardForm, IssueForm, TokenForm):
    """An issue on its own: a round that holds nothing else."""

    checked_fields = ("words", "brought_by")
    field_order = ["words", "finding", "heard_from", "heard_to", "how", "how_many", "brought_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["how_many"] = people("How many people raised it?")


class ReleaseForm(VersionForm):
    """Releases a round for good."""

    is_read = forms.BooleanField(
        label="We have read it, and it names no child or family member",
        error_messages={"required": "Tick that you have read it and that it names no child or family member"},
    )


class DropForm(VersionForm):
    """Throws a draft away."""


class ActionChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, action):
        return f"{action.reference} {action.plain_title or action.title}"


class AnswerForm(VoiceForm, TokenForm):
    """What an officer answers."""

    checked_fields = ("text",)

    text = words("What did we do?", hint="In plain words, for families.", message="Write what we did")
    actions = ActionChoices(
        label="Which promises answer it?",
        queryset=Action.objects.none(),
        required=False,
        help_text="Families see where these stand, today and later.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose promises of the list"},
    )

    def __init__(self, *args, actions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actions"].queryset = actions
        if not actions:
            del self.fields["actions"]


class ProposalForm(VoiceForm, TokenForm):
    """Proposes words for what is said to families."""

    checked_fields = ("wording",)

    wording = words("How would you say it?", hint=NO_NAMES, message="Write the words that you propose")


class ProposalAnswerForm(VoiceForm, TokenForm):
    """Takes proposed words or says why not."""

    checked_fields = ("reason",)

    is_accepted = forms.TypedChoiceField(
        label="Do you take these words?",
        choices=[("yes", "Yes: families read them from now on"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose whether you take these words"),
    )
    reason = words("If not, why not?", required=False, rows=2)

    def clean(self):
        data = super().clean()
        if data.get("is_accepted") is False and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Say why the words are not taken")
        return data


class TakeOutForm(TokenForm):
    """Takes a personal detail out of a text."""

    detail = forms.CharField(
        label="Which words point at one child or family?",
        max_length=LONGEST_DETAIL,
        help_text="Copy them from the text above. They are replaced wherever they stand in it and kept nowhere.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter the words that are to be taken out",
            "max_length": f"The words must be {LONGEST_DETAIL} characters or fewer: a detail, not a sentence",
        },
    )
    kind = forms.ChoiceField(
        label="What kind of detail is it?",
        choices=DetailKind.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what kind of detail it is"),
    )
    is_sure = forms.BooleanField(
        label="Take it out for good; nobody can bring it back",
        error_messages={"required": "Tick that it is to be taken out for good"},
    )
