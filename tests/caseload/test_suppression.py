"""Small counts in released tables: what is hidden, and an attacker who cannot work it out."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.caseload.figures.census import BANDS
from apps.caseload.suppression import CannotBeHidden, Cell, Table, cross_table, suppress
from tests.caseload import sen2
from tests.caseload.attack import Attacker

QUIET = settings(derandomize=True, deadline=None, database=None, max_examples=150)


def line(*counts, exempt=()):
    """A table of one row with its total."""
    cells = [Cell(key, number, key in exempt) for key, number in enumerate([*counts, sum(counts)])]
    return Table((tuple(cells),))


def hidden_keys(tables, released):
    pairs = zip(tables, released, strict=True)
    return {
        cell.key
        for table, shown in pairs
        for row, shown_row in zip(table.rows, shown, strict=True)
        for cell, number in zip(row, shown_row, strict=True)
        if number is None
    }


def everything_hidden(tables):
    """The release that hides all that may be hidden: the most that suppression can do."""
    exempt = {cell.key for table in tables for cell in table.cells() if cell.is_exempt}
    return [
        [[cell.count if cell.count == 0 or cell.key in exempt else None for cell in row] for row in table.rows]
        for table in tables
    ]


def assert_safe(tables):
    """Every small count is hidden, all that is shown is true, zeros are shown, and no hidden count can be solved."""
    exempt = {cell.key for table in tables for cell in table.cells() if cell.is_exempt}
    try:
        released = suppress(tables)
    except CannotBeHidden as refused:
        assert Attacker(tables, everything_hidden(tables)).solved([refused.key]) == [refused.key]
        return None
    hidden = hidden_keys(tables, released)
    for table, shown in zip(tables, released, strict=True):
        for cell, number in zip(table.cells(), [number for row in shown for number in row], strict=True):
            assert number in (None, cell.count)
            assert (number is None) == (cell.key in hidden)
            if cell.count == 0 or cell.key in exempt:
                assert number == cell.count
            elif cell.count < 5:
                assert number is None
    assert Attacker(tables, released).solved(hidden) == []
    return released


# What is hidden.


def test_nothing_small_hides_nothing():
    assert suppress([line(5, 6, 0)]) == [[[5, 6, 0, 11]]]


def test_a_single_small_count_takes_the_smallest_other_with_it():
    assert suppress([line(4, 20, 7, 0)]) == [[[None, 20, None, 0, 31]]]


def test_the_threshold_is_the_first_count_shown():
    assert suppress([line(4, 5, 9)], threshold=4) == [[[4, 5, 9, 18]]]
    assert suppress([line(3, 5, 9)], threshold=4) == [[[None, None, 9, 17]]]


def test_two_small_counts_that_are_one_each_need_a_third():
    assert suppress([line(1, 1, 7, 9)]) == [[[None, None, None, 9, 18]]]


def test_total_is_hidden_where_there_is_nothing_else():
    assert suppress([line(3, 0, 0)]) == [[[None, 0, 0, None]]]


def test_small_count_in_a_square_hides_the_corners_of_a_rectangle():
    counts = {("a", "x"): 2, ("a", "y"): 30, ("b", "x"): 20, ("b", "y"): 10, ("c", "x"): 9, ("c", "y"): 8}
    assert suppress([cross_table("row", "column", counts)]) == [
        [[None, None, 32], [20, 10, 30], [None, None, 17], [31, 48, 79]]
    ]


def test_count_that_is_public_is_shown_and_known():
    assert suppress([line(2, 9, 8, exempt={0})]) == [[[2, 9, 8, 19]]]
    assert suppress([line(2, 6, 8, exempt={1})]) == [[[None, 6, None, 16]]]


def test_count_in_two_tables_is_treated_alike():
    first = Table(((Cell("a", 3), Cell("b", 8), Cell("all", 11)),))
    second = Table(((Cell("b", 8), Cell("c", 20), Cell("d", 30), Cell("more", 58)),))
    assert suppress([first, second]) == [[[None, None, 11]], [[None, None, 30, 58]]]
    assert suppress([second, first]) == [[[None, None, 30, 58]], [[None, None, 11]]]


def test_release_that_nothing_can_make_safe_is_refused():
    tables = [line(1, 1, exempt={2})]
    with pytest.raises(CannotBeHidden, match="The small count 0 could be worked out from what is shown"):
        suppress(tables)
    assert Attacker(tables, [[[None, None, 2]]]).solved([0, 1]) == [0, 1]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ([Table(((Cell("a", 1), Cell("b", 2), Cell("all", 4)),))], "'all' is 4, but its parts make 3"),
        ([line(7), Table(((Cell(0, 8), Cell("all", 8)),))], "0 is 7 in one place and 8 in another"),
        ([Table(((Cell("a", -1), Cell("b", 2), Cell("all", 1)),))], "'a' is less than nothing"),
        ([Table(((Cell("a", 1), Cell("a", 1), Cell("all", 2)),))], "A count stands twice in the sum of 'all'"),
    ],
)
def test_tables_that_contradict_themselves_are_refused(tables, message):
    with pytest.raises(ValueError, match=message):
        suppress(tables)


def test_cross_table_has_all_totals_and_keys_that_link():
    counts = {("a", "x"): 1, ("b", "y"): 2}
    table = cross_table("row", "column", counts, exempt={frozenset()})
    assert [[cell.count for cell in row] for row in table.rows] == [[1, 0, 1], [0, 2, 2], [1, 2, 3]]
    assert table.rows[0][1].key == frozenset({("row", "a"), ("column", "y")})
    assert table.rows[0][2].key == frozenset({("row", "a")})
    assert [cell.key for cell in table.cells() if cell.is_exempt] == [frozenset()]


# The attacker.


def test_attacker_solves_what_is_hidden_carelessly():
    tables = [line(3, 9, 8)]
    assert Attacker(tables, [[[None, 9, 8, 20]]]).values(0) == (3, 3)
    assert Attacker(tables, [[[None, None, 8, 20]]]).values(0) == (1, 4)
    counts = {("a", "x"): 2, ("a", "y"): 30, ("b", "x"): 20, ("b", "y"): 10}
    square = cross_table("row", "column", counts)
    careless = [[[None, None, 32], [20, 10, 30], [22, 40, 62]]]
    assert len(Attacker([square], careless).solved(hidden_keys([square], careless))) == 2


small_counts = st.integers(0, 12)


@QUIET
@given(st.lists(small_counts, min_size=1, max_size=6), st.sets(st.integers(0, 6), max_size=3))
def test_no_row_gives_a_hidden_count_away(counts, exempt):
    assert_safe([line(*counts, exempt=exempt)])


@st.composite
def linked_tables(draw):
    """Two or three cross tables of the same children that share a subject, some of their counts public."""
    sizes = draw(st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3)))
    children = draw(
        st.dictionaries(st.tuples(*(st.integers(0, size - 1) for size in sizes)), small_counts, min_size=1, max_size=14)
    )
    pairs = draw(st.sampled_from([((0, 1),), ((0, 1), (0, 2)), ((0, 1), (0, 2), (1, 2))]))
    tables = [cross(children, pair) for pair in pairs]
    keys = sorted({cell.key for table in tables for cell in table.cells()}, key=sorted)
    exempt = draw(st.sets(st.sampled_from(keys), max_size=3))
    return [cross(children, pair, exempt) for pair in pairs]


def cross(children, pair, exempt=()):
    counts = Counter()
    for values, number in children.items():
        counts[tuple(values[place] for place in pair)] += number
    return cross_table(*(f"subject {place}" for place in pair), counts, exempt)


@QUIET
@given(linked_tables())
def test_no_linked_tables_give_a_hidden_count_away(tables):
    assert_safe(tables)
    try:
        released = suppress(tables)
    except CannotBeHidden:
        return
    assert suppress(tables) == released


def census_children():
    """Age band, need and sex of each plan in force in the demonstration's set."""
    people = {row["persontableid"]: row for row in sen2.read("person")}
    owners = {row["requeststableid"]: people[row["persontableid"]] for row in sen2.read("requests")}
    needs = {row["activeplanstableid"]: row["sentype"] for row in sen2.read("senneed") if row["sentyperank"] == "1"}
    return Counter(
        (
            band(sen2.day(owners[row["requeststableid"]]["personbirthdate"])),
            needs.get(row["activeplanstableid"], "none recorded"),
            owners[row["requeststableid"]]["sex"],
        )
        for row in sen2.read("activeplans")
    )


def band(birth_on):
    age = 2024 - birth_on.year - ((birth_on.month, birth_on.day) > (8, 31))
    return next(name for name, low, high in BANDS if low <= age <= high)


def test_census_released_by_age_need_and_sex_together():
    children = census_children()
    assert sum(children.values()) == 2804
    pairs = ((0, 1), (2, 1), (0, 2))
    public = {frozenset(), *(frozenset({("subject 0", name)}) for name, _, _ in BANDS)}
    tables = [cross(children, pair, public) for pair in pairs]
    released = assert_safe(tables)
    hidden = hidden_keys(tables, released)
    small = {cell.key for table in tables for cell in table.cells() if 0 < cell.count < 5}
    assert small < hidden
    assert len(hidden) <= 2 * len(small)
