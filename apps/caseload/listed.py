"""The team's own list: finding a line, the case record of the same reference, and where their dates differ."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery, Value

from apps.caseload import codes, permissions
from apps.caseload.models import AdviceRequest, NamedPlan, Step
from apps.caseload.models.records import bare

MOST = 50


def about_list(rows, **more):
    """How many lines there are, and the days of the oldest and the newest list that they are from; one query."""
    return rows.aggregate(total=Count("pk"), oldest=Min("position_on"), newest=Max("position_on"), **more)


def find_listed(rows, text):
    """At most ``MOST`` + 1 lines whose reference begins with the text or whose initials it is."""
    text = " ".join(text.split())
    initials = text.replace(".", "").replace(" ", "")
    found = rows.filter(Q(reference__istartswith=text) | Q(initials__iexact=initials))
    return list(found.order_by("reference_order", "pk")[: MOST + 1])


def day_of(now, about):
    """To which day a list is counted: the clock's today, or the day of the newest list where that is later."""
    return max(now.day, about["newest"] or now.day)


def record_of(user, line):
    """The request with the reference of a line, however it is typed, if the person may see it; one query."""
    rows = permissions.visible_requests(user).annotate(bare=bare("key"), **_days())
    found = rows.filter(bare=line.bare).select_related("child", "missing_since", "standing")
    return min(found, key=lambda request: (request.key != line.reference, request.pk), default=None)


def line_of(user, request):
    """The line with the reference of a request, however it is typed, if the person may see it; one query."""
    found = permissions.visible_listed(user).filter(bare=bare(Value(request.key)))
    return min(found, key=lambda line: (line.reference != request.key, line.pk), default=None)


def _days():
    """Days of a request that other records hold, of those records that count."""
    plans = NamedPlan.objects.standing().filter(
        assessment__request=OuterRef("pk"),
        assessment__missing_since__isnull=True,
        assessment__taken_back_on__isnull=True,
    )
    drafts = Step.objects.counting().filter(request=OuterRef("pk"), kind=codes.StepKind.DRAFT_ISSUED)
    advice = AdviceRequest.objects.counting().filter(request=OuterRef("pk"))
    days = {"final_on": _first(plans, "starts_on"), "draft_on": _first(drafts, "on")}
    for service in ("ep", "health", "social_care"):
        days[f"{service}_advice_on"] = _first(advice.filter(service=service), "received_on")
    return days


def _first(rows, field):
    return Subquery(rows.order_by(F(field).asc(nulls_last=True)).values(field)[:1])


@dataclass(frozen=True)
class Pair:
    """One day as the list has it and as the case record has it; at least one of them is known."""

    label: str
    listed: date | None
    recorded: date | None

    @property
    def shape(self):
        return "✔" if self.is_same else "▲"

    @property
    def is_same(self):
        return self.listed == self.recorded

    @property
    def days_apart(self):
        """None where only one of them is known."""
        return abs((self.listed - self.recorded).days) if self.listed and self.recorded else None


def pairs_of(line, request):
    """The days that both may know, side by side; a day that neither has is left out."""
    is_decided = request.outcome in (codes.RequestOutcome.ASSESS, codes.RequestOutcome.REFUSED)
    recorded = {
        "dob": request.child.birth_on,
        "request_on": request.received_on,
        "decision_on": request.outcome_on if is_decided else None,
        "ep_advice_on": request.ep_advice_on,
        "health_advice_on": request.health_advice_on,
        "social_care_advice_on": request.social_care_advice_on,
        "draft_on": request.draft_on,
        "final_on": request.final_on,
    }
    pairs = [Pair(label_of(line, name), getattr(line, name), day) for name, day in recorded.items()]
    return [pair for pair in pairs if pair.listed or pair.recorded]


def label_of(line, name):
    label = str(line._meta.get_field(name).verbose_name)
    return f"{label[0].upper()}{label[1:]}"
