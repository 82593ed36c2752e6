"""How the list of all actions is narrowed: every filter of the page, by django-filter."""

from collections import defaultdict
from datetime import date

import django_filters as filters
from django import forms
from django.db.models import Case, DateField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Concat

from apps.accounts.models import Organisation
from apps.core.forms import DayField
from apps.inspections.models import GlossaryEntry
from apps.plans.codes import ActionState, Rating
from apps.plans.models import ActionLead, Standing, Strand
from apps.plans.models.plans import DRAFT
from apps.plans.search import MOST_TERMS, narrowed, terms_of

# What rows are sorted by that have no date or place of their own.
NEVER = Value(None, output_field=DateField())
NO_DATE, NAME, NO_PLACE, NO_WORDS = Value(date.max), F("name"), Value(0), Value("")


def choice(label, choices, method=None, field=None):
    messages = {"invalid_choice": f"Choose “{label}” from the list"}
    return filters.ChoiceFilter(
        label=label, choices=choices, empty_label="Any", method=method, field_name=field, error_messages=messages
    )


class DayFilter(filters.DateFilter):
    """A date typed as people write it; refused by its label, within the years that the site speaks of."""

    field_class = DayField


def offered(plans, *, with_glossary=False):
    """``{filter: [(value, label)]}`` for the plans that the person may see, in the order of the page; one query.

    Open plans before closed ones, the newest first. Single values instead of rows of models: three lists of them are
    needed for every page. With it come the abbreviations of the glossary, as ``(abbreviation, expansion)``.
    """
    strands = Strand.objects.filter(plan__in=plans)
    organisations = Organisation.objects.all()
    label = Concat("reference", Value(" "), "title")
    place = {
        "since": F("plan__starts_on"),
        "group": F("plan__name"),
        "place": F("position"),
        "last": F("reference_key"),
    }
    parts = [_options("strand", strands, label, **place), _options("organisation", organisations, F("name"))]
    if with_glossary:
        words = GlossaryEntry.objects.exclude(expansion="")
        both = Concat("abbreviation", Value("\n"), "expansion")
        parts.append(_options("glossary", words, both, group=F("abbreviation")))
    name = Case(When(is_published=False, then=Concat("name", Value(DRAFT))), default=F("name"))
    rows = _options("plan", plans, name, closed=F("closed_on"), since=F("starts_on")).union(*parts, all=True)
    choices = defaultdict(list)
    for row in rows.order_by(F("closed").asc(nulls_first=True), "-since", "group", "place", "last"):
        choices[row["name_of_filter"]].append((str(row["key"]), row["words"]))
    choices["glossary"] = [tuple(words.split("\n", 1)) for _, words in choices["glossary"]]
    return choices


def _options(name, rows, words, closed=NEVER, since=NO_DATE, group=NAME, place=NO_PLACE, last=NO_WORDS):
    """Rows as values of the same columns, so that they can be united; they are sorted by the last five."""
    sorted_by = {"closed": closed, "since": since, "group": group, "place": place, "last": last}
    return rows.order_by().values(name_of_filter=Value(name), key=F("pk"), words=words, **sorted_by)


def _led(**conditions):
    """Whether some lead of the standing's action is such."""
    return Exists(ActionLead.objects.filter(action=OuterRef("action"), **conditions))


class WordsField(forms.CharField):
    """Words to look for; signs alone are refused, rather than that everything fits them, and so are too many words."""

    def clean(self, value):
        text = super().clean(value)
        terms = terms_of(text, ())
        if text and not terms:
            raise forms.ValidationError("There are no words to search for: enter a letter or a number")
        if len(terms) > MOST_TERMS:
            raise forms.ValidationError(f"Search for {MOST_TERMS} words or fewer")
        return text


class WordsFilter(filters.CharFilter):
    field_class = WordsField


class ActionFilter(filters.FilterSet):
    """Narrows standings that hold on ``on``; ``plans`` are those that the person may see."""

    q = WordsFilter(
        label="Search the actions",
        method="filter_words",
        max_length=200,
        error_messages={"max_length": "“Search the actions” must be 200 characters or fewer"},
    )
    plan = choice("Plan", [], field="action__plan")
    strand = choice("Part of the plan", [], field="action__strand")
    rating = choice("Rating", [*Rating.choices, ("none", "Not reported")], method="filter_rating")
    dates_say = choice("The dates say", [*Rating.choices, ("none", "Nothing")], method="filter_dates_say")
    state = choice("State", ActionState.choices, field="state")
    lead = filters.CharFilter(
        label="Lead (job title)",
        method="filter_lead",
        max_length=200,
        error_messages={"max_length": "“Lead (job title)” must be 200 characters or fewer"},
    )
    organisation = choice("Organisation of a lead", [], method="filter_organisation")
    flag = filters.MultipleChoiceFilter(
        label="Only actions that are",
        method="filter_flags",
        error_messages={"invalid_choice": "Choose “Only actions that are” from the list"},
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("overdue", "Overdue"),
            ("late", "Late by the first date promised"),
            ("due_soon", "Due soon"),
            ("differing", "Rated differently by the dates"),
            ("greener", "Rated better than by the dates"),
            ("stale", "Not reported on lately"),
            ("not_reported", "Not reported at all"),
            ("critical", "Critical"),
            ("live", "Still part of the plan"),
            ("no_lead", "Open without a lead in post"),
            ("mine", "Mine"),
        ],
    )
    due_from = DayFilter(label="Due from", field_name="due_on", lookup_expr="gte")
    due_to = DayFilter(label="Due until", field_name="due_on", lookup_expr="lte")

    class Meta:
        model = Standing
        fields = []

    def __init__(self, *args, plans, on, limits, mine, **kwargs):
        super().__init__(*args, **kwargs)
        self.on, self.limits, self.mine = on, limits, mine
        self.offered = choices = offered(plans, with_glossary=bool(self.data.get("q")))
        for name in ("plan", "strand", "organisation"):
            self.filters[name].extra["choices"] = choices[name]

    def filter_words(self, rows, name, value):
        return narrowed(rows, terms_of(value, self.offered["glossary"]))

    def filter_rating(self, rows, name, value):
        return rows.filter(rating__isnull=True) if value == "none" else rows.filter(rating=value)

    def filter_dates_say(self, rows, name, value):
        return rows.filter(rule_rating__isnull=True) if value == "none" else rows.filter(rule_rating=value)

    def filter_lead(self, rows, name, value):
        return rows.filter(_led(post__title__icontains=value))

    def filter_organisation(self, rows, name, value):
        return rows.filter(_led(post__organisation=value))

    def filter_flags(self, rows, name, values):
        for value in values:
            rows = getattr(self, f"_flag_{value}")(rows)
        return rows

    def _flag_overdue(self, rows):
        return rows.overdue(self.on)

    def _flag_late(self, rows):
        return rows.late_by_first_date(self.on)

    def _flag_due_soon(self, rows):
        return rows.due_soon(self.on, self.limits.due_soon_days)

    def _flag_differing(self, rows):
        return rows.differing()

    def _flag_greener(self, rows):
        return rows.greener()

    def _flag_live(self, rows):
        return rows.live()

    def _flag_stale(self, rows):
        return rows.stale(self.on, self.limits.stale_days)

    def _flag_not_reported(self, rows):
        return rows.not_reported()

    def _flag_critical(self, rows):
        return rows.filter(action__is_critical=True)

    def _flag_no_lead(self, rows):
        """Nobody is named as lead, or nobody holds the posts that lead it."""
        return rows.owed().exclude(_led(post__holder__isnull=False))

    def _flag_mine(self, rows):
        return rows.filter(_led(post__holder=self.mine) | Q(action__deputy__holder=self.mine))
