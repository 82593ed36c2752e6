"""How measures stand on a date: newest figure, level, direction, and whether the impact is evidenced.

Everything of a measure comes with it as JSON in the one query that asks for it, so that a page with any number of
measures asks once, and the Board's page not at all beyond its query for strands.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from apps.measures.figures import (
    Aim,
    Dip,
    Figure,
    Start,
    amount_words,
    comparable,
    figure_words,
    newest_targets,
    periods,
    without_few,
)
from apps.measures.levels import Level, Movement, level, movement, target_for
from apps.measures.models import (
    Baseline,
    ExpectedDip,
    MeasureFinding,
    Openness,
    Target,
    Value,
)
from apps.measures.permissions import sees_figures

# A dashboard needs the last two periods, however many loads have given them anew.
FIGURES_READ = 60
EVIDENCED_PERIODS = 2
EVIDENCED_WORDS = (
    "Impact is evidenced when every headline measure of the finding has met its target in its last two periods. That "
    "promised work is complete is another thing: neither says anything about the other."
)


@dataclass
class Picture:
    """A measure on a date. Nothing of ``periods`` is there where the reader may not see figures (``is_closed``)."""

    pk: int
    slug: str
    name: str
    plain_name: str
    unit: str
    good_direction: str
    kind: str
    subject: str
    is_demonstration: bool
    minimum: int
    periods: list = field(default_factory=list)
    targets: list = field(default_factory=list)
    starts: list = field(default_factory=list)
    dips: list = field(default_factory=list)
    is_closed: bool = False
    note: str = ""
    reference: str = ""

    @property
    def latest(self):
        """The newest figure, be it a number or not; None where there is none."""
        return self.periods[0].lead if self.periods else None

    @property
    def latest_number(self):
        found = self.numbers
        return found[0] if found else None

    @property
    def numbers(self):
        """The leading figures that are numbers, newest first."""
        return [period.lead for period in self.periods if period.lead.is_number]

    @property
    def start(self):
        return self.starts[0] if self.starts else None

    @property
    def target(self):
        """What the newest figure is held against; without a figure, what comes next."""
        if self.latest is None:
            return target_for(self.targets, max((t.effective_on for t in self.targets), default=date.min))
        return target_for(self.targets, self.latest.ends_on)

    @property
    def level(self):
        return self.level_of(self.latest)

    def level_of(self, figure):
        """The level of one figure; None where neither direction is good."""
        aim = target_for(self.targets, figure.ends_on) if figure else self.target
        value = figure.exact(self.unit) if figure and figure.is_number else None
        return level(self.good_direction, value, aim.value if aim else None, aim.tolerance if aim else None)

    @property
    def movement(self):
        """How the newest figure compares with the one before it."""
        if self.latest is None or not self.latest.is_number or len(self.periods) < 2:
            return Movement.NONE
        before = self.periods[1].lead
        if not before.is_number:
            return Movement.NONE
        if not comparable(self.latest, before, self.unit):
            return Movement.BROKEN
        return movement(self.good_direction, self.latest.exact(self.unit), before.exact(self.unit))

    @property
    def before(self):
        """The figure of the period before the newest; None where there is none that can be compared."""
        compared = self.movement not in (Movement.NONE, Movement.BROKEN)
        return self.periods[1].lead if compared else None

    @property
    def dip(self):
        """The announcement that covers the newest figure, where it is worse than before or misses its target."""
        if self.latest is None or (self.movement != Movement.WORSE and self.level in (Level.MEETS, None)):
            return None
        return next((dip for dip in self.dips if dip.covers(self.latest)), None)

    @property
    def is_evidenced(self):
        """Whether the target was met in each of the last two periods."""
        last = self.periods[:EVIDENCED_PERIODS]
        return len(last) == EVIDENCED_PERIODS and all(self.level_of(p.lead) == Level.MEETS for p in last)

    def words_of(self, figure):
        """A figure in words: "99.0% (293 of 296)", "75 weeks", "No records"."""
        return figure_words(figure, self.unit)

    def amount(self, value):
        return amount_words(value, self.unit)

    def aim_words(self, value):
        """A target or tolerance: 100%, not 100.0%."""
        return self.amount(value).replace(".0%", "%")

    @property
    def start_words(self):
        """The baseline in words: the source's own where it has some, else its figure."""
        if self.start is None:
            return ""
        return self.start.words or self.amount(self.start.value)


# What the database is asked for.

AS_TEXT = ("value", "numerator", "denominator", "tolerance")
OF_VALUE = (
    "pk",
    "label",
    "grain",
    "starts_on",
    "ends_on",
    "state",
    "value",
    "numerator",
    "denominator",
    "words",
    "is_break",
    "break_note",
    "extract_key",
    "extract_as_at",
    "is_synthetic",
    "set_aside",
    "left_out",
    "source",
    "effective_on",
    "recorded_at",
)
OF_TARGET = ("value", "due_on", "tolerance", "is_statutory", "reason", "effective_on")
OF_START = ("value", "words", "date_words", "source", "effective_on")
OF_DIP = ("starts_on", "until", "words", "author_title", "source", "effective_on")
OF_MEASURE = ("pk", "slug", "name", "plain_name", "unit", "good_direction", "kind", "subject", "is_demonstration")
OF_MEASURE += ("minimum",)


def _object(names, prefix=""):
    """Columns as JSON; numbers as text, so that none is rounded on the way."""
    return JSONObject(**{name: Cast(name, TextField()) if name in AS_TEXT else F(f"{prefix}{name}") for name in names})


def _rows(model, names, on, key):
    rows = model.objects.as_at(on).filter(measure=OuterRef(key)).order_by("-effective_on", "-recorded_at", "-pk")
    return ArraySubquery(rows.values(json=_object(names)))


def parts(on, key="pk", prefix=""):
    """Annotations that bring all of a measure as it stands on a date; ``key`` leads to the measure from the row."""
    values = Value.objects.as_at(on).filter(measure=OuterRef(key))
    values = values.filter(Q(measure__grain="") | Q(grain=F("measure__grain")))
    newest = values.order_by("-ends_on", "-starts_on", "-effective_on", "-recorded_at", "-pk")[:FIGURES_READ]
    said = Openness.objects.standing().latest_first()
    return {
        "measure_of": _object(OF_MEASURE, prefix),
        "values_of": ArraySubquery(newest.values(json=_object(OF_VALUE))),
        "targets_of": _rows(Target, OF_TARGET, on, key),
        "starts_of": _rows(Baseline, OF_START, on, key),
        "dips_of": _rows(ExpectedDip, OF_DIP, on, key),
        "is_open": Subquery(said.values("is_open")[:1]),
    }


def pictures(measures, user, on):
    """A ``Picture`` of each measure, in their order; one query."""
    return [_picture(row, user) for row in measures.annotate(**parts(on)).values(*PARTS)]


def headlines(on, strand="pk"):
    """For a query of strands: all headline measures of a strand's findings as JSON, with everything of them."""
    links = MeasureFinding.objects.filter(is_headline=True, finding__strands=OuterRef(strand))
    links = links.order_by("finding__number", "position", "pk")
    row = {"note": "note", "reference": "finding__reference", **parts(on, "measure_id", "measure__")}
    return ArraySubquery(links.values(json=JSONObject(**row)))


def of_strand(rows, user, is_demonstration):
    """Pictures from what ``headlines`` brought, each measure once.

    A demonstration plan is shown with the measures made up for it, where its findings have some; a real plan never.
    """
    made_up = [row for row in rows if row["measure_of"]["is_demonstration"]]
    chosen = made_up if is_demonstration and made_up else [r for r in rows if not r["measure_of"]["is_demonstration"]]
    once = {row["measure_of"]["pk"]: row for row in reversed(chosen)}
    return [_picture(row, user) for row in chosen if row is once[row["measure_of"]["pk"]]]


def of_findings(findings, user, on):
    """``{finding id: [(is a headline, Picture)]}``, with what of the finding each measures; one query."""
    links = MeasureFinding.objects.filter(finding__in=findings)
    links = links.order_by("measure__is_demonstration", "position", "pk")
    rows = links.annotate(**parts(on, "measure_id", "measure__")).values("finding_id", "is_headline", "note", *PARTS)
    found = {}
    for row in rows:
        found.setdefault(row["finding_id"], []).append((row["is_headline"], _picture(row, user)))
    return found


PARTS = ("measure_of", "values_of", "targets_of", "starts_of", "dips_of", "is_open")


def _picture(row, user):
    picture = Picture(**row["measure_of"], note=row.get("note", ""), reference=row.get("reference", ""))
    picture.is_closed = not sees_figures(user, row["is_open"] is not False)
    if not picture.is_closed:
        figures = [_figure(values, picture.minimum) for values in row["values_of"]]
        picture.periods = periods(figures, picture.kind)
    picture.targets = newest_targets(_read(Aim, values) for values in row["targets_of"])
    picture.starts = [_read(Start, values) for values in row["starts_of"]]
    picture.dips = [_read(Dip, values) for values in row["dips_of"]]
    return picture


def _figure(values, minimum):
    figure = _read(Figure, values | {"is_computed": values["extract_key"] is not None})
    return without_few(figure, minimum)


DATES = ("starts_on", "ends_on", "due_on", "effective_on", "extract_as_at", "until")


def _read(kind, values):
    """An object of a dataclass from JSON."""
    return kind(**{name: _value(name, values.get(name)) for name in kind.__dataclass_fields__})


def _value(name, value):
    if value is None:
        return None
    if name in DATES:
        return date.fromisoformat(value)
    return Decimal(value) if name in AS_TEXT else value


@dataclass(frozen=True)
class Impact:
    """What the headline measures of a finding or strand say together; ``is_evidenced`` is a matter of all of them."""

    pictures: tuple

    @property
    def first(self):
        return self.pictures[0] if self.pictures else None

    @property
    def meeting(self):
        return sum(picture.level == Level.MEETS for picture in self.pictures)

    @property
    def is_evidenced(self):
        return bool(self.pictures) and all(picture.is_evidenced for picture in self.pictures)

    @property
    def is_closed(self):
        return any(picture.is_closed for picture in self.pictures)

    @property
    def why_not(self):
        """Why the impact is not evidenced, in words."""
        if self.is_evidenced:
            return ""
        if not self.pictures:
            return "no measure has been chosen for it"
        if self.is_closed:
            return "its figures are not shown"
        if all(not picture.targets for picture in self.pictures):
            return "no target has been set"
        if all(picture.latest_number is None for picture in self.pictures):
            return "there are no figures yet"
        return _not_twice(self.pictures)


def _not_twice(pictures):
    """Why headline measures that have figures and targets do not show impact."""
    lacking = [picture for picture in pictures if not picture.is_evidenced]
    if any(picture.level != Level.MEETS for picture in lacking):
        which = f"{len(lacking)} of {len(pictures)} headline measures" if len(pictures) > 1 else "the headline measure"
        return f"{which} did not meet a target in two periods running"
    are_first = {len(picture.periods) < EVIDENCED_PERIODS for picture in lacking}
    if are_first == {True}:
        return "the target was met in one period so far, and two running are needed"
    if are_first == {False}:
        return "the target was met in the newest period but not in the one before"
    return "the targets are met now, but not yet in two periods running"


@dataclass(frozen=True)
class Side:
    """The measures of a finding: those that measure what inspectors named, and those that stand beside for context."""

    is_demonstration: bool
    impact: Impact
    others: tuple


def impacts_of(findings, user, on):
    """``{finding id: [Side]}``: the real side is always there, the one that is made up where there is some."""
    found = of_findings(findings, user, on)
    return {finding.pk: _sides(found.get(finding.pk, ())) for finding in findings}


def _sides(found):
    sides = []
    for is_demonstration in (False, True):
        of_side = [(first, picture) for first, picture in found if picture.is_demonstration == is_demonstration]
        if of_side or not is_demonstration:
            headline = tuple(picture for first, picture in of_side if first)
            others = tuple(picture for first, picture in of_side if not first)
            sides.append(Side(is_demonstration, Impact(headline), others))
    return sides
