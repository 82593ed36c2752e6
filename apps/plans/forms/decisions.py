"""The forms by which actions are closed, accepted, sent back, reopened, and new dates are decided."""

from django import forms

from apps.core.forms import DayField, TokenForm, VersionForm
from apps.plans.codes import DecisionKind
from apps.plans.forms.updates import words
from apps.plans.models import Action


class DoneForm(VersionForm):
    done_on = DayField(label="When was it done?")
    reason = words("What was done?", hint="And which evidence shows it.", message="Say what was done")

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if day > self.on:
            raise forms.ValidationError("The date on which it was done cannot be in the future")
        return day


class AcceptForm(VersionForm):
    decision = forms.ChoiceField(
        label="Does the evidence show that it was done?",
        choices=[(DecisionKind.ACCEPTED, "Yes: accept it as complete"), (DecisionKind.SENT_BACK, "No: send it back")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether to accept it or to send it back"},
    )
    reason = words(
        "What did you look at, and what does it show?",
        hint="If you send it back, say what is missing.",
        message="Say what you looked at and what it shows",
    )


class CloseForm(VersionForm):
    kind = forms.ChoiceField(
        label="What should happen to it?",
        choices=[
            (DecisionKind.WITHDRAWN, "Withdraw it: it is no longer promised"),
            (DecisionKind.MERGED, "Merge it: another action covers it"),
            (DecisionKind.REPLACED, "Replace it: another action takes its place"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen to the action"},
    )
    takes_its_place = forms.ModelChoiceField(
        label="Which action takes its place?",
        queryset=Action.objects.none(),
        required=False,
        empty_label="None",
        error_messages={"invalid_choice": "Choose another action of the same plan"},
    )
    reason = words("Why?", hint="Families and the Board will read this.", message="Say why")

    def __init__(self, *args, action, **kwargs):
        super().__init__(*args, **kwargs)
        others = Action.objects.filter(plan=action.plan_id).exclude(pk=action.pk)
        self.fields["takes_its_place"].queryset = others.order_by("reference_key")

    def clean(self):
        data = super().clean()
        if data.get("kind") in (DecisionKind.MERGED, DecisionKind.REPLACED) and not data.get("takes_its_place"):
            self.add_error("takes_its_place", "Choose the action that takes its place")
        return data


class ReopenForm(VersionForm):
    reason = words("Why is it opened again?", message="Say why it is opened again")


class ExtensionDecisionForm(TokenForm):
    is_approved = forms.ChoiceField(
        label="Do you agree to the new date?",
        choices=[("yes", "Yes: agree to the new date"), ("no", "No: the date stays")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree to the new date"},
    )
    reason = words("Reason", required=False, hint="Needed if the date stays.")

    def clean(self):
        data = super().clean()
        if data.get("is_approved") == "no" and not data.get("reason"):
            self.add_error("reason", "Say why the date stays")
        return data
