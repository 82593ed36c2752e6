"""The forms of papers: which plan and which time they are made for, and what comes back."""

from django import forms

from apps.core.forms import DayField, TokenForm
from apps.plans.forms.updates import words


def plan_field(plans, **kwargs):
    return PlanField(
        label="Plan",
        queryset=plans,
        empty_label=None,
        error_messages={"required": "Choose a plan", "invalid_choice": "Choose a plan from the list"},
        **kwargs,
    )


def first_open(plans):
    """The key of the plan that is offered first: an open one where there is one."""
    return next((plan.pk for plan in plans if plan.closed_on is None), None) or next((plan.pk for plan in plans), None)


class PlanField(forms.ModelChoiceField):
    def label_from_instance(self, plan):
        return plan.marked_name


class DraftForm(forms.Form):
    """Which plan a draft pack is of, and as at which day."""

    def __init__(self, *args, plans, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["plan"] = plan_field(plans)
        self.fields["as_at"] = DayField(label="As at", help_text="Today or an earlier day. For example, 27/3/2026")

    def clean_as_at(self):
        day = self.cleaned_data["as_at"]
        if day > self.on:
            raise forms.ValidationError("“As at” cannot be in the future")
        return day


class FreezeForm(TokenForm):
    """Which plan the frozen pack is of; there is no way back."""

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plan"] = plan_field(plans)
        self.fields["is_sure"] = forms.BooleanField(
            label="The meeting is over, and its record is complete",
            help_text="Closing cannot be undone: what was wrong can then only be corrected with a reason.",
            error_messages={"required": "Confirm that the meeting is over and its record complete"},
        )


def line(label, hint="", required=None, **kwargs):
    return forms.CharField(
        label=label,
        max_length=200,
        help_text=hint,
        error_messages={"required": required or f"Enter “{label}”"},
        **kwargs,
    )


class ReportForm(forms.Form):
    """What stands at the head of a scrutiny report, and the period of which it tells."""

    meeting = line("Meeting", "For example, Overview and Scrutiny Committee")
    date = DayField(label="Date of the meeting")
    subject = line("Subject", "For example, SEND update")
    report_from = line("Report from", "By role, for example Cabinet Member for Children and Young People")
    contact = line("Contact officer", "By role, not by name, for example Head of SEND and Inclusion")

    def __init__(self, *args, plans, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["plan"] = plan_field(plans)
        self.fields["since"] = DayField(label="What was done from")
        self.fields["until"] = DayField(label="What was done until")

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day > self.on:
            raise forms.ValidationError("“What was done until” cannot be in the future")
        return day

    def clean(self):
        data = super().clean()
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            self.add_error("since", "“What was done from” must be before “What was done until”")
        return data


class EditedReportForm(TokenForm):
    """The edited Word document of a meeting's report."""

    file = forms.FileField(
        label="Edited report",
        help_text="A Word document (.docx) without macros, up to 10 MB. No child may be named.",
        error_messages={
            "required": "Choose the edited report",
            "empty": "The file is empty. Choose the edited report again",
        },
    )


class EvaluationForm(TokenForm):
    """What officers say of a finding themselves."""

    text = words("What do we say ourselves of where this stands?", required=True, rows=8)


class EvidencePackForm(forms.Form):
    """As at which day an evidence pack is made."""

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["as_at"] = DayField(label="As at", help_text="Today or an earlier day. For example, 27/3/2026")

    clean_as_at = DraftForm.clean_as_at
