"""Pages as known on a past day: what was recorded later is left out, what was taken back later counts, and no more."""

import contextlib
import re
from datetime import UTC, date, datetime

import psycopg2
import pytest
from django.db import connection
from django.urls import reverse
from psycopg2 import sql

from apps.accounts.models import Role
from apps.core.access import working_as
from apps.core.past_views import schemas
from apps.plans.models import Action, Evidence, EvidenceRelease, StatusUpdate, Thresholds
from apps.plans.standing import refresh
from tests import factories
from tests.cast import client_of, make_person
from tests.measures import makers
from tests.voice.makers import a_round, a_speaker

DAY, BEFORE = date(2026, 10, 31), date(2026, 10, 20)
THEN = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # half past eleven in London, still the day itself
AS_AT, KNOWN = {"as_at": "2026-10-31"}, {"as_at": "2026-10-31", "known": "then"}
COUNTED = re.compile(r"<b>(?:<a[^>]*>)?(\d+)")


@pytest.fixture
def told_then(cluster, committed_db):
    """``told_then(*rows, **columns)`` has rows recorded in the last hour of the day, as only the tables' owner can."""
    with contextlib.closing(psycopg2.connect(cluster.url("owner", committed_db))) as owner:

        def told(*rows, **columns):
            names = columns or {"recorded_at": THEN}
            for row in rows:
                table = sql.Identifier(row._meta.db_table)
                values = sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(name)) for name in names)
                with owner, owner.cursor() as cursor:
                    cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table))
                    cursor.execute(
                        sql.SQL("UPDATE {} SET {} WHERE id = %s").format(table, values), [*names.values(), row.pk]
                    )
                    cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(table))

        yield told


@pytest.fixture
def action(committed_db, told_then):
    """A promise that was known then to be on track, of a published plan; with the ``finding`` that it answers."""
    with working_as():
        factories.make_legend()
        action = factories.ActionFactory(reference="PA1.1", title="Recruit two psychologists")
        action.finding = factories.FindingFactory(reference="PA1")
        action.strand.findings.add(action.finding)
        first = StatusUpdate.objects.create(
            action=action, narrative="Both are appointed.", rating="on_track", effective_on=BEFORE
        )
        refresh([action])
        limits = list(Thresholds.objects.all())
    told_then(action, first, *limits)
    return action


@pytest.fixture
def reader(action):
    with working_as():
        return make_person(Role.BOARD_MEMBER, factories.OrganisationFactory(name="Bury Council"))


def read(reader, address, query):
    """The text of a page; each call is a transaction of its own, as for a visitor."""
    with working_as():
        client = client_of(reader)
    response = client.get(address, query)
    assert response.status_code == 200
    return response.text


def changed(make):
    """Do something today, and work out anew where actions stand."""
    with working_as():
        made = make()
        refresh(list(Action.objects.all()))
    return made


def tiles(text):
    """Promised, and rated off track by their owners."""
    return [int(number) for number in COUNTED.findall(text)[:2]]


def test_a_report_entered_for_a_past_day_was_not_known_on_it(action, reader):
    changed(
        lambda: StatusUpdate.objects.create(
            action=action, narrative="Nobody came.", rating="off_track", effective_on=DAY, why="w", being_done="b"
        )
    )
    assert tiles(read(reader, "/on-track/", AS_AT)) == [1, 1]
    assert tiles(read(reader, "/on-track/", KNOWN)) == [1, 0]
    address = action.get_absolute_url()
    assert "Nobody came." in read(reader, address, AS_AT)
    known = read(reader, address, KNOWN)
    assert "Nobody came." not in known
    assert "Both are appointed." in known
    assert "as far as it was recorded by the end of that day" in known
    assert 'name="known" value="then"' in known
    assert "known=then" in read(reader, address, AS_AT)
    assert tiles(read(reader, "/on-track/", AS_AT)) == [1, 1]


def test_an_action_that_was_entered_later_was_not_known(action, reader):
    make = {"strand": action.strand, "reference": "PA1.2", "title": "Write to families"}
    later = changed(lambda: factories.ActionFactory(**make))
    assert "Nothing was known of it by the end of 31 October 2026." in read(reader, later.get_absolute_url(), KNOWN)
    assert "Write to families" in read(reader, later.get_absolute_url(), AS_AT)
    assert tiles(read(reader, "/on-track/", AS_AT))[0] == 2
    assert tiles(read(reader, "/on-track/", KNOWN))[0] == 1
    assert "Write to families" in read(reader, "/plans/actions/", AS_AT)
    earlier = {"as_at": "2026-10-01", "known": "then"}
    assert "Nothing was recorded of this plan by the end of 1 October 2026." in read(reader, "/on-track/", earlier)
    listed = read(reader, "/plans/actions/", KNOWN)
    assert "Write to families" not in listed
    assert "as_at=2026-10-31&amp;known=then" in listed


def test_what_was_taken_back_later_counts_but_its_words_are_gone(action, reader, told_then):
    report = changed(
        lambda: StatusUpdate.objects.create(
            action=action, narrative="Words about somebody.", rating="at_risk", effective_on=DAY, why="w"
        )
    )
    told_then(report)
    changed(
        lambda: StatusUpdate.objects.create(
            action=action, narrative="", effective_on=DAY, voids=report, void_reason="It named somebody."
        )
    )
    assert ["On track" in chip for chip in officers(read(reader, "/plans/actions/", AS_AT))] == [True]
    assert ["At risk" in chip for chip in officers(read(reader, "/plans/actions/", KNOWN))] == [True]
    page = read(reader, action.get_absolute_url(), KNOWN)
    assert "Words about somebody." not in page
    assert "[taken back since]" in page


def officers(text):
    """The cells of the owners' ratings in the list of actions."""
    return [cell.partition("The dates say")[0] for cell in re.findall(r'(?s)data-label="Rating">(.*?)</td>', text)]


def test_evidence_that_was_taken_back_later_stays_away(action, reader, told_then):
    with working_as():
        evidence = Evidence.objects.create(
            action=action, title="Minutes", shows="done", link="https://example.org/1", effective_on=BEFORE
        )
        release = EvidenceRelease.objects.create(evidence=evidence, effective_on=BEFORE)
    told_then(evidence, release)
    assert "https://example.org/1" in read(reader, action.get_absolute_url(), KNOWN)
    with working_as():
        Evidence.objects.create(
            action=action, title="x", shows="done", effective_on=DAY, voids=evidence, void_reason="Of another Board."
        )
    assert "https://example.org/1" not in read(reader, action.get_absolute_url(), KNOWN)


def test_a_rule_that_was_set_later_did_not_rate_then(action, reader):
    with working_as():
        Thresholds.objects.create(effective_on=DAY, stale_days=10)
        refresh([action])
    assert "Nobody has reported on it for 11 days" in cell(read(reader, "/plans/actions/", AS_AT))
    assert "differs" not in cell(read(reader, "/plans/actions/", KNOWN))


def cell(text):
    (found,) = re.findall(r'(?s)data-label="Rating">(.*?)</td>', text)
    return found


def test_figures_that_were_put_right_later_are_listed(action, reader, told_then):
    finding = action.finding
    with working_as():
        measure = makers.a_measure("amended-plans", finding)
        first = makers.of_year(measure, 2025, 41)
        target = makers.a_target(measure, 90)
    told_then(first, target)
    for address in ("/on-track/", finding.get_absolute_url(), "/measures/", measure.get_absolute_url()):
        assert "Nothing: every figure and target of that day" in read(reader, address, KNOWN)
    with working_as():
        makers.of_year(measure, 2025, 39, voids=first, void_reason="Counted twice.")
        makers.of_year(measure, 2025, 38.5)
    row = r"2025</td>.*?As known then\">41.0%</td>.*?As recorded today\">38.5%</td>"
    for address in ("/on-track/", finding.get_absolute_url(), "/measures/", measure.get_absolute_url()):
        known, as_at = read(reader, address, KNOWN), read(reader, address, AS_AT)
        assert re.search(row, known)
        assert "What was recorded later of measures" not in as_at
        assert "38.5%" in as_at


def test_a_round_that_was_released_later_was_not_heard(action, reader, told_then):
    finding = action.finding
    with working_as():
        heard = a_round(a_speaker(), [(finding, "not_felt", "Nothing has changed.")])
        said = heard.ratings.get()
    assert "Nothing has changed." in read(reader, reverse("voice:said"), AS_AT)
    known = read(reader, reverse("voice:said"), KNOWN)
    assert "Nothing has changed." not in known
    told_then(heard, released_at=THEN)
    told_then(said)
    assert "Nothing has changed." in read(reader, reverse("voice:said"), KNOWN)


def test_today_and_other_words_leave_nothing_out(action, reader):
    changed(lambda: factories.ActionFactory(strand=action.strand, reference="PA1.2"))
    for query in ({"known": "then"}, {"as_at": "2999-01-01", "known": "then"}, AS_AT | {"known": "now"}):
        assert tiles(read(reader, "/on-track/", query))[0] == 2


def test_the_next_request_reads_everything(action, reader):
    read(reader, "/on-track/", KNOWN)
    with working_as(), connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ('"$user", public',)


def test_the_views_are_read_with_the_readers_own_rights(committed_db, cluster):
    with contextlib.closing(psycopg2.connect(cluster.url("owner", committed_db))) as owner, owner.cursor() as cursor:
        cursor.execute(
            "SELECT relnamespace::regnamespace::text, relname, 'security_invoker=true' = ANY(reloptions) FROM pg_class "
            "WHERE relnamespace IN ('as_known'::regnamespace, 'as_stood'::regnamespace) AND relkind = 'v'"
        )
        made = set(cursor.fetchall())
    expected = {(schema, table, True) for schema, views in schemas().items() for table in views}
    assert made == expected
    assert EvidenceRelease._meta.db_table not in {table for _, table, _ in made}
