"""The content of a scrutiny report, for a plan and a period; everything stands as at the period's last day."""

from dataclasses import dataclass, field

from apps.core.dates import long_date
from apps.core.words import joined, plural
from apps.dashboards.sentences import answer
from apps.dashboards.views.board import ANSWERED, figures_of
from apps.inspections.models import Judgement, LocalClaim
from apps.measures.pictures import headlines, of_strand
from apps.papers.glossary import abbreviations_in
from apps.papers.pack.actions import standings_of
from apps.papers.pack.measures import direction_of, source_of, target_of
from apps.papers.scrutiny.areas import AreaFacts, area, in_order
from apps.papers.voices import said_by_families
from apps.plans.codes import IN_TROUBLE, ActionState
from apps.plans.legend import legend, thresholds
from apps.plans.models import Evidence, StatusUpdate
from apps.plans.models.progress import newest_reports
from apps.plans.strands import strand_pictures
from apps.wsoa.models import Statement

# How many headline measures stand in the table.
MOST_MEASURES = 4


@dataclass(frozen=True)
class Head:
    """What stands at the head of the report, as somebody wrote it."""

    meeting: str
    date: object
    subject: str
    report_from: str
    contact: str


@dataclass
class Report:
    head: Head
    plan: object
    since: object
    until: object
    background: list = field(default_factory=list)
    weaknesses: list = field(default_factory=list)
    areas: list = field(default_factory=list)
    measures: list = field(default_factory=list)
    priorities: list = field(default_factory=list)
    conclusions: list = field(default_factory=list)
    glossary: list = field(default_factory=list)


def gather(head, plan, since, until, user):
    """Everything of the report; a fixed number of queries."""
    words = legend(until)
    strands = list(plan.strands.annotate(headlines=headlines(until)).order_by("position", "reference_key"))
    facts = in_order(_facts(plan, strands, since, until, user, words))
    standings = [standing for area_facts in facts for standing in area_facts.standings]
    report = Report(head, plan, since, until)
    report.background = list(_background(plan, since, until))
    report.weaknesses = [_weakness(f) for f in sorted(facts, key=lambda f: f.strand.position)]
    report.areas = [area(area_facts) for area_facts in facts]
    report.measures = _measures(facts)
    report.priorities = _priorities(standings, until, words)
    report.conclusions = list(_conclusions(plan, strands, facts, until, words))
    report.glossary = abbreviations_in(_texts(report))
    return report


def _facts(plan, strands, since, until, user, words):
    standings = standings_of(plan, until)
    rows = StatusUpdate.objects.as_at(until).filter(action__plan=plan, effective_on__gte=since)
    reports = list(rows.order_by("effective_on", "pk"))
    evidence = Evidence.objects.as_at(until).filter(action__plan=plan)
    evidenced = set(evidence.values_list("action", flat=True).distinct())
    claims = _claims(since, until)
    voices = said_by_families(strands, since, until)
    strands_of = {standing.action_id: standing.action.strand_id for standing in standings}
    findings = _findings(plan)
    for strand in strands:
        found = findings.get(strand.pk, [])
        yield AreaFacts(
            strand=strand,
            findings=found,
            claims=[claim for claim, of in claims if len(of) == 1 and of[0] in {finding.pk for finding in found}],
            standings=[standing for standing in standings if standing.action.strand_id == strand.pk],
            reports=[report for report in reports if strands_of.get(report.action_id) == strand.pk],
            evidenced=evidenced,
            pictures=of_strand(strand.headlines, user, plan.is_demonstration),
            said=voices.get(strand.pk, []),
            until=until,
            legend=words,
        )


def _findings(plan):
    """``{strand id: its findings}``; four queries."""
    strands = plan.strands.prefetch_related("findings__inspection", "findings__parts")
    return {strand.pk: list(strand.findings.all()) for strand in strands}


def _claims(since, until):
    """``[(claim, the ids of its findings)]`` of what was said locally in the period; two queries."""
    rows = LocalClaim.objects.as_at(until).filter(effective_on__gte=since).prefetch_related("findings")
    return [(row, [finding.pk for finding in row.findings.all()]) for row in rows.order_by("effective_on", "pk")]


# Background.


def _background(plan, since, until):
    inspection = plan.inspection
    if inspection and inspection.ended_on <= until:
        days = f"from {long_date(inspection.started_on)} to {long_date(inspection.ended_on)}"
        yield f"{inspection.name}: inspectors visited {days} ({inspection.framework}). {inspection.outcome}"
        if inspection.follow_up:
            yield f"What was to follow: {inspection.follow_up}"
    yield from _life_cycle(plan, until)
    yield from _judged(plan, until)
    yield from _said_of_all(plan, since, until)
    yield (
        f"This report tells of {long_date(since)} to {long_date(until)}. It is written from the records of SEND "
        "Tracker: what they do not hold is said under each area."
    )


def _life_cycle(plan, until):
    words = f"The plan is the “{plan.name}”; it counts from {long_date(plan.starts_on)}."
    statement = Statement.objects.filter(plan=plan).first()
    if statement:
        steps = (
            ("required", statement.required_on),
            ("submitted", statement.submitted_on),
            ("declared fit for purpose", statement.fit_for_purpose_on),
        )
        told = [f"{word} on {long_date(day)}" for word, day in steps if day and day <= until]
        words += f" It was {joined(told)}." if told else ""
    yield words
    if plan.closed_on and plan.closed_on <= until:
        yield f"It was closed on {long_date(plan.closed_on)}: {plan.closed_reason}"


def _judged(plan, until):
    """What inspectors judged since, in their own sentences."""
    rows = Judgement.objects.as_at(until).filter(finding__strands__plan=plan).select_related("finding").distinct()
    for row in rows.order_by("effective_on", "finding__number"):
        yield f"Inspectors judged on {long_date(row.effective_on)} of {row.finding}: “{row.sentence}”"


def _said_of_all(plan, since, until):
    """What was said locally of several areas at once."""
    of_plan = {finding.pk for findings in _findings(plan).values() for finding in findings}
    for claim, findings in _claims(since, until):
        if len(findings) > 1 and set(findings) & of_plan:
            yield f"{claim.said_by} said on {long_date(claim.effective_on)}: “{claim.text}”"


def _weakness(facts):
    """An area as the inspectors put it, and as we call it."""
    found = joined([finding.text for finding in facts.findings])
    title = f"{facts.strand.reference} {facts.strand.title}"
    return title if not found or found.casefold() == facts.strand.title.casefold() else f"{title}: “{found}”"


# Performance, priorities, conclusions.


def _measures(facts):
    """Up to four headline measures, those with a figure first."""
    once = {picture.pk: picture for area_facts in facts for picture in area_facts.pictures}
    shown = [picture for picture in once.values() if not picture.is_closed]
    chosen = sorted(shown, key=lambda picture: picture.latest_number is None)[:MOST_MEASURES]
    return [
        (
            picture.name,
            _start(picture),
            f"{picture.words_of(picture.latest)}{f', {picture.latest.label}' if picture.latest else ''}",
            target_of(picture),
            f"{picture.level.label if picture.level else 'No level'}. {direction_of(picture)}".strip(),
            source_of(picture).replace("\n", ". "),
        )
        for picture in chosen
    ]


def _start(picture):
    return f"{picture.start_words} ({picture.start.date_words})" if picture.start else "None"


def _priorities(standings, until, words):
    """What is off track or at risk, with what its owner says is done about it; then what comes next."""
    reports = newest_reports([standing.action for standing in standings], until)
    said = []
    for standing in standings:
        if standing.rating in IN_TROUBLE and not standing.is_plan_closed:
            report = reports.get(standing.action_id)
            done = (
                f" {report.being_done}" if report and report.being_done else " Nobody has said what is done about it."
            )
            said.append(f"{standing.action}: {_word(standing.rating, words)}.{done}")
    coming = [s for s in standings if s.state == ActionState.OPEN and s.due_on and s.due_on >= until]
    for standing in sorted(coming, key=lambda s: (s.due_on, s.action.reference_key))[:MOST_MEASURES]:
        if standing.rating not in IN_TROUBLE:
            said.append(f"{standing.action}: due on {long_date(standing.due_on)}.")
    return said or ["No action is rated off track or at risk, and none has a date to come."]


def _word(code, words):
    return words[code].word.lower() if code in words else "not rated"


def _conclusions(plan, strands, facts, until, words):
    pictures = strand_pictures(strands, [until], thresholds(until))[until].values()
    figures = figures_of(pictures, None)
    yield answer(**{name: figures[name] for name in ANSWERED}, legend=words)
    of = plural(figures["promised"], "action")
    yield f"{figures['complete']} of {of} {_is(figures['complete'])} complete: done, and accepted by a second person."
    yield f"{figures['late']} of {of} {_is(figures['late'])} late against the first date promised."
    silent = [f for f in facts if not f.reports]
    if silent:
        names = joined([f.strand.reference for f in silent])
        yield f"Nothing was reported in this time on {len(silent)} of {plural(len(facts), 'area')}: {names}."
    heard = [f for f in facts if f.said]
    yield (
        f"Families were heard on {len(heard)} of {plural(len(facts), 'area')}."
        if heard
        else "This report cannot say whether families feel a difference: nothing is recorded of what they say."
    )
    yield _evidenced(facts)


def _evidenced(facts):
    count = sum(bool(f.pictures) and all(picture.is_evidenced for picture in f.pictures) for f in facts)
    return (
        f"Impact is evidenced in {count} of {plural(len(facts), 'area')}: every headline measure met its target twice."
    )


def _is(count):
    return "is" if count == 1 else "are"


def _texts(report):
    yield from (report.head.meeting, report.head.subject, report.head.report_from, report.head.contact)
    yield from (*report.background, *report.weaknesses, *report.priorities, *report.conclusions)
    for row in report.areas:
        yield row.heading
        yield from (*row.opening, *row.done, *row.late, *row.not_done, *row.families, *row.unknown)
    for row in report.measures:
        yield from row
