"""Values from the case records: the demonstration's set, two loads side by side, nothing recorded, small numbers."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pghistory
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from apps.caseload.models import Extract
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_folder
from apps.core.access import WEB, WEB_CASES, assume
from apps.core.jobs import KINDS
from apps.core.models import Job
from apps.dashboards import bury
from apps.measures.computing import Reading, compute, without_few
from apps.measures.models import Measure, Value
from tests.caseload import sen2
from tests.caseload.cases import a_plan_of, a_request, assessed
from tests.caseload.test_figures import of_2024
from tests.measures.makers import a_measure

EXPECTED = json.loads((Path(__file__).parents[1] / "caseload/expected.json").read_text(encoding="utf-8"))
ON = date(2025, 3, 31)
COMPUTED = {"kind": "computed", "grain": "year"}


def values(slug, grain="year"):
    rows = Value.objects.filter(measure__slug=slug, grain=grain).order_by("ends_on", "pk")
    return {row.label: (row.numerator, row.denominator, row.value) for row in rows}


@pytest.fixture
def measures(db):
    bury.load_all()
    bury.load_measures()


def test_the_demonstration_set_gives_its_figures(measures):
    assume(WEB_CASES)
    extract = sen2.load()
    compute(extract, ON)
    for year, told in EXPECTED["years"].items():
        issued, received = told["plans_issued"], told["requests_received"]
        assert values("plans-20-weeks")[year][:2] == (told["within_140_days"], issued)
        assert values("plans-20-weeks")[year][2] == Decimal(str(told["within_140_days_pc"]))
        assert values("plans-20-weeks-without-exceptions")[year][:2] == (
            told["within_140_days_excluding_exceptions"],
            told["plans_issued_excluding_exceptions"],
        )
        assert values("plans-20-to-52-weeks")[year][:2] == (told["issued_141_to_365_days"], issued)
        assert values("plans-over-a-year")[year][:2] == (told["issued_over_365_days"], issued)
        assert values("decisions-6-weeks")[year][:2] == (told["decided_within_42_days"], told["decided"])
        assert values("requests-refused")[year][:2] == (told["refused"], received)
    reviews = EXPECTED["annual_reviews"]
    assert values("review-decisions-4-weeks") == {
        str(reviews["year"]): (
            reviews["decisions_within_28_days"],
            reviews["decisions"],
            Decimal(str(reviews["decisions_within_28_days_pc"])),
        )
    }
    opened = values("open-overdue", "day")
    last = EXPECTED["open_cases"]["2024-12-31"]
    assert opened["31 December 2024"] == (last["open_over_140_days"], last["open"], last["open_over_140_days"])
    assert {row.is_synthetic for row in Value.objects.all()} == {True}
    assert {row.extract_as_at for row in Value.objects.all()} == {ON}
    # What the records do not have is no records, never zero; nothing about children is written.
    nothing = Value.objects.filter(state="no_records")
    assert set(nothing.values_list("measure__slug", flat=True)) == {
        "advice-educational-psychology",
        "advice-health",
        "advice-social-care",
        "advice-setting",
        "advice-adulthood",
        "amended-plans-12-weeks",
        "audits-good",
        "audits-social-care",
        "audits-adulthood",
        "complaints",
        "transfers-by-their-dates",
    }
    assert {(row.value, row.numerator, row.denominator) for row in nothing} == {(None, None, None)}
    assert Measure.objects.filter(subject="children").count() == 7
    assert not Value.objects.filter(measure__subject="children").exists()
    # Pages may read the values, and not the records.
    assume(WEB)
    assert Value.objects.exists()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Extract.objects.exists()


def test_a_second_run_adds_nothing_and_a_newer_load_its_own_rows(as_cases):
    a_measure("plans-20-weeks", **COMPUTED)
    for days in range(6):
        a_plan_of(assessed(a_request(date(2023, 3, 1))), starts_on=date(2023, 6, 1 + days))
    first = of_2024()
    assert compute(first, first.as_at) == 13
    assert compute(first, first.as_at) == 0
    a_plan_of(assessed(a_request(date(2023, 1, 1))), starts_on=date(2023, 12, 1))
    second = of_2024(as_at=date(2024, 6, 30), digest="1" * 64)
    assert compute(second, second.as_at) == 13
    rows = Value.objects.filter(grain="year").order_by("effective_on")
    assert [(row.extract_key, row.numerator, row.denominator, row.effective_on) for row in rows] == [
        (first.pk, 6, 6, date(2024, 3, 31)),
        (second.pk, 6, 7, date(2024, 6, 30)),
    ]


def test_a_figure_that_differs_for_the_same_load_is_added_beside(as_cases):
    a_measure("open-overdue", kind="computed", grain="day", unit="count", good_direction="down", minimum=0)
    a_request(date(2024, 1, 1), outcome="A")
    extract = of_2024()
    compute(extract, extract.as_at)
    assert compute(extract, date(2024, 5, 21)) == 1
    found = values("open-overdue", "day")
    assert found["31 March 2024"] == (0, 1, 0)
    assert found["21 May 2024"] == (1, 1, 1)


def test_records_set_aside_and_left_out_are_told(as_cases):
    a_measure("plans-20-weeks", minimum=0, **COMPUTED)
    a_plan_of(assessed(a_request(date(2023, 3, 1))), starts_on=date(2023, 6, 1))
    a_plan_of(assessed(a_request(None)), starts_on=date(2023, 6, 1))
    compute(of_2024(set_aside_count=7), date(2024, 3, 31))
    row = Value.objects.get(grain="year")
    assert (row.set_aside, row.left_out, row.denominator) == (7, 1, 1)


def months(*wholes):
    return [
        Reading("month", date(2023, number, 1), date(2023, number, 28), str(number), whole, whole)
        for number, whole in enumerate(wholes, 1)
    ]


@pytest.mark.parametrize(
    ("wholes", "hidden"),
    [
        ((5, 6, 7), []),
        ((0, 6, 7), []),
        ((4, 6, 7), ["1", "2"]),
        ((7, 1, 6), ["2", "3"]),
        ((1, 1, 9), ["1", "2", "3"]),
        ((4, 4, 9), ["1", "2"]),
        ((3,), ["1"]),
    ],
)
def test_a_hidden_month_cannot_be_worked_out_from_its_year(wholes, hidden):
    found = without_few(months(*wholes), 5)
    assert [reading.label for reading in found if reading.state == "too_few"] == hidden
    assert {(r.part, r.whole) for r in found if r.state == "too_few"} <= {(None, None)}


def test_hidden_numbers_are_not_in_the_table(as_cases):
    a_measure("plans-20-weeks", **COMPUTED)
    for _ in range(4):
        a_plan_of(assessed(a_request(date(2023, 3, 1))), starts_on=date(2023, 6, 1))
    compute(of_2024(), date(2024, 3, 31))
    year = Value.objects.get(grain="year")
    assert (year.state, year.value, year.numerator, year.denominator) == ("too_few", None, None, None)


def test_a_load_asks_for_the_measures_and_the_job_works_them_out(measures):
    assume(WEB_CASES)
    made = read_folder(sen2.FOLDER)
    load(made, keeps=False)
    assert not Job.objects.exists()
    load(made)
    (job,) = Job.objects.all()
    assert job.kind == "measures.compute"
    assume(WEB)
    with pghistory.context(job=job.pk):
        KINDS[job.kind](lambda done, total: None, **job.arguments)
    assert values("plans-20-weeks")["2024"][:2] == (
        EXPECTED["years"]["2024"]["within_140_days"],
        EXPECTED["years"]["2024"]["plans_issued"],
    )
    assume(WEB_CASES)
    load(made)
    assert Job.objects.count() == 1


def test_the_command_computes_up_to_a_day(as_cases, capsys):
    with pytest.raises(CommandError, match="No case records have been loaded"):
        call_command("compute_measures")
    a_measure("open-overdue", kind="computed", grain="day", unit="count", good_direction="down", minimum=0)
    a_request(date(2024, 1, 1), outcome="A")
    of_2024()
    call_command("compute_measures", "--on", "2024-05-21")
    assert capsys.readouterr().out == "1 values were added.\n"
    with pytest.raises(CommandError, match="A day to come has no figures"):
        call_command("compute_measures", "--on", "2099-01-01")
    with pytest.raises(CommandError, match="is not a date"):
        call_command("compute_measures", "--on", "soon")
