"""The forms of meetings and of what belongs to them."""

from django import forms
from django.conf import settings

from apps.accounts.models import Post
from apps.board.models import AgendaItem, Asker, Purpose
from apps.core.forms import DayField, TokenForm, VersionForm
from apps.plans.forms.evidence import KINDS, content_type, is_what_it_says
from apps.plans.forms.structure import EditForm, PostChoice, line, pick, post_field
from apps.plans.forms.updates import words as sentences
from apps.voice.forms import VoiceForm

NO_CHILD = "Do not name a child or family, or anything by which they could be known."


class MeetingForm(VersionForm):
    body = forms.CharField(
        label="Who meets",
        max_length=200,
        error_messages={
            "required": "Enter who meets, such as SEND Partnership Board",
            "max_length": "“Who meets” must be 200 characters or fewer",
        },
    )
    held_on = DayField(label="Date of the meeting")
    place = line("Place (optional)", required=False)
    updates_by = DayField(label="Updates wanted by")
    papers_by = DayField(label="Papers due by (optional)", required=False)
    questions_by = DayField(label="Questions due by (optional)", required=False)
    is_public = forms.BooleanField(label="The public may attend", required=False)

    def clean(self):
        data = super().clean()
        held = data.get("held_on")
        said = {
            "updates_by": "Updates must be wanted",
            "papers_by": "Papers must be due",
            "questions_by": "Questions must be due",
        }
        for name, what in said.items():
            if held and data.get(name) and data[name] > held:
                self.add_error(name, f"{what} on or before the day of the meeting")
        return data


class ItemForm(EditForm):
    position = forms.IntegerField(
        label="Place on the agenda",
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Enter the place on the agenda, such as 3",
            **dict.fromkeys(("invalid", "min_value", "max_value"), "The place on the agenda must be from 1 to 99"),
        },
    )
    title = line("What is it about?", max_length=300)
    purpose = forms.ChoiceField(
        label="What is the meeting asked to do with it?",
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the meeting is asked to do with it"},
    )
    presenter = post_field("Which post presents it?")
    presenter_words = line("Or who presents it, in other words (optional)", required=False)


class OfMeetingForm(TokenForm):
    """About a meeting, and maybe about one item of its agenda."""

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["agenda_item"] = pick(
            "Item of the agenda", AgendaItem.objects.filter(meeting=meeting), empty="The meeting as a whole"
        )


class PaperForm(OfMeetingForm):
    title = line("What is it?")
    file = forms.FileField(
        label="File",
        error_messages={"required": "Choose the file", "empty": "The file is empty. Choose the file again"},
    )
    is_public = forms.BooleanField(
        label="Public: families, Members and everybody else who signs in may read it", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        most = settings.EVIDENCE_MAX_BYTES // 2**20
        self.fields["file"].help_text = f"{KINDS}, up to {most} MB. No child may be named."

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.EVIDENCE_MAX_BYTES:
            most = settings.EVIDENCE_MAX_BYTES // 2**20
            raise forms.ValidationError(f"The file is {file.size / 2**20:.0f} MB. It may have up to {most} MB")
        if not is_what_it_says(file):
            raise forms.ValidationError(f"The file must be a {KINDS} file, with the matching ending in its name")
        return file

    def changes(self):
        return self.cleaned_data | {"content_type": content_type(self.cleaned_data["file"].name)}


class DeclarationForm(OfMeetingForm):
    who = line("Whose interest is it?", hint="The post or seat, such as Chair of the Committee; no name is needed.")
    words = sentences("What is the interest?", hint=NO_CHILD, message="Say what the interest is")


class DecisionForm(OfMeetingForm):
    words = sentences("What was decided?", hint="In the words of the meeting.", message="Say what was decided")


class RewordForm(TokenForm):
    words = sentences("What was decided?", message="Say what was decided")
    reason = sentences("Why is the wording put right?", rows=2, message="Say why the wording is put right")


class LogForm(OfMeetingForm):
    words = sentences("What is to be done?", message="Say what is to be done")
    owner = PostChoice(
        label="Which post does it?",
        queryset=Post.objects.select_related("organisation"),
        empty_label="Choose",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose which post does it"),
    )
    due_on = DayField(label="By when?")


class NoteForm(TokenForm):
    words = sentences("What has happened?", message="Say what has happened")
    effective_on = DayField(label="On which day?")
    is_done = forms.BooleanField(label="It is done", required=False)
    due_on = DayField(label="A later date, if it needs one (optional)", required=False)


class AskForm(VoiceForm, OfMeetingForm):
    """What a Member or a representative asks."""

    checked_fields = ("words",)

    words = sentences("Your question", hint=NO_CHILD, message="Write your question")


class PassOnForm(VoiceForm, OfMeetingForm):
    """A question that came in another way, passed on by a manager."""

    checked_fields = ("words",)

    asker = forms.ChoiceField(
        label="Who asks?",
        choices=Asker.choices,
        widget=forms.RadioSelect,
        help_text="By kind, never by name.",
        error_messages={"required": "Choose who asks"},
    )
    asked_on = DayField(label="When did it come in?")
    words = sentences("The question", hint=NO_CHILD, message="Write the question")


class RulingForm(TokenForm):
    is_accepted = forms.TypedChoiceField(
        label="Is the question taken?",
        choices=[("yes", "Take it"), ("no", "Refuse it")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the question is taken"},
    )
    reason = sentences("Why?", rows=2, message="Say why")


class AnswerForm(VoiceForm, TokenForm):
    checked_fields = ("words",)

    words = sentences("The answer", hint=NO_CHILD, rows=6, message="Write the answer")
    answered_by = line("Which post answers?", hint="Such as Cabinet Member for Children and Young People")
    answered_on = DayField(label="When was it answered?")


class CorrectionForm(TokenForm):
    words = sentences("What should the record say?", message="Say what the record should say")


class ChallengeForm(TokenForm):
    words = sentences("Why do you doubt the rating?", message="Say why you doubt the rating")


class ChallengeAnswerForm(TokenForm):
    is_changed = forms.TypedChoiceField(
        label="Your answer",
        choices=[("no", "The rating stays"), ("yes", "A report has changed it")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose your answer"},
    )
    words = sentences("Why?", message="Say why")


class SignForm(TokenForm):
    """``seen_rating`` and ``seen_rule`` are what the page showed, so that nobody signs for something else."""

    seen_rating = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_rule = forms.CharField(widget=forms.HiddenInput, required=False)
    note = sentences("What should the Board know? (optional)", required=False, rows=2)

    def seen(self):
        return self.cleaned_data["seen_rating"] or None, self.cleaned_data["seen_rule"] or None


class ChaseForm(TokenForm):
    posts = forms.ModelMultipleChoiceField(
        queryset=Post.objects.none(),
        error_messages={
            "required": "Tick at least one post to remind",
            "invalid_choice": "Tick only posts of the list",
        },
    )
