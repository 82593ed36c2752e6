"""The forms by which plans, strands, actions and milestones are edited."""

from django import forms
from django.db.models import Q
from django.forms import formset_factory

from apps.accounts.models import Person, Post
from apps.core.forms import DayField, TokenForm, VersionForm
from apps.inspections.models import Finding, Inspection
from apps.plans.codes import Rating
from apps.plans.forms.updates import words
from apps.plans.models import PlanType
from apps.plans.models.plans import StrandKind


def line(label, required=True, max_length=200, hint=""):
    """A text of one line."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=max_length,
        help_text=hint,
        error_messages={
            "required": f"Fill in “{label}”",
            "max_length": f"“{label}” must be {max_length} characters or fewer",
        },
    )


def pick(label, queryset, required=False, empty="None"):
    return forms.ModelChoiceField(
        label=label,
        queryset=queryset,
        required=required,
        empty_label=empty,
        error_messages={"required": f"Choose “{label}”", "invalid_choice": f"Choose “{label}” from the list"},
    )


def pick_several(label, queryset, hint=""):
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=queryset,
        required=False,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": f"Choose “{label}” from the list"},
    )


class PostChoice(forms.ModelChoiceField):
    def label_from_instance(self, post):
        return f"{post.title}, {post.organisation.name}"


class PostChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, post):
        return f"{post.title}, {post.organisation.name}"


def post_field(label):
    return PostChoice(
        label=label,
        required=False,
        empty_label="Nobody yet",
        queryset=Post.objects.select_related("organisation"),
        error_messages={"invalid_choice": f"Choose “{label}” from the list"},
    )


def reason_field():
    """An edit says why; the reason stands in the history."""
    return words("Why are you making this change?", rows=2, message="Say why you are making this change")


class EditForm(TokenForm):
    """An edit of a row, which must not have changed since the form was opened; a new row has no version."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = reason_field()

    def __init__(self, *args, is_new=False, **kwargs):
        """What is new needs no reason; an edit gives it last, when it is clear what was edited."""
        super().__init__(*args, **kwargs)
        reason = self.fields.pop("reason")
        if not is_new:
            self.fields["reason"] = reason


def findings_of(plan, already=()):
    """The findings that a part of a plan may answer: those of the plan's own inspection, and those it has already."""
    rows = Finding.objects.select_related("inspection")
    if plan.inspection_id is None:
        return rows
    return rows.filter(Q(inspection=plan.inspection_id) | Q(pk__in=already))


class PlanForm(EditForm):
    type = pick("Kind of plan", PlanType.objects.all(), required=True, empty="Choose")
    name = line("Name")
    inspection = pick("Inspection that it answers", Inspection.objects.all())
    starts_on = DayField(label="Counts from")
    closed_on = DayField(label="Closed on", required=False)
    closed_reason = words("Why it is closed", required=False, rows=2)
    note = words("Note", required=False, rows=3)

    def clean(self):
        data = super().clean()
        closed, starts = data.get("closed_on"), data.get("starts_on")
        if closed and starts and closed < starts:
            self.add_error("closed_on", "The plan cannot be closed before it counts")
        if closed and not data.get("closed_reason"):
            self.add_error("closed_reason", "Say why the plan is closed")
        return data


class StrandForm(EditForm):
    kind = forms.ChoiceField(label="Kind", choices=StrandKind.choices)
    reference = line("Reference", max_length=20, hint="For example, PA1")
    position = forms.IntegerField(
        label="Place in the plan",
        min_value=0,
        max_value=999,
        help_text="Parts are listed in this order, the lowest number first.",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Enter a place from 0 to 999"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    title = line("Title", max_length=300)
    plain_title = line("Title in plain words, for families", required=False, max_length=300)
    accountable_council = post_field("Who answers for it at the council")
    accountable_icb = post_field("Who answers for it at the NHS")
    note = words("Note", required=False, rows=2)
    findings = pick_several("Findings that it answers", Finding.objects.none())

    def __init__(self, *args, plan, already=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = findings_of(plan, already)


class ActionForm(EditForm):
    reference = line("Reference", max_length=30, hint="For example, PA1.4")
    title = line("What is promised", max_length=500)
    plain_title = line("The same in plain words, for families", required=False, max_length=500)
    description = words("Description", required=False)
    success_criteria = words("How we will know that it worked", required=False, rows=2)
    start_on = DayField(label="Starts on", required=False)
    original_due_on = DayField(label="First date promised", required=False)
    leads = PostChoices(
        label="Who leads it",
        required=False,
        queryset=Post.objects.select_related("organisation"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose leads from the list"},
    )
    accountable_council = post_field("Who answers for it at the council")
    accountable_icb = post_field("Who answers for it at the NHS")
    deputy = post_field("Who stands in for the leads")
    is_critical = forms.BooleanField(
        label="Critical", required=False, help_text="When it is off track, so is its whole strand."
    )
    findings = pick_several("Findings that it answers", Finding.objects.none())

    def __init__(self, *args, plan, already=(), has_first_date=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = findings_of(plan, already)
        first = self.fields["original_due_on"]
        if has_first_date:
            first.help_text = "This date never changes. A later date is asked for on the action’s page."
            first.widget.attrs["readonly"] = True
        else:
            first.help_text = "For example, 27/3/2026. Check it: once saved, it can never be changed, only moved later."

    def clean(self):
        data = super().clean()
        starts, due = data.get("start_on"), data.get("original_due_on")
        if starts and due and due < starts:
            self.add_error("original_due_on", "The date promised cannot be before the start")
        return data


class MilestonesForm(VersionForm):
    """What goes with the rows of milestones: why they change, and the version of the action."""

    reason = reason_field()

    def changes(self):
        return {name: self.cleaned_data[name] for name in ("reason", "version")}


class MilestoneForm(forms.Form):
    milestone = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line("Milestone", required=False, max_length=300)
    due_on = DayField(label="Due on", required=False)
    drop = forms.BooleanField(label="No longer needed", required=False)


MilestoneFormSet = formset_factory(MilestoneForm, extra=3, max_num=40, absolute_max=40)


class PublishForm(TokenForm):
    """``publishes`` is what the page asked about, so that a form that is sent twice does not undo itself."""

    publishes = forms.BooleanField(widget=forms.HiddenInput, required=False)
    effective_on = DayField(label="From which day?")
    note = words("Note", required=False, rows=2)


class LifeCycleForm(EditForm):
    """The dates of a plan's life cycle: ``steps`` are ``(field, label)`` in their order, ``needed`` must be known."""

    def __init__(self, *args, steps, needed=(), has_note=False, **kwargs):
        super().__init__(*args, **kwargs)
        reason = self.fields.pop("reason")
        self.steps = steps
        for name, label in steps:
            self.fields[name] = DayField(label=label, required=name in needed)
        if has_note:
            self.fields["date_note"] = words("What is not known of these dates", required=False, rows=2)
        self.fields["reason"] = reason

    def clean(self):
        data = super().clean()
        latest, of = None, ""
        for name, label in self.steps:
            day = data.get(name)
            if day and latest and day < latest:
                self.add_error(name, f"“{label}” cannot be before “{of}”")
            elif day:
                latest, of = day, label
        return data


class ConfirmForm(VersionForm):
    """Nothing is typed: the page asks whether one is sure."""


class ShareForm(TokenForm):
    person = pick("Who may read it?", Person.objects.filter(is_active=True), required=True, empty="Choose")


class StrandRatingForm(VersionForm):
    rating = forms.ChoiceField(
        label="How is it going?",
        choices=Rating.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is going"},
    )
    narrative = words("Why do you rate it so?", message="Say why you rate it so")
    reason_differs = words("Only if you rate it better than its actions do: why?", required=False, rows=2)


class HandOverForm(TokenForm):
    """One choice of a new holder for each post of the leaver."""

    reason = words("Reason", rows=2, message="Say why the posts are handed over")
    ends_memberships = forms.BooleanField(
        label="They have left: end their sign-in and memberships today", required=False
    )

    def __init__(self, *args, posts, leaver, **kwargs):
        super().__init__(*args, **kwargs)
        self.posts = list(posts)
        people = Person.objects.filter(is_active=True).exclude(pk=leaver.pk)
        # Read once for all posts.
        choices = [("", "Nobody yet"), *((person.pk, str(person)) for person in people)]
        for post in self.posts:
            field = self.fields[f"post_{post.pk}"] = pick(f"{post.title} goes to", people)
            field.choices = choices

    def new_holders(self):
        return {post: self.cleaned_data[f"post_{post.pk}"] for post in self.posts}
