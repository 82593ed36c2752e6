"""The forms by which plans, strands, actions and milestones are edited."""

from itertools import groupby

from django import forms
from django.db.models import Q
from django.forms import formset_factory
from django.forms.models import ModelChoiceIterator

from apps.accounts.models import OrganisationKind, Person, Post
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


class PostsByOrganisation(ModelChoiceIterator):
    """The posts under the name of their organisation, as in a grouped list."""

    def __iter__(self):
        for organisation, posts in groupby(self.queryset, key=lambda post: post.organisation.name):
            yield organisation, [self.choice(post) for post in posts]


class PostChoices(forms.ModelMultipleChoiceField):
    """Posts by organisation, each with who holds it."""

    iterator = PostsByOrganisation

    def label_from_instance(self, post):
        return f"{post.title} ({post.holder or 'nobody holds it'})"


def post_field(label, *kinds):
    """A post of an organisation of these kinds; of any where none is named."""
    posts = Post.objects.select_related("organisation")
    return PostChoice(
        label=label,
        required=False,
        empty_label="Nobody yet",
        queryset=posts.filter(organisation__kind__in=kinds) if kinds else posts,
        error_messages={"invalid_choice": f"Choose “{label}” from the list"},
    )


def reason_field():
    """An edit says why; the reason stands in the history."""
    return words("Why are you making this change?", rows=2, message="Say why you are making this change")


class EditForm(TokenForm):
    """An edit of a row, which must not have changed since the form was opened; a new row has no version."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = reason_field()
    hides_old_words = forms.BooleanField(
        label="The words that I replace named a child or family member: do not show them again", required=False
    )
    # Whether pages of past days show the words that an edit replaces.
    keeps_old_words = False

    def __init__(self, *args, is_new=False, **kwargs):
        """What is new needs no reason; an edit gives it last, when it is clear what was edited."""
        super().__init__(*args, **kwargs)
        last = {name: self.fields.pop(name) for name in ("reason", "hides_old_words")}
        if not is_new:
            self.fields["reason"] = last["reason"]
        if not is_new and self.keeps_old_words:
            self.fields["hides_old_words"] = last["hides_old_words"]


def findings_of(plan, already=()):
    """The findings that a part of a plan may answer: those of the plan's own inspection, and those it has already."""
    rows = Finding.objects.select_related("inspection")
    if plan.inspection_id is None:
        return rows
    return rows.filter(Q(inspection=plan.inspection_id) | Q(pk__in=already))


class AccountableForm(EditForm):
    """An edit of what somebody answers for: posts of the right kind, and the one that is named already."""

    keeps_old_words = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("accountable_council", "accountable_icb"):
            named = self.initial.get(name)
            if named:
                field = self.fields[name]
                field.queryset = field.queryset | Post.objects.select_related("organisation").filter(pk=named.pk)


class PlanForm(EditForm):
    keeps_old_words = True

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
            self.add_error("closed_on", "“Closed on” cannot be before “Counts from”")
        if closed and not data.get("closed_reason"):
            self.add_error("closed_reason", "Say why the plan is closed")
        return data


class StrandForm(AccountableForm):
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
    accountable_council = post_field("Who answers for it at the council", OrganisationKind.COUNCIL)
    accountable_icb = post_field("Who answers for it at the NHS", OrganisationKind.HEALTH)
    note = words("Note", required=False, rows=2)
    findings = pick_several("Findings that it answers", Finding.objects.none())

    def __init__(self, *args, plan, already=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = findings_of(plan, already)


class ActionForm(AccountableForm):
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
        queryset=Post.objects.select_related("organisation", "holder").order_by("organisation__name", "title"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose leads from the list"},
    )
    accountable_council = post_field("Who answers for it at the council", OrganisationKind.COUNCIL)
    accountable_icb = post_field("Who answers for it at the NHS", OrganisationKind.HEALTH)
    deputy = post_field("Who stands in for the leads")
    is_critical = forms.BooleanField(
        label="Critical",
        required=False,
        help_text="When it is off track, so is the whole part of the plan that it belongs to.",
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
            self.add_error("original_due_on", "“First date promised” cannot be before “Starts on”")
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

    def __init__(self, *args, number, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].error_messages |= DayField.messages_of(f"Due on of milestone {number}")
        self.fields["title"].error_messages["max_length"] = (
            f"“Milestone {number}” must be {self.fields['title'].max_length} characters or fewer"
        )


class NumberedFormSet(forms.BaseFormSet):
    """Each row knows which it is, so that what is said of it names it."""

    def get_form_kwargs(self, index):
        return {"number": None if index is None else index + 1}


MilestoneFormSet = formset_factory(MilestoneForm, NumberedFormSet, extra=3, max_num=40, absolute_max=40)


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


STAYS, NOBODY = "stays", "nobody"


def _people_but(person):
    """``{key: person}`` of all who may be given a post; read once for all posts."""
    people = Person.objects.filter(is_active=True)
    return {str(row.pk): row for row in (people.exclude(pk=person.pk) if person else people)}


class HandOverForm(TokenForm):
    """One choice for each post of the leaver; a post stays where it is unless somebody says otherwise.

    ``confirms`` is what the summary sends: nothing is saved before it was shown.
    """

    reason = words("Reason", rows=2, message="Say why the posts go to somebody else")
    ends_memberships = forms.BooleanField(
        label="They have left: end their sign-in and memberships today", required=False
    )

    def __init__(self, *args, posts, leaver, **kwargs):
        super().__init__(*args, **kwargs)
        self.posts, self.people = list(posts), _people_but(leaver)
        choices = [(STAYS, f"Stays with {leaver}"), (NOBODY, "Nobody yet: the post stands empty")]
        choices += [(key, str(person)) for key, person in self.people.items()]
        for post in self.posts:
            self.fields[f"post_{post.pk}"] = forms.ChoiceField(
                label=f"{post.title}, {post.organisation.name}",
                choices=choices,
                initial=STAYS,
                error_messages=dict.fromkeys(
                    ("required", "invalid_choice"), f"Choose from the list who holds “{post.title}”"
                ),
            )

    def clean(self):
        data = super().clean()
        chosen = {post: data.get(f"post_{post.pk}") for post in self.posts}
        if data.get("ends_memberships"):
            for post in (post for post, choice in chosen.items() if choice == STAYS):
                self.add_error(f"post_{post.pk}", f"They have left: say who holds “{post.title}”, or “Nobody yet”")
        elif not self.errors and set(chosen.values()) <= {STAYS}:
            self.add_error(None, "Nothing would change. Choose who gets a post, or say that they have left.")
        return data

    def new_holders(self):
        """``{post: person or None}`` of the posts that do not stay."""
        chosen = {post: self.cleaned_data[f"post_{post.pk}"] for post in self.posts}
        return {post: self.people.get(choice) for post, choice in chosen.items() if choice != STAYS}


class FillPostForm(TokenForm):
    """Gives a post that nobody holds to somebody."""

    holder = pick("Who holds it now?", Person.objects.filter(is_active=True), required=True, empty="Choose")
    reason = words("Reason", rows=2, message="Say why they hold the post now")
