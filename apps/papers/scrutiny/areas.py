"""What a scrutiny report says of each area: what was done, and by rule what is late, not done, felt and not known."""

import re
from dataclasses import dataclass, field

from apps.core.dates import days_apart, long_date
from apps.core.words import plural
from apps.measures.pictures import Impact
from apps.plans.codes import ActionState
from apps.plans.strands import is_late_by_first_date

# An action that stands for a section of a paper is called after it: the report then has the paper's own heading.
OF_A_PAPER = re.compile(r"^Work reported to Members on [^:]+: (?P<heading>.+)$")
PARAGRAPH = re.compile(r", (?P<number>\d+(?:\.\d+)*)$")
NO_VOICE = "Nothing is recorded here of what families said about this area in this time."
NONE_LATE = "No action with a first date is late against it."
ALL_DONE = "All its actions are complete."
ALL_KNOWN = "Each action has a rating, a report of this time and evidence, and each measure a target and a figure."


@dataclass
class Area:
    """One section: every list holds sentences, and none is empty but ``opening`` and ``done``."""

    heading: str
    opening: list = field(default_factory=list)
    done: list = field(default_factory=list)
    late: list = field(default_factory=list)
    not_done: list = field(default_factory=list)
    families: list = field(default_factory=list)
    unknown: list = field(default_factory=list)


@dataclass
class AreaFacts:
    """What is known of a strand at the end of the period; ``reports`` are those of the period, oldest first."""

    strand: object
    findings: list
    claims: list
    standings: list
    reports: list
    evidenced: set
    pictures: list
    said: list
    until: object
    legend: dict

    @property
    def actions(self):
        return {standing.action_id: standing.action for standing in self.standings}


def area(facts):
    return Area(
        heading=heading_of(facts),
        opening=list(_opening(facts)),
        done=_done(facts),
        late=_late(facts),
        not_done=_not_done(facts),
        families=list(facts.said) or [NO_VOICE],
        unknown=list(_unknown(facts)) or [ALL_KNOWN],
    )


def in_order(areas):
    """Areas with reports first: those that come from a paper in its order, then the plan's; then the silent ones."""
    return sorted(areas, key=lambda facts: (not facts.reports, *_place(facts), facts.strand.position))


def _place(facts):
    """Where the paper from which an area's reports were taken speaks of it."""
    for action in facts.actions.values():
        found = PARAGRAPH.search(action.source) if OF_A_PAPER.match(action.title) else None
        if found:
            return 0, [int(number) for number in found["number"].split(".")]
    return 1, []


def heading_of(facts):
    for action in facts.actions.values():
        found = OF_A_PAPER.match(action.title)
        if found:
            return found["heading"]
    return f"{facts.strand.reference} {facts.strand.title}"


def _opening(facts):
    """What was said locally of this area alone, with who said it; else what inspectors found."""
    for claim in facts.claims:
        *first, last = [part for part in claim.text.split("\n\n") if part.strip()]
        yield from first
        yield f"{last} ({claim.said_by}, {long_date(claim.effective_on)})"
    if not facts.claims:
        for finding in facts.findings:
            yield f"Inspectors found ({finding.reference}, {finding.inspection.name}): “{_whole(finding)}”"


def _whole(finding):
    """The inspectors' words with their lettered points and what follows those."""
    points = "; ".join(f"({part.letter}) {part.text}" for part in finding.parts.all())
    return " ".join(part for part in (finding.text, points, finding.tail) if part)


def _done(facts):
    """The words of each report of the period, each once; where an area has several actions, with the reference."""
    several = len(facts.actions) > 1
    told = {}
    for report in facts.reports:
        if not report.is_no_change:
            reference = facts.actions[report.action_id].reference
            told[f"{reference}: {report.narrative}" if several else report.narrative] = None
    return list(told)


def _late(facts):
    said = []
    undated = [s for s in facts.standings if s.action.original_due_on is None]
    for standing in facts.standings:
        if is_late_by_first_date(standing, facts.until):
            first = standing.action.original_due_on
            end = standing.finished_on or facts.until
            how = "done" if standing.finished_on else "not done"
            days = plural(days_apart(first, end), "day")
            said.append(f"{standing.action}: first promised for {long_date(first)}, {how}, {days} late.")
    if undated:
        count = f"{len(undated)} of {plural(len(facts.standings), 'action')}"
        said.append(f"No first date is held for {count}, so that lateness cannot be told.")
    return said or [NONE_LATE if facts.standings else "No action of this area is held here."]


def _not_done(facts):
    said = []
    for standing in facts.standings:
        if standing.state != ActionState.ACCEPTED:
            word = facts.legend.get(standing.rating)
            rating = word.word.lower() if word else "not rated"
            due = f"due on {long_date(standing.due_on)}" if standing.due_on else "no date agreed"
            waits = ", said to be done, not accepted yet" if standing.state == ActionState.SAID_DONE else ""
            said.append(f"{standing.action}: {rating}, {due}{waits}.")
    return said or [ALL_DONE if facts.standings else "No action of this area is held here."]


def _unknown(facts):
    if facts.strand.note:
        yield facts.strand.note
    if not facts.standings:
        yield "No action of this area is held here: nothing can be said of what was done."
    else:
        yield from _unknown_of_actions(facts)
    yield from _unknown_of_measures(facts)


def _unknown_of_actions(facts):
    of = plural(len(facts.standings), "action")
    reported = {report.action_id for report in facts.reports}
    gaps = (
        ("was not reported on in this time", [s for s in facts.standings if s.action_id not in reported]),
        ("has no rating", [s for s in facts.standings if s.rating is None]),
        ("has no evidence here", [s for s in facts.standings if s.action_id not in facts.evidenced]),
    )
    for words, standings in gaps:
        if standings:
            verb = words if len(standings) == 1 else words.replace("was ", "were ", 1).replace("has ", "have ", 1)
            references = ", ".join(standing.action.reference for standing in standings)
            yield f"{len(standings)} of {of} {verb}: {references}."


def _unknown_of_measures(facts):
    if not facts.pictures:
        yield "No measure is chosen, so that nobody can say whether it makes a difference."
    for picture in facts.pictures:
        if picture.is_closed:
            yield f"The figures of “{picture.name}” are not shown."
        elif picture.latest_number is None:
            yield f"There is no figure of “{picture.name}” yet."
        elif picture.target is None:
            yield f"No target is set for “{picture.name}”."
    if facts.pictures and not Impact(tuple(facts.pictures)).is_evidenced:
        yield f"Impact is not evidenced: {Impact(tuple(facts.pictures)).why_not}."
