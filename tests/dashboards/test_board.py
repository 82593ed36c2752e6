"""The Board's page: the answer in a sentence, the figures, what moved and where views differ."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.core.dates import today
from apps.dashboards.movement import LIMIT, LISTS, movement
from apps.dashboards.sentences import answer
from apps.plans import services
from apps.plans.legend import thresholds
from apps.plans.strands import strand_pictures, strand_trails
from tests import factories
from tests.cast import client_of

BOARD = reverse("dashboards:board")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"promised": 0}, "Nothing can be said yet: this plan has no actions."),
        ({"not_reported": 10}, "Nobody can say: no action of this plan has been reported on."),
        (
            {"not_reported": 10, "off_track_by_dates": 2},
            "Nobody can say: no action of this plan has been reported on. The dates say 2 off track.",
        ),
        ({"complete": 10}, "Done: all 10 actions are complete."),
        ({"off_track": 1}, "Not yet. 1 of 10 actions is rated off track by its owner; the dates say none."),
        (
            {"off_track": 3, "off_track_by_dates": 4},
            "Not yet. 3 of 10 actions are rated off track by their owners; the dates say 4.",
        ),
        (
            {"off_track_by_dates": 4},
            "Not yet. None of 10 actions is rated off track by its owner; the dates say 4.",
        ),
        (
            {"off_track": 3, "off_track_before": 1},
            "Not yet. 3 of 10 actions are rated off track by their owners; the dates say none. "
            "That is 2 more rated off track than at the last Board.",
        ),
        (
            {"off_track": 1, "off_track_before": 3},
            "Not yet. 1 of 10 actions is rated off track by its owner; the dates say none. "
            "That is 2 fewer rated off track than at the last Board.",
        ),
        (
            {"off_track": 2, "off_track_before": 2},
            "Not yet. 2 of 10 actions are rated off track by their owners; the dates say none. "
            "That is as many rated off track as at the last Board.",
        ),
        (
            {"off_track": 2, "not_reported": 1},
            "Not yet. 2 of 10 actions are rated off track by their owners; the dates say none. "
            "1 has not been reported on.",
        ),
        ({"at_risk": 2}, "Mostly. No action is off track; 2 of 10 actions are at risk."),
        (
            {"at_risk": 2, "off_track_before": 0},
            "Mostly. No action is off track; 2 of 10 actions are at risk. "
            "At the last Board none was rated off track either.",
        ),
        (
            {"not_reported": 4},
            "It cannot be said: 4 of 10 actions have not been reported on. "
            "Of the others none is off track and none is at risk.",
        ),
        (
            {"not_reported": 4, "at_risk": 2},
            "It cannot be said: 4 of 10 actions have not been reported on. "
            "Of the others none is off track and 2 are at risk.",
        ),
        ({"not_reported": 3}, "As far as anybody has said. 3 of 10 actions have not been reported on."),
        ({}, "Yes. None of 10 actions is off track or at risk."),
    ],
)
def test_the_answer_is_made_from_the_figures(figures, expected):
    none = dict.fromkeys(("complete", "off_track", "off_track_by_dates", "at_risk", "not_reported"), 0)
    assert answer(**({"promised": 10} | none | figures)) == expected


@pytest.fixture
def story(action, lead_officer, programme_manager):
    """The Board met 30 days ago; since then one action went red and asks for help, one was completed, one moved."""
    on = today()
    then, now = on - timedelta(days=40), on - timedelta(days=5)
    factories.MeetingFactory(held_on=on - timedelta(days=30), updates_by=on - timedelta(days=37))
    strand = action.strand
    done = factories.ActionFactory(strand=strand, reference="PA1.2", title="Finished work")
    moved = factories.ActionFactory(strand=strand, reference="PA1.3", title="Moved work")
    for each in (action, done, moved):
        services.record_update(action=each, by=None, on=then, narrative="Fine.", rating="on_track")
    services.record_update(
        action=action,
        by=None,
        on=now,
        narrative="Trouble.",
        rating="off_track",
        board_ask="Agree the money.",
        why="No money.",
    )
    services.add_evidence(
        action=done, by=None, on=then, title="Link", shows="done", effective_on=then, link="https://example.org/"
    )
    services.say_done(action=done, by=lead_officer, on=now, reason="Done.")
    services.accept(action=done, by=programme_manager, on=now, reason="Seen.")
    asked = services.ask_extension(
        action=moved, by=None, on=now, to_due_on=moved.due_on + timedelta(days=28), reason="Holidays."
    )
    services.decide_extension(extension=asked, by=None, on=now, is_approved=True)
    return action.plan


def test_what_moved_since_the_last_board(story):
    moved = movement(story, today(), today() - timedelta(days=30), 35)
    (of_strand,) = moved.newly_by_strand.values()
    assert [row.reference for row in of_strand] == ["PA1.1"]
    names = {name: [row.reference for row in getattr(moved, name)] for name in LISTS}
    assert names == {
        "newly_off_track": ["PA1.1"],
        "recovered": [],
        "moved_later": ["PA1.3"],
        "completed": ["PA1.2"],
        "waiting": [],
        "sent_back": [],
        "unreported": ["PA1.3"],
        "differing": ["PA1.3"],
        "asks": ["PA1.1"],
    }
    assert moved.moved_later[0].days_moved == 28


def test_the_page_tells_the_story(story, board_member):
    text = client_of(board_member).get(BOARD).text
    for words in (
        "Not yet. 1 of 3 actions is rated off track by its owner; the dates say none. "
        "That is 1 more rated off track than at the last Board.",
        "Agree the money.",
        "by 28 days",
        "Finished work",
        "PA1.3",
    ):
        assert words in text


def test_the_page_as_it_was_before_the_trouble(story, board_member):
    on = today() - timedelta(days=35)
    text = client_of(board_member).get(f"{BOARD}?as_at={on.isoformat()}").text
    assert "Yes. None of 3 actions is off track or at risk." in text
    assert "This page shows how things stood on" in text


def test_a_date_to_come_or_without_sense_is_today(story, board_member):
    for query in ("?as_at=2050-01-01", "?as_at=yesterday", "?plan=zzz"):
        assert (
            "Not yet. 1 of 3 actions is rated off track by its owner" in client_of(board_member).get(BOARD + query).text
        )


def test_a_board_without_plans_says_so(scrutiny_member):
    assert "No plan is open to you yet" in client_of(scrutiny_member).get(BOARD).text


def test_the_picture_of_a_strand_counts_what_stands(story):
    (strand,) = story.strands.all()
    on = today()
    picture = strand_pictures([strand], [on], thresholds(on))[on][strand.pk]
    assert (picture.promised, picture.complete, picture.stale, picture.greener) == (3, 1, 1, 1)
    assert picture.rated["off_track"] == picture.rated["on_track"] == picture.rated["complete"] == 1
    assert (picture.rating, picture.shown) == (None, picture.rule.rating)


def test_the_accountable_officers_rating_stands_beside_the_actions(story, accountable_officer, board_member):
    (strand,) = story.strands.all()
    services.rate_strand(
        strand=strand, by=accountable_officer, on=today(), rating="on_track", narrative="Good.", reason_differs="Soon."
    )
    services.record_update(
        action=strand.actions.get(reference="PA1.3"), by=None, on=today(), narrative="Bad.", rating="off_track"
    )
    assert "Demonstration" not in client_of(board_member).get(BOARD).text
    picture = strand_pictures([strand], [today()], thresholds(today()))[today()][strand.pk]
    assert (picture.rating, picture.author_title) == ("on_track", "Director")


def test_lists_longer_than_the_page_names_are_counted_whole(legend, board_member):
    strand = factories.StrandFactory(reference="PA1")
    for n in range(LIMIT + 2):
        action = factories.ActionFactory(strand=strand, reference=f"PA1.{n}", original_due_on=today())
        services.record_update(
            action=action, by=None, on=today() - timedelta(days=20), narrative="Fine.", rating="on_track"
        )
    on = today() + timedelta(days=1)
    moved = movement(strand.plan, on, today(), 35)
    assert [row.reference for row in moved.differing] == [f"PA1.{n}" for n in range(LIMIT)]
    assert (len(moved.differing), len(moved.unreported)) == (LIMIT + 2, 0)


def test_of_many_newly_off_track_each_strand_names_its_first_ones(legend, board_member):
    plan, on = factories.PlanFactory(), today()
    strands = [factories.StrandFactory(plan=plan, reference=f"PA{number}") for number in (1, 2)]
    for strand, count in zip(strands, (LIMIT + 3, 2), strict=True):
        for number in range(count):
            action = factories.ActionFactory(strand=strand, plan=plan, reference=f"{strand.reference}.{number}")
            off_track = {
                "rating": "off_track",
                "why": "Money.",
                "board_ask": "Agree it." if number == LIMIT + 1 else "",
            }
            for days, told in ((40, {"rating": "on_track"}), (0, off_track)):
                day = on - timedelta(days=days)
                services.record_update(action=action, by=None, on=on, narrative="x", effective_on=day, **told)
    moved = movement(plan, on, on - timedelta(days=30), 35)
    named = {s.reference: [row.reference for row in moved.newly_by_strand[s.pk][:LIMIT]] for s in strands}
    assert named == {"PA1": [f"PA1.{n}" for n in range(LIMIT)], "PA2": ["PA2.0", "PA2.1"]}
    assert (len(moved.newly_off_track), len(moved.newly_by_strand[strands[0].pk])) == (LIMIT + 5, LIMIT + 3)
    assert [row.reference for row in moved.asks] == [f"PA1.{LIMIT + 1}"]
    page = client_of(board_member).get(reverse("dashboards:board"), {"plan": plan.pk}).text
    assert ">PA1.11</a> and 3 more</td>" in page
    assert ">PA2.1</a></td>" in page


def test_promises_off_track_at_the_last_board_count_also_where_they_are_withdrawn_since(legend, programme_manager):
    plan, on = factories.PlanFactory(), today()
    strand = factories.StrandFactory(plan=plan, reference="PA1")
    then = on - timedelta(days=20)
    for number, rating in enumerate(["off_track", "off_track", "on_track"]):
        action = factories.ActionFactory(strand=strand, plan=plan, reference=f"PA1.{number}")
        services.record_update(action=action, by=None, on=on, narrative="x", effective_on=then, rating=rating, why="y")
    services.drop(
        action=plan.actions.get(reference="PA1.0"), by=programme_manager, on=on, kind="withdrawn", reason="Not needed."
    )
    moved = movement(plan, on, then, 35)
    assert moved.off_track_before == 2
    assert movement(plan, on, then - timedelta(days=1), 35).off_track_before == 0
    assert movement(plan, on + timedelta(days=1), on, 35).off_track_before == 1


def test_the_latest_report_of_a_day_is_what_the_board_is_asked(action):
    ask = {"action": action, "by": None, "on": today(), "narrative": "Bad.", "rating": "off_track"}
    services.record_update(**ask, board_ask="Agree the money.")
    second = services.record_update(**ask, board_ask="Agree the posts.")
    asks = movement(action.plan, today(), today() - timedelta(days=30), 35).asks
    assert [row.board_ask for row in asks] == ["Agree the posts."]
    services.withdraw_update(update=second, by=None, on=today(), reason="Wrong.")
    asks = movement(action.plan, today(), today() - timedelta(days=30), 35).asks
    assert [row.board_ask for row in asks] == ["Agree the money."]
    services.record_update(**ask, board_ask="Nothing.")
    assert movement(action.plan, today(), today() - timedelta(days=30), 35).asks == []


def test_a_trail_shows_the_officers_rating_and_else_what_the_actions_say(story, accountable_officer):
    (strand,) = story.strands.all()
    other = factories.StrandFactory(plan=story)
    days = [today() - timedelta(days=35), today()]
    services.rate_strand(
        strand=strand, by=accountable_officer, on=today(), rating="at_risk", narrative="Slow.", reason_differs="Soon."
    )
    pictures = strand_pictures([strand, other], days, thresholds(today()))
    assert pictures[days[0]][strand.pk].rating is None
    trails = strand_trails([strand, other], days, thresholds(today()))
    assert trails == {
        days[0]: {strand.pk: pictures[days[0]][strand.pk].rule.rating, other.pk: None},
        days[1]: {strand.pk: "at_risk", other.pk: None},
    }
    assert trails[days[0]][strand.pk] == "on_track"


def test_the_board_takes_no_more_than_ten_queries(story, board_member):
    client = client_of(board_member)
    with CaptureQueriesContext(connection) as queries:
        client.get(BOARD)
    assert len([q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "SET LOCAL"))]) == 10


def test_the_number_of_queries_does_not_grow_with_the_actions(story, board_member):
    client = client_of(board_member)
    counts = []
    for extra in (0, 3):
        for _ in range(extra):
            factories.ActionFactory(strand=story.strands.get())
        with CaptureQueriesContext(connection) as queries:
            client.get(BOARD)
        counts.append(len(queries))
    assert counts[0] == counts[1]
