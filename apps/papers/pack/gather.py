"""The content of a Board pack as plain data, from the same figures as the Board's page."""

from dataclasses import dataclass

from apps.accounts.models import Role
from apps.board.models import BARS, Meeting, Risk, RiskStatus
from apps.core.as_stood import standing_as_on
from apps.core.dates import date_and_time, long_date, short_month
from apps.core.words import joined, plural, titles
from apps.dashboards.movement import LIMIT
from apps.dashboards.views.board import board_context, plans_and_last_board
from apps.measures.levels import MEANINGS, SHAPES
from apps.measures.pictures import EVIDENCED_WORDS
from apps.papers.glossary import abbreviations_in, texts_of
from apps.papers.pack.actions import action_row, exception, is_exception, reports_of, standings_of
from apps.papers.pack.measures import chart_of, measure_row
from apps.papers.pack.meetings import meeting_parts

DEMONSTRATION = "Demonstration data"
DEMONSTRATION_WORDS = "actions, dates, ratings and figures of this plan are made up"
DRAFT = "Draft pack"


@dataclass(frozen=True)
class BoardReader:
    """For whom a pack is made, whoever asks for it: what a member of the Board may see."""

    role: str = Role.BOARD_MEMBER


READER = BoardReader()


def gather(plan, on, made_at, meeting=None, is_draft=True):
    """Everything that the template shows, as it stood on the day; a fixed number of queries."""
    with standing_as_on(on):
        return _gathered(plan, on, made_at, meeting, is_draft)


def _gathered(plan, on, made_at, meeting, is_draft):
    plan = _with_last_board(plan, on, meeting)
    context = board_context(plan, [plan], READER, on)
    rating = _rating(context["legend"])
    standings, reports = standings_of(plan, on), reports_of(plan, on)
    strands = [_strand(row, standings, reports, context, rating) for row in context["rows"]]
    content = {
        **_title(plan, on, made_at, meeting, is_draft),
        "answer": context["answer"],
        "closed": _closed(plan, on),
        "asks": [_ask(row, rating) for row in context["moved"].asks],
        "figures": _figures(context["figures"], context["limits"]),
        "lenses": [_disagreement(row, context["legend"]) for row in context["disagreements"]],
        "differing": [*_differing_strands(context, rating), *_differing_actions(context, rating)],
        "differing_more": _more(context["differing"]),
        "strand_word": plan.type.strand_word,
        "strands": strands,
        "exceptions": [exception(s, reports.get(s.action_id, []), rating) for s in standings if is_exception(s)],
        "since": _since(context),
        "moved": _moved(context["moved"], context["limits"]),
        "measures": _measures(context["rows"]),
        "evidenced_words": EVIDENCED_WORDS,
        "risks": [_risk(risk) for risk in risks_of(plan)],
        "meeting_parts": meeting_parts(meeting, plan, on),
        "legend": [*_legend(context["legend"]), _not_reported()],
        "levels": [{"shape": SHAPES[code], "word": code.label, "meaning": words} for code, words in MEANINGS.items()],
    }
    return content | {"glossary": abbreviations_in(texts_of(content))}


def _with_last_board(plan, on, meeting):
    """The plan with the day of the meeting before this one; a draft without a meeting counts from its own day."""
    found = plans_and_last_board(READER, on).get(pk=plan.pk)
    if meeting:
        last = Meeting.objects.of(meeting.body).last_before(min(meeting.held_on, on))
        found.last_board_on = last.held_on if last else None
    return found


def _title(plan, on, made_at, meeting, is_draft):
    body = meeting.body if meeting else "SEND Partnership Board"
    is_demonstration = plan.is_demonstration or bool(meeting and meeting.is_demonstration)
    day = f", meeting of {long_date(meeting.held_on)}" if meeting else ""
    draft = f"{DRAFT}. " if is_draft else ""
    return {
        "title": f"{body}: pack{f' for {long_date(meeting.held_on)}' if meeting else ''}",
        "subtitle": f"{draft}{plan.marked_name}, as at {long_date(on)}{day}",
        "foot": f"{draft}{plan.marked_name} · As at {long_date(on)} · Made {date_and_time(made_at)}",
        "mark": DEMONSTRATION if is_demonstration else "",
        "mark_words": DEMONSTRATION_WORDS,
    }


def _closed(plan, on):
    if not (plan.closed_on and plan.closed_on <= on):
        return ""
    return f"This plan was closed on {long_date(plan.closed_on)}: {plan.closed_reason}"


def _rating(legend):
    """``rating(code)``: shape and word in the legend's words; the absence of a rating is "Not reported"."""

    def rating(code):
        word = legend.get(code)
        return {"code": code, "shape": word.shape, "word": word.word} if word else _absent()

    return rating


def _absent():
    return {"code": "unrated", "shape": "–", "word": "Not reported"}


def _not_reported():
    return _absent() | {"meaning": "Nobody has given a rating. It counts as neither good nor bad."}


def _legend(legend):
    return [{"code": c, "shape": row.shape, "word": row.word, "meaning": row.meaning} for c, row in legend.items()]


def _ask(row, rating):
    return {
        "reference": row.reference,
        "title": row.title,
        "rating": rating(row.rating),
        "words": row.board_ask,
    }


def _figures(figures, limits):
    before = figures["off_track_before"]
    told = [
        (figures["promised"], "actions", f"{figures['complete']} complete"),
        (figures["off_track"], "rated off track by their owners", _before(before)),
        (figures["off_track_by_dates"], "off track by the dates", ""),
        (figures["at_risk"], "rated at risk by their owners", ""),
        (figures["late"], "late by the first date promised", f"{figures['overdue']} past the date now agreed"),
        (figures["greener"], "rated better by the owner than by the dates", ""),
        (figures["not_reported"], "not reported: nobody has rated them yet", ""),
        (figures["stale"], f"quiet for more than {limits.stale_days} days", ""),
        (figures["waiting"], "said to be done, waiting for acceptance", ""),
    ]
    return [{"number": number, "words": words, "note": note} for number, words, note in told]


def _before(number):
    return "" if number is None else f"{number} at the last Board"


def _strand(row, standings, reports, context, rating):
    strand, picture, on = row["strand"], row["picture"], context["on"]
    charts = [chart_of(shown) for shown in row["lenses"].impact.pictures]
    return {
        "reference": strand.reference,
        "title": strand.title,
        "accountable": joined(titles([strand.accountable_council, strand.accountable_icb])) or "Nobody is named",
        "rating": rating(picture.rating),
        "rule": rating(picture.rule.rating),
        "author": picture.author_title or "its officer",
        "said": picture.rule.said(context["legend"]),
        "narrative": picture.narrative,
        "reason": picture.reason_differs if picture.differs else "",
        "trail": [_month(day, rating(code)) for day, code in row["trail"]],
        "complete": f"{picture.complete} of {picture.promised}",
        "lived": row["lenses"].lived.words,
        "voices": [_voice(voice) for voice in row["lenses"].lived.voices],
        "late": picture.late_by_first_date,
        "actions": [
            action_row(standing, reports.get(standing.action_id, []), on, rating)
            for standing in standings
            if standing.action.strand_id == strand.pk
        ],
        "charts": [chart for chart in charts if chart],
    }


def _disagreement(row, legend):
    strand = row["strand"]
    return {"title": f"{strand.reference} {strand.title}:", "words": row["lenses"].sentence(legend)}


def _voice(voice):
    said = f" “{voice.comment}”" if voice.comment else ""
    until = f"{voice.from_words}, until {long_date(voice.heard_to)}"
    return f"{voice.speaker}: {voice.words.lower()}.{said} ({until})"


def _month(day, rating):
    return {"shape": rating["shape"], "words": f"{short_month(day)}: {rating['word']}"}


def _differing_strands(context, rating):
    for strand, picture in context["differing_strands"]:
        yield {
            "reference": strand.reference,
            "title": strand.title,
            "rating": rating(picture.rating),
            "rule": rating(picture.rule.rating),
            "because": picture.rule.said(context["legend"]),
            "reason": picture.reason_differs,
        }


def _differing_actions(context, rating):
    for row, reason in context["differing"]:
        yield {
            "reference": row.reference,
            "title": row.title,
            "rating": rating(row.rating),
            "rule": rating(row.rule_rating),
            "because": reason,
            "reason": row.reason_differs or "",
        }


def _more(differing):
    left = len(differing) - min(len(differing), LIMIT)
    return f"{plural(left, 'more action')} of this kind: see each strand’s page." if left > 0 else ""


def _since(context):
    return f"the Board of {long_date(context['since'])}" if context["meeting"] else long_date(context["since"])


def _moved(moved, limits):
    later = _first(
        [f"{row.reference} by {plural(row.days_moved, 'day')}" for row in moved.moved_later], moved.moved_later
    )
    told = [
        ("Newly off track", moved.newly_off_track, None),
        ("Recovered", moved.recovered, None),
        ("Date moved later", moved.moved_later, _first(later, moved.moved_later)),
        ("Completed", moved.completed, None),
        ("Waiting for acceptance", moved.waiting, None),
        ("Sent back", moved.sent_back, None),
        (f"No report for {limits.stale_days} days", moved.unreported, None),
    ]
    return [
        {"label": label, "number": len(rows), "which": "; ".join(words or _named(rows))} for label, rows, words in told
    ]


def _named(rows):
    return _first([f"{row.reference} {row.title}" for row in rows], rows)


def _first(named, rows):
    """The first ``LIMIT`` of some names, and how many more rows there are."""
    return [*named[:LIMIT], f"and {len(rows) - LIMIT} more"] if len(rows) > LIMIT else named


def _measures(rows):
    """Every headline measure once, under the first strand that it belongs to."""
    found = {}
    for row in rows:
        for picture in row["lenses"].impact.pictures:
            found.setdefault(picture.pk, measure_row(row["strand"], picture))
    return list(found.values())


def risks_of(plan):
    open_ones = Risk.objects.filter(plan=plan).exclude(status=RiskStatus.CLOSED)
    return open_ones.select_related("owner").gravest_first()


def _risk(risk):
    return {
        "reference": risk.reference,
        "title": f"{risk.title}{' (has happened)' if risk.status == RiskStatus.ISSUE else ''}",
        "before": _score(risk.score, risk.severity),
        "after": _score(risk.score_after, risk.severity_after),
        "mitigation": risk.mitigation or "Nothing is written down",
        "owner": risk.owner_shown or "Nobody is named",
    }


def _score(score, severity):
    if severity is None:
        return {"shape": "–", "word": "Not scored"}
    return {"shape": BARS[severity], "word": f"{score} {severity.label}"}
