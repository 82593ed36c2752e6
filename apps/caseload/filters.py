"""How the list of cases and the team's own list are narrowed: every filter of the pages, by django-filter."""

from datetime import timedelta

import django_filters as filters
from django import forms

from apps.caseload import codes
from apps.caseload.clock import STAGE_WORDS, limits
from apps.caseload.models import CaseStanding, ListedCase, ListedStatus
from apps.caseload.models.standing import NO_DEADLINE

# What the list is opened for: name, words, and what is in it.
WEEKS, REVIEWS, ALL = "weeks", "reviews", "all"
SHOWN = (
    (WEEKS, "20 weeks", "Children who wait for a plan"),
    (REVIEWS, "Annual reviews", "Plans of which a review, or what follows from one, is due next"),
    (ALL, "All cases", "Every case, those that have ended too"),
)
OF_REVIEWS = (
    limits.FIRST_REVIEW,
    limits.NEXT_REVIEW,
    limits.REVIEW_ADVICE,
    limits.REVIEW_REPORT,
    limits.REVIEW_DECISION,
    limits.AMENDMENT_NOTICE,
    limits.AMENDMENT_COMMENTS,
    limits.AMENDED_PLAN,
    limits.AMENDED_PLAN_FROM_MEETING,
    limits.NOT_AMENDING,
)
NOBODY = "none"
OVERDUE = "overdue"


def shown_of(request):
    """What the list shows: what was asked for, else all where it is narrowed, else the 20 weeks."""
    asked = request.GET.get("show")
    if asked in (WEEKS, REVIEWS, ALL):
        return asked
    return ALL if any(request.GET.get(name) for name in CaseFilter.base_filters) else WEEKS


def narrowed(rows, shown):
    """The cases of one of ``SHOWN``."""
    if shown == WEEKS:
        return rows.filter(is_open=True)
    if shown == REVIEWS:
        return rows.filter(next_limit__in=[limit.key for limit in OF_REVIEWS], due_order__lt=NO_DEADLINE)
    return rows


def choice(label, choices, method=None, field=None):
    return filters.ChoiceFilter(label=label, choices=choices, empty_label="Any", method=method, field_name=field)


class CaseFilter(filters.FilterSet):
    """Narrows standings; ``day`` is the clock's, ``caseworkers`` are ``[(id, name)]``."""

    stage = choice("Stage", [(str(stage), words) for stage, words in STAGE_WORDS.items()], field="stage")
    caseworker = choice("Caseworker", [], method="filter_caseworker")
    due = choice(
        "Next legal deadline",
        [(OVERDUE, "Overdue"), ("2", "Within 2 weeks"), ("4", "Within 4 weeks"), ("8", "Within 8 weeks")],
        method="filter_due",
    )
    need = choice("Primary need", codes.NeedType.choices, field="need")
    setting = choice("Kind of setting", codes.SettingKind.choices, field="setting")
    flag = filters.MultipleChoiceFilter(
        label="Only cases",
        method="filter_flags",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("is_open", "Waiting for a plan"),
            ("has_exception", "With an exception"),
            ("has_missing", "With records missing from the newest extract"),
            ("has_query", "With a data query"),
            ("has_no_review", "Overdue for a first review, with none in the records"),
        ],
    )

    class Meta:
        model = CaseStanding
        fields = []

    def __init__(self, *args, day, caseworkers, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.filters["caseworker"].extra["choices"] = [(NOBODY, "Nobody"), *caseworkers]

    def filter_caseworker(self, rows, name, value):
        return rows.filter(caseworker__isnull=True) if value == NOBODY else rows.filter(caseworker=value)

    def filter_due(self, rows, name, value):
        """By the column that the list is sorted by: one index finds and sorts."""
        if value == OVERDUE:
            return rows.filter(due_order__lt=self.day)
        return rows.filter(due_order__gte=self.day, due_order__lte=self.day + timedelta(weeks=int(value)))

    def filter_flags(self, rows, name, values):
        if "has_no_review" in values:
            rows = rows.filter(next_limit=limits.FIRST_REVIEW.key, due_order__lt=self.day)
        return rows.filter(**{name: True for name in values if name != "has_no_review"})


class ListedFilter(filters.FilterSet):
    """Narrows lines of the team's list; days are counted to ``day``. Nothing here names a child or a caseworker."""

    status = choice("Status", ListedStatus.choices, field="status")
    need = choice("Primary need", codes.NeedType.choices, field="primary_need")
    flag = filters.MultipleChoiceFilter(
        label="Only cases",
        method="filter_flags",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("is_waiting", "Waiting for a plan"),
            ("is_overdue", "Past the 20 weeks"),
            ("has_no_caseworker", "With no caseworker"),
        ],
    )

    class Meta:
        model = ListedCase
        fields = []

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day

    def filter_flags(self, rows, name, values):
        if "is_waiting" in values:
            rows = rows.waiting()
        if "is_overdue" in values:
            rows = rows.overdue(self.day)
        return rows.without_caseworker() if "has_no_caseworker" in values else rows
