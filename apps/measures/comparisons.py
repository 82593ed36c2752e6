"""Bury beside the North West and England: which published figures are compared, and what each of them means."""

from dataclasses import dataclass
from datetime import date

from apps.core.charts import Line, line_chart, number_words
from apps.measures import reading

AREAS = {"351": "Bury", "E12000002": "North West", "E92000001": "England"}
ISSUED_YEAR = "Plans issued in the calendar year."
INSPECTORS = (
    ("speech_and_language_wait_weeks", "weeks"),
    ("community_paediatric_wait_weeks", "weeks"),
    ("autism_under_five_wait_months", "months"),
    ("autism_adhd_over_five_longest_wait_months", "months"),
    ("medication_wait_months", "months"),
    ("pathway_18_to_25", ""),
)


@dataclass(frozen=True)
class Measure:
    """A comparison of areas: a percentage of two counts, or (without ``whole``) a count against its first period.

    ``in_january`` says that the figure is about a day in the January of an academic year.
    """

    slug: str
    title: str
    definition: str
    part: str
    whole: str = ""
    in_january: bool = False
    caution: str = ""

    def period_words(self, point):
        return f"January {point.ends_on.year}" if self.in_january else point.period

    def is_over(self, starts_on, on):
        """Whether a period could have been published about by ``on``."""
        return on > (date(starts_on.year + 1, 1, 31) if self.in_january else date(starts_on.year, 12, 31))


MEASURES = (
    Measure(
        "20-weeks",
        "New plans issued within 20 weeks, every plan counted",
        "Of all new education, health and care plans issued in the year, how many were issued within 20 weeks of the "
        "request. The law gives 20 weeks. Plans for which the law allows longer are counted too.",
        "timeliness.plans_issued_within_20_weeks",
        "timeliness.plans_issued_den",
        caution="A plan that is late and not yet issued is in no year’s figure: while a backlog is cleared, the figure "
        "falls.",
    ),
    Measure(
        "20-weeks-without-exceptions",
        "New plans issued within 20 weeks, plans with an exception left out",
        "The same, without the plans for which the law allows longer than 20 weeks. This is the figure that the "
        "Department for Education puts first.",
        "timeliness.plans_issued_20_weeks_ex",
        "timeliness.plans_issued_den_ex",
    ),
    Measure(
        "requests",
        "Requests for an assessment",
        "How many times the council was asked in the year to find out whether a child or young person needs a plan.",
        "requests.requests_received_in_year",
    ),
    Measure(
        "refusals",
        "Requests that were refused",
        "Of all requests received in the year, how many ended with the council deciding not to assess.",
        "requests.requests_decided_not_to_assess",
        "requests.requests_received_in_year",
    ),
    Measure(
        "plans",
        "Children and young people with a plan",
        "How many had an education, health and care plan on one day in January. Bury counts the children and young "
        "people for whom it keeps a plan, wherever they go to school.",
        "plans.ehcplans",
        in_january=True,
    ),
    Measure(
        "annual-reviews",
        "Decisions after an annual review within four weeks",
        "Every plan is looked at again each year. Of the decisions that came after the review meeting, how many came "
        "within four weeks of it.",
        "annual_reviews.number_decision_4weeks",
        "annual_reviews.decisions",
        caution="From the return of January 2025. The Department had no figures on reviews from Blackpool and Reading, "
        "and holds back those of five other councils until they are checked.",
    ),
    Measure(
        "ceased",
        "Plans that ended",
        "How many plans ended in the year, for any reason: the young person grew too old or moved away, or the plan "
        "was no longer needed.",
        "ceased.total_ceased",
    ),
    Measure(
        "appeals",
        "Appeals to the tribunal",
        "Families may appeal against some decisions. Of all decisions that could be appealed against, how many were. "
        "Those decisions are: assessments refused, plans refused, plans in January, and plans ended because needs are "
        "met without one.",
        "tribunal.appeals_registered",
        "tribunal.appealable_decisions",
    ),
)
# DfE publishes no total of these decisions; it is the sum of those within and those after four weeks.
SUMS = {
    "annual_reviews.decisions": ("annual_reviews.number_decision_4weeks", "annual_reviews.number_decision_gt_4weeks")
}


@dataclass(frozen=True)
class Section:
    """A measure as the page shows it; a cell of ``rows`` is ``(figure, what it is made of)``."""

    measure: Measure
    sentence: str
    chart: str
    rows: list
    areas: list
    missing_areas: list
    sources: list
    breaks: list


def sections(on):
    """Every measure with what is published by now; two queries, however much there is."""
    keys = {key for measure in MEASURES for key in (measure.part, measure.whole) if key}
    asked = {part for key in keys for part in SUMS.get(key, [key])}
    found = reading.several(asked, AREAS)
    return [section(measure, found, on) for measure in MEASURES]


def section(measure, found, on):
    counts = {area: points_of(measure.part, area, found) for area in AREAS}
    shown = counts
    if measure.whole:
        shown = {area: reading.shares(counts[area], points_of(measure.whole, area, found)) for area in AREAS}
    with_figures = [area for area in AREAS if any(point.is_number for point in shown[area])]
    periods = sorted({(point.starts_on, measure.period_words(point)) for area in AREAS for point in shown[area]})
    drawn = {area: drawn_values(measure, shown[area], periods) for area in with_figures}
    every = [point for area in AREAS for point in shown[area]]
    return Section(
        measure=measure,
        sentence=sentence(measure, shown, with_figures),
        chart=chart(measure, shown, drawn, periods) if periods else "",
        rows=[*table(measure, shown, periods, with_figures), *not_found(measure, periods, with_figures, on)],
        areas=[AREAS[area] for area in with_figures],
        missing_areas=[name for area, name in AREAS.items() if area not in with_figures],
        sources=list({point.source.pk: point.source for point in every}.values()),
        breaks=list(dict.fromkeys((measure.period_words(p), p.break_note) for p in every if p.is_break)),
    )


def points_of(key, area, found):
    if key not in SUMS:
        return found.get((key, area), [])
    return reading.sums([found.get((part, area), []) for part in SUMS[key]])


def drawn_values(measure, points, periods):
    """The values of a line: per cent, or for each 100 of the first period that has a number."""
    values = {point.starts_on: point.value for point in points if point.is_number}
    if not measure.whole and values:
        first = values[min(values)]
        values = {day: reading.percentage(value, first) for day, value in values.items()}
    return tuple(values.get(day) for day, _ in periods)


def chart(measure, shown, drawn, periods):
    labels = [label.removeprefix("January ") for _, label in periods]
    places = {day: place for place, (day, _) in enumerate(periods)}
    lines = [
        Line(AREAS[area], values, frozenset(places[p.starts_on] for p in shown[area] if p.is_break and p.is_number))
        for area, values in drawn.items()
    ]
    unit = "%" if measure.whole else f"For each 100 in {labels[0]}"
    words = [
        f"{line.name}: " + ", ".join(f"{label} {said(v)}" for label, v in zip(labels, line.values, strict=True))
        for line in lines
    ]
    title = f"{measure.title}, {periods[0][1]} to {periods[-1][1]}" if len(periods) > 1 else measure.title
    description = f"{'Per cent' if unit == '%' else unit}. {'. '.join(words)}. The figures stand in the table below."
    return line_chart(lines, labels, title=title, description=description, unit=unit)


def said(value):
    return "no figure" if value is None else number_words(value)


def table(measure, shown, periods, areas):
    """``[(period, cells)]``: one cell for each area with figures."""
    by_day = {area: {point.starts_on: point for point in shown[area]} for area in areas}
    return [(words, [cell(measure, by_day[area].get(day)) for area in areas]) for day, words in periods]


def cell(measure, point):
    if point is None:
        return "Not found", ""
    if not point.is_number:
        return point.state_words, ""
    return (f"{point.value}%", point.raw) if measure.whole else (f"{point.value:,.0f}", "")


def not_found(measure, periods, areas, on):
    """Rows of the periods that are over but have no figure yet."""
    if not periods:
        return []
    rows, day = [], periods[-1][0].replace(year=periods[-1][0].year + 1)
    while measure.is_over(day, on):
        words = f"January {day.year + 1}" if measure.in_january else str(day.year)
        rows.append((words, [("Not found", "")] * len(areas)))
        day = day.replace(year=day.year + 1)
    return rows


def sentence(measure, shown, areas):
    """The last period in words, for those who read no further."""
    last = {area: reading.last_number(shown[area]) for area in areas}
    parts = [f"{AREAS[area]} {cell(measure, point)[0]}" for area, point in last.items()]
    if not parts:
        return ""
    newest = max(last.values(), key=lambda point: point.ends_on)
    return f"{measure.period_words(newest)}: {', '.join(parts)}."


def starting_points():
    """What inspectors found on their visit of 2024: ``[(who waits for what, figure in words)]``, and the source."""
    found = reading.several([f"inspectors.{key}" for key, _ in INSPECTORS], ["351"])
    points = [(found.get((f"inspectors.{key}", "351"), []), unit) for key, unit in INSPECTORS]
    rows = [(p.population, f"{p.raw} {unit}" if unit else f"“{p.raw}”") for points, unit in points for p in points[-1:]]
    return rows, next((points[-1].source for points, _ in points if points), None)


def council_plans():
    """The council's own counts of plans, which are not DfE's: ``[(period, figure)]``, the break, and the source."""
    points = reading.series("local.plans", "351")
    notes = list(dict.fromkeys(point.break_note for point in points if point.is_break))
    return [(point.period, f"{point.value:,.0f}") for point in points], notes, points[0].source if points else None
