"""Bury's published statistics: all of them, once, with their sources."""

import json
import shutil
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from apps.dashboards import bury
from apps.measures.dfe import PUBLISHER
from apps.measures.models import Observation, Source, State

DFE = Path(settings.BASE_DIR) / "fixtures" / "dfe"
OFFICERS = DFE / "bury_dmo_dco_dsco.csv"
REVIEWS = DFE / "bury_nw_england_annual_reviews.csv"
APPEALS = DFE / "send_tribunals_appeal_rate_2014_2024_all_LAs.csv"
TIMELINESS = DFE / "bury_nw_england_timeliness_20_week.csv"


def load(*arguments):
    out = StringIO()
    call_command("load_benchmarks", *map(str, arguments), stdout=out)
    return out.getvalue()


def figure(series, area="351", **more):
    return Observation.objects.get(series=series, area_code=area, breakdown=more.pop("breakdown", ""), **more)


def counts():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM measures_observationevent WHERE pgh_label = 'insert'")
        return Source.objects.count(), Observation.objects.count(), cursor.fetchone()[0]


def test_everything_is_loaded_once_with_its_history(db):
    assert bury.load_statistics() == {"published figures": 88896}
    assert counts() == (16, 88896, 88896)
    bury.load_statistics()
    assert counts() == (16, 88896, 88896)
    by_state = {state.value: Observation.objects.filter(state=state).count() for state in State}
    assert by_state == {
        "number": 84428,
        "unavailable": 4446,
        "not_applicable": 6,
        "text": 16,
        "suppressed": 0,
        "low": 0,
    }
    assert Observation.objects.exclude(raw="0").filter(value=0, source__publisher=PUBLISHER).count() == 0


def test_one_file_says_what_was_added_and_what_left_out(db):
    said = load(REVIEWS)
    assert said.splitlines() == [
        "bury_nw_england_annual_reviews.csv: Education, health and care plans: annual reviews; "
        "5607 figures added (5589 number, 18 not available).",
        "  left out: column review_meeting_prior_24.1: repeats review_meeting_prior_24 with the same figures",
    ]
    assert load(REVIEWS) == "bury_nw_england_annual_reviews.csv: nothing new.\n"
    row = figure("annual_reviews.number_decision_4weeks")
    assert (row.value, row.raw, row.column) == (Decimal(1055), "1055", "number_decsion_4weeks")
    source = row.source
    assert (source.publisher, source.release) == ("Department for Education", "Reporting year 2025")
    assert (source.published_on, source.published_year) == (None, 2025)
    assert (source.licence, source.figure_count) == ("Open Government Licence v3.0", 5607)
    assert source.sha256 == "db9208ef7797881a7c76b5ffded7f4b2827ed6530345da191ca7f518cba3ce86"


def test_areas_left_out_can_be_added_later(db):
    assert "1064 figures added" in load(TIMELINESS, "--area", "351")
    assert set(Observation.objects.values_list("area_code", flat=True)) == {"351"}
    assert load(TIMELINESS, "--area", "351") == "bury_nw_england_timeliness_20_week.csv: nothing new.\n"
    assert "2492 figures added" in load(TIMELINESS)
    assert counts() == (1, 3556, 3556)


def test_the_release_can_be_named(db, tmp_path):
    shutil.copy(OFFICERS, tmp_path)
    done = json.loads(load(tmp_path, "--release", "Reporting year 2025", "--published", "2025-06-30", "--json"))
    assert [(file["name"], file["added"], file["states"]) for file in done] == [
        ("bury_dmo_dco_dsco.csv", 21, {"text": 15, "not_applicable": 6})
    ]
    source = Source.objects.get()
    assert (source.release, source.published_on) == ("Reporting year 2025", date(2025, 6, 30))


def test_a_folder_is_loaded_whole_or_not_at_all(db, tmp_path):
    shutil.copy(OFFICERS, tmp_path / "a.csv")
    (tmp_path / "b.csv").write_text("not,what\nwas,meant\n")
    with pytest.raises(CommandError, match=r"b\.csv, row 1: there is no column time_period.*Nothing was loaded"):
        load(tmp_path)
    assert counts() == (0, 0, 0)


def test_words_are_kept_as_words(db):
    load(OFFICERS)
    rows = Observation.objects.filter(series="designated_officers.des_clin_off").order_by("period")
    assert [(row.period, row.state, row.raw) for row in rows][:3] == [
        ("2019", "text", "Yes"),
        ("2020", "text", "Recruiting"),
        ("2021", "text", "Yes"),
    ]
    assert figure("designated_officers.des_so_care_off", period="2020").state == "not_applicable"


def test_appeals_of_every_council_are_kept(db):
    load(APPEALS)
    latest = {row.series: row.value for row in Observation.objects.filter(area_code="351", period="2024")}
    assert latest == {
        "tribunal.appeals_registered": 65,
        "tribunal.appealable_decisions": 3046,
        "tribunal.appeal_rate": Decimal("2.1"),
        "tribunal.appealable_decisions_in_development": 1546,
        "tribunal.appeal_rate_in_development": Decimal("4.2"),
    }
    registered = Observation.objects.filter(series="tribunal.appeals_registered", area_code="351").order_by("period")
    assert [int(row.value) for row in registered] == [10, 5, 10, 21, 18, 13, 12, 13, 16, 37, 65]
    assert figure("tribunal.appeals_registered", "E92000001", period="2024").value == 22276
    assert figure("tribunal.appeals_registered", "Bournemouth", period="2019").state == "unavailable"
    nothing = figure("tribunal.appeals_registered", "841", period="2014")
    assert (nothing.value, nothing.raw, nothing.area_name) == (0, "-", "Darlington")
    rate = figure("tribunal.appeal_rate", "351", period="2023")
    assert rate.is_break
    assert rate.break_note.startswith("The publisher asks for caution")
    assert not figure("tribunal.appeals_registered", "351", period="2023").is_break


def test_what_was_published_cannot_be_rewritten(db):
    load(OFFICERS)
    for statement in (
        "UPDATE measures_observation SET value = 0",
        "DELETE FROM measures_observation",
        "UPDATE measures_source SET title = 'other'",
        "DELETE FROM measures_source",
    ):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def changed(**fields):
    """A figure like the first one, with other fields, saved anew."""
    row = Observation.objects.first()
    row.pk = None
    for name, value in fields.items():
        setattr(row, name, value)
    with transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("measures_observation_once_in_a_source", {}),
        ("measures_observation_number_has_value", {"period": "1999", "state": "number", "value": None}),
        ("measures_observation_number_has_value", {"period": "1999", "state": "unavailable", "value": 0}),
        ("measures_observation_state_known", {"period": "1999", "state": "guess"}),
        ("measures_observation_level_known", {"period": "1999", "area_level": "street"}),
        ("measures_observation_break_has_note", {"period": "1999", "is_break": True}),
        ("measures_observation_has_area", {"period": "1999", "area_code": ""}),
        ("measures_observation_ends_after_start", {"period": "1999", "period_ends_on": date(1999, 1, 1)}),
    ],
)
def test_figures_keep_the_rules(db, rule, fields):
    load(OFFICERS)
    with pytest.raises(IntegrityError, match=rule):
        changed(**fields)


def load_bury(*arguments):
    out = StringIO()
    call_command("load_bury", *arguments, stdout=out)
    return out.getvalue()


def test_a_start_loads_only_what_is_wholly_missing(db):
    load(OFFICERS)
    said = load_bury("--if-empty")
    assert said.startswith("Bury's data is loaded: 3 inspections, 17 findings")
    assert "published figures" not in said
    assert load_bury("--if-empty") == ""
    assert ", 88896 published figures, " in load_bury()
