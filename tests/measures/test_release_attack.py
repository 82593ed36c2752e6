"""An attacker reads every release as its readers do, and can work out no hidden number."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.accounts.models import Role
from apps.core.access import WEB, WEB_CASES, assume
from apps.dashboards import bury
from apps.measures.models import Release
from apps.measures.releases import services, shown, tables
from tests.caseload import sen2
from tests.cast import make_person
from tests.factories import TODAY
from tests.measures import dfe_rows
from tests.measures.releasing import (
    attacker,
    correct,
    hold,
    make,
    place,
    publish,
    read_release,
    register,
    set_threshold,
    tell_changes,
    truth,
)

PLANS = "Plans in force on 15 January 2026"
NEED, SEX, AGE = "Primary need", "Sex", "Age on 31 August"
MANY = {
    (age, need, sex): 10 + place
    for place, (age, need, sex) in enumerate(
        (age, need, sex)
        for age in ("under 5", "5 to 10", "11 to 15", "16 to 25")
        for need in ("ASD", "SEMH", "SLCN")
        for sex in ("F", "M")
    )
}
BOYS = ("5 to 10", "HI", "M")
GIRLS = ("5 to 10", "HI", "F")


@pytest.fixture
def data_officer(council):
    return make_person(Role.DATA_OFFICER, council)


@pytest.fixture
def ehc_manager(council):
    return make_person(Role.EHC_MANAGER, council)


@pytest.fixture
def released(data_officer, ehc_manager):
    """Makes a release of the records held now, and releases it."""

    def work(on=TODAY):
        return services.release_draft(release=make(data_officer, on), by=ehc_manager)

    return work


def solved(releases, reader, published=()):
    """The hidden numbers that a reader of all these releases can work out, and how many are hidden."""
    puzzle, hidden = attacker({release: read_release(release, reader) for release in releases}, published)
    return puzzle.solved(hidden), len(hidden)


def hidden_places(release, reader):
    return {
        where for table in read_release(release, reader) for where, number in table.cells().items() if number is None
    }


HOSTILE = {
    "a row with one small number": {**MANY, BOYS: 3, ("11 to 15", "HI", "F"): 20, ("under 5", "HI", "M"): 30},
    "two small numbers in a row of nothing else": {**MANY, BOYS: 1, GIRLS: 1},
    "zeros all around": {**MANY, BOYS: 4},
    "a chain over three tables": {
        **MANY,
        BOYS: 2,
        GIRLS: 40,
        ("16 to 25", "VI", "F"): 3,
        ("16 to 25", "VI", "M"): 50,
        ("under 5", "MSI", "F"): 1,
        ("16 to 25", "MSI", "F"): 60,
    },
    "a total that equals its neighbour": {BOYS: 3, GIRLS: 6, ("11 to 15", "ASD", "M"): 9},
    "small numbers everywhere": dict.fromkeys(MANY, 2) | {BOYS: 1},
    "one child": {BOYS: 1},
    "nobody": {},
}


# The sets that are hardest to work out; make test-long does the others.
AT_ONCE = (
    "a row with one small number",
    "a chain over three tables",
    "small numbers everywhere",
    "one child",
    "nobody",
)


@pytest.mark.parametrize(
    "name", [name if name in AT_ONCE else pytest.param(name, marks=pytest.mark.long) for name in HOSTILE]
)
def test_no_hidden_number_of_a_hostile_set_can_be_worked_out(released, board_member, name):
    hold(HOSTILE[name], {("1", "N", "F"): 2, ("2", "Y", "M"): 9}, {("8", "M"): 1, ("5", "F"): 7})
    release = released()
    found, hidden = solved([release], board_member)
    assert found == []
    # Nothing but what is small in truth, and at least that, is hidden for being small; 0 is always shown.
    true = truth()
    places = hidden_places(release, board_member)
    small = {where for where, number in true.items() if 0 < number < 5}
    assert {where for where in small if where in _all_places(release, board_member)} <= places
    assert not [where for where in places if true[where] == 0]
    assert hidden == len(places)


def _all_places(release, reader):
    return {where for table in read_release(release, reader) for where in table.cells()}


def test_two_small_numbers_whose_sum_is_published_hide_no_sum(released, board_member):
    publish("plan_needs.number_hi", 4, period="202526")
    hold({**MANY, BOYS: 1, GIRLS: 3, ("under 5", "VI", "F"): 2, ("under 5", "VI", "M"): 7})
    release = released()
    total = place(PLANS, (NEED, "Hearing impairment"))
    numbers = {
        where: number for table in read_release(release, board_member) for where, number in table.cells().items()
    }
    assert numbers[total] == 4
    assert numbers[place(PLANS, (NEED, "Hearing impairment"), (SEX, "Female"))] is None
    found, _ = solved([release], board_member, {total: 4})
    assert found == []


def test_a_number_that_differs_from_the_published_one_keeps_two_values_besides(released, board_member):
    """A reader knows that a hidden number is not the published one: of 3 and 2 only one would be left."""
    boys = place(PLANS, (NEED, "Hearing impairment"), (SEX, "Male"))
    publish("plan_needs.number_hi", 2, period="202526", sex="Male")
    hold({**MANY, BOYS: 3, GIRLS: 20, ("11 to 15", "VI", "M"): 8, ("11 to 15", "VI", "F"): 9})
    found, hidden = solved([released()], board_member, {boys: 2})
    assert (found, hidden > 0) == ([], True)


def test_what_cannot_be_made_safe_is_left_out_and_said(released, board_member):
    """Where all parts but two of a row and of a column are public, a table of them would give both away."""
    publish("plan_needs.number_hi", 3, period="202526")
    hold({**MANY, BOYS: 3})
    release = released()
    assert (
        release.left_out == ["Plans by primary need and sex", "Plans by primary need and age"][: len(release.left_out)]
    )
    assert release.left_out
    assert solved([release], board_member, {place(PLANS, (NEED, "Hearing impairment")): 3})[0] == []


SCHOOLS = {
    "990001": (False, "351"),
    "990002": (True, "351"),
    "990003": (True, "999"),
    "990004": (False, "999"),
}
PLACE = "Where the place is"
INDEPENDENT = place(PLANS, (PLACE, "All independent schools"))


def places_of(**counts):
    """A place for each plan: so many at the school of each number, the others at 990001."""
    return [number for urn, count in counts.items() for number in [urn.removeprefix("at_")] * count] + ["990001"] * 600


@pytest.mark.parametrize(
    ("here", "away", "others", "published"),
    [(1, 2, 3, None), (30, 2, 40, None), (1, 2, 40, 3), (1, 2, 40, 4), (3, 1, 1, 4), (2, 60, 2, 62)],
)
def test_no_hidden_number_of_independent_or_distant_schools_can_be_worked_out(
    released, board_member, here, away, others, published
):
    """``published`` is what DfE says of all independent schools, in two columns."""
    register(SCHOOLS)
    if published is not None:
        publish("plans.mainstream_independent", 1, period="202526")
        publish("plans.special_independent", published - 1, period="202526")
    hold(MANY, schools=places_of(at_990002=here, at_990003=away, at_990004=others))
    release = released()
    found, hidden = solved([release], board_member, {INDEPENDENT: published} if published is not None else ())
    assert (found, hidden > 0) == ([], True)
    true = truth()
    assert true[INDEPENDENT] == here + away
    assert true[place(PLANS, (PLACE, "All schools outside the area"))] == away + others
    places = hidden_places(release, board_member)
    assert (INDEPENDENT in places) == (published != here + away and (here + away < 5 or INDEPENDENT in places))


def test_a_number_that_dfe_publishes_of_children_without_a_school_is_known_with_a_register_too(released, board_member):
    """Of "educated at home" 2 is published: shown where it is ours as well, and else known not to be ours."""
    register(SCHOOLS)
    at_home = place(PLANS, (PLACE, "Educated at home by choice"))
    publish("plans.elective_home_education", 2, period="202526")
    hold(MANY, schools=places_of(at_990003=30, at_EHE=2))
    same = released()
    numbers = {w: n for table in read_release(same, board_member) for w, n in table.cells().items()}
    assert numbers[at_home] == 2
    assert at_home in {w for table in read_release(same, board_member) for w in table.published}
    hold(
        MANY, census_on=date(2027, 1, 21), as_at=date(2027, 3, 31), schools=places_of(at_990003=30, at_EHE=3, at_OLA=2)
    )
    publish("plans.elective_home_education", 4, period="202627")
    other = place("Plans in force on 21 January 2027", (PLACE, "Educated at home by choice"))
    found, hidden = solved([released()], board_member, {other: 4})
    assert (found, hidden > 0) == ([], True)


def test_where_places_cannot_be_told_apart_safely_kinds_of_setting_are_shown(released, board_member):
    """DfE's two at independent schools, and none of them here, would tell that the two are elsewhere."""
    register(SCHOOLS)
    publish("plans.mainstream_independent", 0, period="202526")
    publish("plans.special_independent", 2, period="202526")
    hold(MANY, schools=places_of(at_990003=2, at_990004=40))
    release = released()
    keys = [table.key for table in release.tables.all()]
    assert {"plans-setting", "plans-setting-sex"} <= set(keys)
    assert not {"plans-place", "plans-independent", "plans-away"} & set(keys)
    assert release.left_out == [
        "Plans by where the place is",
        "Plans at independent schools",
        "Plans at schools outside the area",
    ]
    assert solved([release], board_member, {INDEPENDENT: 2})[0] == []


def test_a_correction_has_the_tables_of_its_release_whatever_register_came_between(
    released, data_officer, ehc_manager, board_member
):
    hold({**MANY, BOYS: 3, GIRLS: 20})
    before = released()
    register(SCHOOLS)
    hold({**MANY, BOYS: 4, GIRLS: 20})
    after = corrected(before, data_officer, ehc_manager)
    assert [table.key for table in after.tables.all()] == [table.key for table in before.tables.all()]
    assert solved([before, after], board_member)[0] == []


def test_two_thresholds(released, board_member):
    """A change holds for later releases only; a correction keeps the number of the release that it corrects."""
    asked = {("1", "N", "F"): 7, ("2", "Y", "M"): 20, ("3", "Y", "F"): 30, ("5", "A", "M"): 40}
    counts = {**MANY, BOYS: 4, GIRLS: 7, ("16 to 25", "HI", "F"): 12}
    hold(counts, asked)
    first = released(on=date(2026, 4, 1))
    set_threshold(10, date(2026, 5, 1))
    hold(counts, asked, census_on=date(2027, 1, 21), as_at=date(2027, 3, 31))
    second = released(on=date(2026, 6, 1))
    assert (first.threshold, second.threshold) == (5, 10)
    found, _ = solved([first, second], board_member)
    assert found == []
    families = ("Who asked", "Young person or parent")
    assert place("Requests for an assessment received in 2025", families) not in hidden_places(first, board_member)
    assert place("Requests for an assessment received in 2026", families) in hidden_places(second, board_member)


def test_a_correction_keeps_the_threshold(released, data_officer):
    counts = {**MANY, BOYS: 4, GIRLS: 7}
    hold(counts)
    before = released(on=date(2026, 4, 1))
    set_threshold(10, date(2026, 5, 1))
    hold({**counts, GIRLS: 8})
    assert correct(before, data_officer).threshold == 5


# Corrections.


def corrected(before, data_officer, ehc_manager):
    return services.release_draft(release=correct(before, data_officer), by=ehc_manager)


@pytest.mark.parametrize(
    "change",
    [
        {BOYS: 4},
        pytest.param({BOYS: 2}, marks=pytest.mark.long),
        {BOYS: 5},
        pytest.param({BOYS: 30}, marks=pytest.mark.long),
        pytest.param({("under 5", "ASD", "F"): 9}, marks=pytest.mark.long),
        {BOYS: 2, GIRLS: 19, ("5 to 10", "ASD", "F"): 17},
    ],
)
def test_a_correction_and_the_release_before_give_nothing_away_together(
    released, data_officer, ehc_manager, board_member, change
):
    """The attacker reads both, and is told by how much each number has changed."""
    counts = {**MANY, BOYS: 3, GIRLS: 20, ("16 to 25", "VI", "M"): 2, ("16 to 25", "VI", "F"): 25}
    hold(counts)
    before, was = released(), truth()
    hold({**counts, **change})
    after, is_now = corrected(before, data_officer, ehc_manager), truth()
    readings = {release: read_release(release, board_member) for release in (before, after)}
    puzzle, hidden = attacker(readings)
    tell_changes(puzzle, before, after, was, is_now)
    assert puzzle.solved(hidden) == []
    assert hidden_places(after, board_member) == hidden_places(before, board_member)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({("5 to 10", "ASD", "F"): 1, ("5 to 10", "ASD", "M"): 2}, "was shown and is now small"),
        ({("under 5", "HI", "F"): 1}, "was shown and is now small"),
        ({BOYS: 0}, "was hidden and is now 0"),
    ],
)
def test_a_correction_that_would_tell_is_refused_with_the_reason(released, data_officer, change, words):
    counts = {**MANY, BOYS: 3, GIRLS: 20}
    hold(counts)
    before = released()
    hold({**counts, **change})
    with pytest.raises(services.Refused, match=words):
        correct(before, data_officer)
    assert Release.objects.count() == 1


def test_a_correction_suppressed_anew_would_be_solved(released, data_officer, ehc_manager, board_member, monkeypatch):
    """The same attacker, with a correction that hides what the release before had shown."""

    def anew(before, made_now, counted, published):
        return services._suppressed(list(tables.TABLES), counted, published, before.threshold)[:2]

    counts = {**MANY, BOYS: 3, GIRLS: 20}
    hold(counts)
    before, was = released(), truth()
    hold({**counts, ("under 5", "HI", "F"): 1})
    monkeypatch.setattr(services, "_as_before", anew)
    after, is_now = corrected(before, data_officer, ehc_manager), truth()
    puzzle, hidden = attacker({release: read_release(release, board_member) for release in (before, after)})
    tell_changes(puzzle, before, after, was, is_now)
    assert (after.pk, place(PLANS, (NEED, "Hearing impairment"), (AGE, "Under 5"))) in puzzle.solved(hidden)


# The attacker finds what is careless.


def test_without_further_hidden_numbers_the_attacker_solves_the_small_ones(released, board_member, monkeypatch):
    def careless(built, threshold):
        return [
            [[None if 0 < cell.count < threshold else cell.count for cell in row] for row in table.rows]
            for table in built
        ]

    monkeypatch.setattr(services, "suppress", careless)
    hold({**MANY, BOYS: 3, ("11 to 15", "HI", "F"): 20, ("under 5", "HI", "M"): 30})
    found, hidden = solved([released()], board_member)
    assert (len(found), hidden) == (1, 1)


# The demonstration's set, beside all that DfE has published of Bury.


def test_no_hidden_number_of_the_demonstrations_set_can_be_worked_out(
    data_officer, ehc_manager, administrator, board_member
):
    assume(WEB_CASES)
    sen2.load()
    assume(WEB)
    draft = make(data_officer)
    assert draft.left_out == []
    found, hidden = solved([draft], administrator)
    assert (found, hidden) == ([], DEMONSTRATION_HIDDEN)
    services.drop(release=draft, by=ehc_manager, reason="Published figures are not loaded yet.")
    bury.load_statistics()
    release = services.release_draft(release=make(data_officer), by=ehc_manager)
    published = dfe_rows.places("16 January 2025", 2024)
    readings = read_release(release, board_member)
    exempt = {where: n for table in readings for where, n in table.cells().items() if where in table.published}
    # What is marked as published is what DfE's own file says, and every number that is equal to it is marked.
    numbers = {where: n for table in readings for where, n in table.cells().items()}
    assert exempt == {where: figure for where, figure in published.items() if numbers.get(where) == figure}
    assert solved([release], board_member, published)[0] == []
    assert [where for where, n in numbers.items() if n and n < 5 and where not in exempt] == []


DEMONSTRATION_HIDDEN = 33

QUIET = settings(derandomize=True, deadline=None, database=None, max_examples=60)
children = st.dictionaries(
    st.tuples(
        st.sampled_from(("under 5", "5 to 10", "11 to 15", "16 to 25")),
        st.sampled_from(("ASD", "HI", "VI", "DS", "OTH")),
        st.sampled_from(("F", "M", "")),
    ),
    st.integers(0, 9),
    max_size=12,
)
asked = st.dictionaries(
    st.tuples(st.sampled_from(("1", "2", "")), st.sampled_from("YNAW"), st.sampled_from("FM")),
    st.integers(0, 9),
    max_size=6,
)
ended = st.dictionaries(
    st.tuples(st.sampled_from(("1", "2", "8")), st.sampled_from("FM")), st.integers(0, 9), max_size=5
)


@pytest.mark.long
def test_no_hidden_number_of_any_set_can_be_worked_out(data_officer, ehc_manager, board_member):
    @QUIET
    @given(
        children, asked, ended, st.sampled_from((3, 5, 10)), st.sets(st.sampled_from(("hi", "vi", "oth")), max_size=2)
    )
    def attacked(plans, requests, ceased, threshold, needs):
        with transaction.atomic():
            set_threshold(threshold, TODAY)
            hold(plans, requests, ceased)
            by_need = Counter()
            for (_, need, _), count in plans.items():
                by_need["oth" if need == "DS" else need.lower()] += count
            labels = {need: dict(tables.SUBJECTS["need"].values)[need.upper()] for need in needs}
            published = {place(PLANS, (NEED, labels[need])): by_need[need] for need in needs}
            for need in needs:
                publish(f"plan_needs.number_{need}", by_need[need], period="202526")
            try:
                draft = make(data_officer)
            except services.Refused:
                # What is published tells too much already: nothing is released beside it.
                assert published
            else:
                release = services.release_draft(release=draft, by=ehc_manager)
                assert solved([release], board_member, published)[0] == []
            transaction.set_rollback(True)
        assume(WEB)

    attacked()


def test_the_words_of_readers(released, board_member):
    hold({**MANY, BOYS: 3})
    assert shown.explanation(released()) == (
        "Some numbers are hidden so that nobody can be recognised: every number from 1 to 4, and further ones from "
        "which a small one could be worked out. 0 is always shown."
    )
