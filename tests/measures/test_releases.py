"""Releases: who makes, opens, corrects and withdraws them, what their pages say, and that they never change."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from apps.accounts.models import Role
from apps.core.access import WEB, WEB_CASES, assume
from apps.core.dates import today
from apps.measures.models import Release, ReleaseCell, ReleaseState, ReleaseTable, ReleaseThreshold, threshold_on
from apps.measures.releases import services, tables
from tests import factories
from tests.addresses import hidden_fields
from tests.cast import client_of, make_person
from tests.measures.releasing import correct, hold, make, publish, read_release, register, set_threshold, stored

COUNTS = {
    ("under 5", "ASD", "F"): 20,
    ("5 to 10", "ASD", "M"): 30,
    ("5 to 10", "SLCN", "F"): 12,
    ("11 to 15", "SLCN", "M"): 14,
    ("5 to 10", "HI", "M"): 3,
    ("16 to 25", "HI", "F"): 9,
    ("16 to 25", "SLCN", "F"): 15,
}
LIST = reverse("measures:release-list")
EMPTY = (
    "Nothing has been released yet. What the Department for Education has published about Bury stands under Numbers."
)
ROLES = [Role.BOARD_MEMBER, Role.PARENT_REPRESENTATIVE, Role.ADVISER, Role.SCRUTINY_MEMBER, Role.OFFICER]


@pytest.fixture
def data_officer(council):
    return make_person(Role.DATA_OFFICER, council)


@pytest.fixture
def ehc_manager(council):
    return make_person(Role.EHC_MANAGER, council)


@pytest.fixture
def draft(data_officer):
    hold(COUNTS, {("1", "N", "F"): 7, ("2", "Y", "M"): 11}, {("5", "F"): 8})
    return make(data_officer)


@pytest.fixture
def released(draft, ehc_manager):
    return services.release_draft(release=draft, by=ehc_manager)


def cells_of(release, key):
    """``[[number or None, …] …]`` of one table as stored."""
    table = release.tables.get(key=key)
    rows = [[] for _ in table.row_labels]
    for cell in table.cells.all():
        rows[cell.row].append(cell.value)
    return dict(zip(table.row_labels, rows, strict=True))


def address(name, release):
    return reverse(f"measures:release-{name}", args=[release.pk])


def post(client, where, **fields):
    return client.post(where, hidden_fields(client.get(where).text) | fields, follow=True)


# What is made.


def test_a_draft_holds_every_table_and_where_it_comes_from(draft, data_officer):
    assert [table.key for table in draft.tables.all()] == [plan.key for plan in tables.TABLES]
    assert draft.title == "Plans on 15 January 2026; requests and ceased plans of 2025"
    assert (draft.census_on, draft.year, draft.extract_as_at) == (date(2026, 1, 15), 2025, date(2026, 3, 31))
    assert (draft.state, draft.made_by, draft.threshold, draft.is_synthetic) == ("draft", data_officer, 5, True)
    assert draft.extract_digest == f"{1:064}"


def test_by_a_register_of_schools_places_are_told_apart(data_officer):
    register({"990001": (False, "351"), "990002": (True, "351"), "990003": (True, "999"), "990004": (False, "999")})
    schools = ["990001"] * 8 + ["990002"] * 9 + ["990003"] * 10 + ["990004"] * 11 + ["990005"] * 12
    hold({("5 to 10", "ASD", "F"): 50}, schools=schools)
    draft = make(data_officer)
    assert [table.key for table in draft.tables.all()][:4] == [
        "plans-place",
        "plans-independent",
        "plans-away",
        "plans-age",
    ]
    assert not draft.tables.filter(key__startswith="plans-setting").exists()
    places = cells_of(draft, "plans-place")
    assert {label: number for label, (number,) in places.items() if number} == {
        "Independent school in the area": 9,
        "Independent school outside the area": 10,
        "Other school in the area": 8,
        "Other school outside the area, with its SEN unit and resourced provision": 11,
        "School that is not in the register of schools": 12,
        "Total": 50,
    }
    assert cells_of(draft, "plans-independent") == {
        "Independent school in the area": [9],
        "Independent school outside the area": [10],
        "All independent schools": [19],
    }
    assert cells_of(draft, "plans-away") == {
        "Independent school outside the area": [10],
        "Other school outside the area, with its SEN unit and resourced provision": [11],
        "All schools outside the area": [21],
    }
    assert (draft.schools_as_at, draft.schools_digest) == (date(2026, 2, 1), "b" * 64)
    words = "Independent schools are those of that group in DfE's register of schools as at 1 February 2026"
    assert words in draft.tables.get(key="plans-away").definition


def test_counts_of_the_tables(draft):
    assert cells_of(draft, "plans-age") == {
        "Under 5": [20],
        "5 to 10": [45],
        "11 to 15": [14],
        "16 to 25": [24],
        "26 and over": [0],
        "Not recorded": [0],
        "Total": [103],
    }
    assert cells_of(draft, "requests-outcome") == {
        "Assessment goes ahead": [11],
        "Assessment refused": [7],
        "Not yet decided": [0],
        "Withdrawn or ceased before a decision": [0],
        "Total": [18],
    }
    assert cells_of(draft, "plans-sex") == {"Female": [56], "Male": [47], "Not recorded": [0], "Total": [103]}
    assert cells_of(draft, "ceased-reason")["Transferred to another local authority"] == [8]
    school = cells_of(draft, "plans-setting")["School or other place with a school number (URN)"]
    assert school == [103]


def test_a_small_number_is_hidden_with_another_and_zero_is_shown(draft):
    of_need = cells_of(draft, "plans-need-sex")
    assert of_need["Hearing impairment"] == [None, None, 0, 12]
    assert of_need["Visual impairment"] == [0, 0, 0, 0]
    assert [row[:2] for row in of_need.values()].count([None, None]) == 2


def test_no_number_behind_a_hidden_cell_is_stored(draft):
    """Only the cell's own text column could hold one: every hidden cell of every table is empty."""
    hidden = ReleaseCell.objects.filter(table__release=draft).exclude(why_hidden="")
    assert hidden.count() > 0
    assert set(hidden.values_list("value", "published_by")) == {(None, "")}
    with pytest.raises(IntegrityError, match="measures_releasecell_hidden_has_no_value"), transaction.atomic():
        ReleaseCell.objects.create(
            table=draft.tables.first(), row=90, column=0, is_total=False, value=3, why_hidden="small"
        )


def test_down_syndrome_counts_as_other_as_dfe_publishes_it(data_officer):
    hold({("5 to 10", "DS", "F"): 6, ("5 to 10", "OTH", "F"): 7})
    assert cells_of(make(data_officer), "plans-need")["Other difficulty, with Down syndrome"] == [13]


def test_the_last_31_august_decides_on_the_age(data_officer):
    hold({("5 to 10", "ASD", "F"): 9})
    assume(WEB_CASES)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE caseload_child SET birth_on = '2014-08-31' WHERE id % 2 = 0")
        cursor.execute("UPDATE caseload_child SET birth_on = '2014-09-01' WHERE id % 2 = 1")
        cursor.execute("SELECT count(*) FROM caseload_child WHERE id % 2 = 0")
        (elders,) = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM caseload_child WHERE birth_on = '2014-08-31'")
        counted = tables.counted(date(2026, 1, 15), 2025)
    ages = {}
    for row in counted[tables.PLANS]:
        ages[row["age"]] = ages.get(row["age"], 0) + row["number"]
    assert ages == {"11 to 15": elders, "5 to 10": 9 - elders}


def test_a_published_number_is_shown_and_marked(data_officer, ehc_manager, board_member):
    publish("plan_needs.number_hi", 3, period="202526")
    hold({("5 to 10", "HI", "M"): 3, ("5 to 10", "ASD", "M"): 20})
    release = services.release_draft(release=make(data_officer), by=ehc_manager)
    assert cells_of(release, "plans-need")["Hearing impairment"] == [3]
    text = client_of(board_member).get(release.get_absolute_url()).text
    assert '3 <span class="muted mark">[a]</span>' in text
    assert "[a] Published in: Department for Education, Plans: a test. Shown as published." in text
    line = next(
        line
        for line in client_of(board_member).get(address("export", release)).content.decode().splitlines()
        if "Plans by primary need,Plans in force on 15 January 2026,Primary need,Hearing impairment" in line
    )
    assert line.endswith(',No,3,"Department for Education, Plans: a test"')


def test_a_threshold_holds_from_its_day(data_officer):
    set_threshold(10, date(2026, 5, 1))
    assert (threshold_on(date(2026, 4, 30)), threshold_on(date(2026, 5, 1))) == (5, 10)
    hold({("5 to 10", "ASD", "F"): 9})
    assert cells_of(make(data_officer), "plans-sex")["Female"] == [None]


@pytest.mark.parametrize("number", [2, 21])
def test_a_threshold_lies_in_its_range(db, number):
    with pytest.raises(IntegrityError, match="measures_releasethreshold_in_range"):
        set_threshold(number, date(2026, 5, 1))


def test_nothing_is_made_without_records_or_of_a_period_that_is_not_over(data_officer):
    with pytest.raises(services.Refused, match="No records have been loaded yet"):
        make(data_officer)
    hold(COUNTS, census_on=date(2026, 1, 15), as_at=date(2026, 1, 14))
    with pytest.raises(services.Refused, match="The period of these records is not over yet"):
        make(data_officer)


def test_there_is_one_release_of_a_period(draft, data_officer, ehc_manager):
    with pytest.raises(services.Refused, match="There is a release or a draft of this period already"):
        make(data_officer)
    services.drop(release=draft, by=ehc_manager, reason="Made too early.")
    assert make(data_officer).state == "draft"
    assert Release.objects.count() == 2


# Opened by a second person.


def test_a_second_person_releases(draft, data_officer, ehc_manager):
    with pytest.raises(services.Refused, match="A second person releases what you have made"):
        services.release_draft(release=draft, by=data_officer)
    release = services.release_draft(release=draft, by=ehc_manager)
    assert (release.state, release.released_by) == ("released", ehc_manager)
    with pytest.raises(services.Refused, match="Nothing was changed: this is released by now"):
        services.release_draft(release=draft, by=make_person(Role.ADMINISTRATOR, factories.OrganisationFactory()))


def test_one_person_in_two_roles_does_not_release_what_they_made(draft, data_officer, council):
    second = factories.MembershipFactory(person=data_officer, role=Role.EHC_MANAGER, organisation=council)
    client = client_of(data_officer)
    session = client.session
    session["acting_membership"] = second.pk
    session.save()
    assert client.get(draft.get_absolute_url()).status_code == 200
    assert client.post(address("confirm", draft), {"is_checked": "on"}).status_code == 403
    with pytest.raises(IntegrityError, match="measures_release_by_a_second_person"), transaction.atomic():
        Release.objects.filter(pk=draft.pk).update(
            state="released", released_by=data_officer, released_at="2026-11-24T09:00Z"
        )


def test_figures_published_since_ask_for_a_new_draft(draft, ehc_manager):
    publish("plan_needs.number_hi", 12, period="202526")
    with pytest.raises(services.Refused, match="Published figures were loaded after this draft was made"):
        services.release_draft(release=draft, by=ehc_manager)


# It never changes.


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE measures_release SET title = 'Other' WHERE id = %s",
        "UPDATE measures_release SET threshold = 3 WHERE id = %s",
        "UPDATE measures_release SET state = 'draft', released_by_id = NULL, released_at = NULL WHERE id = %s",
        "UPDATE measures_release SET released_at = now() + interval '1 day' WHERE id = %s",
        "DELETE FROM measures_release WHERE id = %s",
        "UPDATE measures_releasetable SET title = 'Other' WHERE release_id = %s",
        "DELETE FROM measures_releasetable WHERE release_id = %s",
        "UPDATE measures_releasecell SET value = 1 WHERE table_id IN (SELECT id FROM measures_releasetable"
        " WHERE release_id = %s) AND value IS NOT NULL",
        "DELETE FROM measures_releasecell WHERE table_id IN"
        " (SELECT id FROM measures_releasetable WHERE release_id = %s)",
    ],
)
@pytest.mark.parametrize("role", [WEB, WEB_CASES])
def test_a_release_never_changes(released, statement, role):
    assume(role)
    refused = pytest.raises(DatabaseError, match="never changes|permission denied")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [released.pk])


def test_nothing_is_added_to_what_is_released(released):
    table = released.tables.first()
    with pytest.raises(IntegrityError, match="A release never changes"), transaction.atomic():
        ReleaseCell.objects.create(table=table, row=90, column=0, is_total=False, value=3)
    fields = {"position": 99, "key": "more", "title": "More", "definition": "-", "population": "-", "row_subject": "-"}
    with pytest.raises(IntegrityError, match="A release never changes"), transaction.atomic():
        ReleaseTable.objects.create(release=released, row_labels=[], column_labels=[], **fields)


def test_nothing_starts_as_released(council, data_officer, ehc_manager):
    with pytest.raises(IntegrityError, match="A release starts as a draft"):
        Release.objects.create(
            title="-", census_on=date(2026, 1, 15), year=2025, area_code="351", extract_as_at=date(2026, 3, 31),
            extract_digest="0" * 64, threshold=5, rules_version="1", made_by=data_officer, released_by=ehc_manager,
            released_at="2026-11-24T09:00Z", state=ReleaseState.RELEASED,
        )  # fmt: skip


def test_no_table_of_releases_is_about_single_children_and_all_are_read_by_the_web_role(released):
    assume(WEB)
    assert ReleaseCell.objects.filter(table__release=released).exists()
    assert {field.name for field in ReleaseCell._meta.fields} == {
        "id", "table", "row", "column", "is_total", "value", "why_hidden", "published_by",
    }  # fmt: skip


# Corrected and withdrawn.


def test_a_correction_stands_beside_and_hides_the_same(released, data_officer, ehc_manager, board_member):
    hold(COUNTS | {("5 to 10", "HI", "M"): 8, ("5 to 10", "ASD", "M"): 31})
    made = correct(released, data_officer, "Six plans were missing.")
    assert cells_of(made, "plans-need-sex")["Hearing impairment"] == [None, None, 0, 17]
    assert set(made.tables.values_list("cells__why_hidden", flat=True)) == {"", "as_before"}
    correction = services.release_draft(release=made, by=ehc_manager)
    client = client_of(board_member)
    assert "takes the place of these tables" in client.get(released.get_absolute_url()).text
    text = client.get(correction.get_absolute_url()).text
    assert "Six plans were missing." in text
    assert "Numbers that were hidden there stay hidden here, whatever they are now." in text
    assert "Corrected by a later one" in client.get(LIST).text
    hold(COUNTS)
    with pytest.raises(services.Refused, match="This release has a correction, or a draft of one, already"):
        correct(released, data_officer)
    assert correct(correction, data_officer).supersedes == correction


def test_what_cannot_be_corrected(released, draft, data_officer):
    with pytest.raises(services.Refused, match="The records have not changed since this release was made"):
        correct(released, data_officer)
    hold(COUNTS, census_on=date(2025, 1, 16))
    with pytest.raises(services.Refused, match=r"The records held now are of another period \(16 January 2025\)"):
        correct(released, data_officer)
    hold(COUNTS)
    draft_of_correction = correct(released, data_officer)
    with pytest.raises(services.Refused, match="Only what has been released is corrected"):
        correct(draft_of_correction, data_officer)


def test_a_withdrawn_release_stays_readable_and_says_so_everywhere(released, ehc_manager, board_member):
    before = read_release(released, board_member)
    services.withdraw(release=released, by=ehc_manager, reason="Counted wrongly.")
    client = client_of(board_member)
    assert "do not use these numbers.</strong> Counted wrongly." in client.get(released.get_absolute_url()).text
    assert "Withdrawn: Counted wrongly." in client.get(LIST).text
    lines = client.get(address("export", released)).content.decode().splitlines()[1:]
    assert all("Withdrawn, do not use: Counted wrongly." in line for line in lines)
    assert [table.cells() for table in read_release(released, board_member)] == [table.cells() for table in before]
    with pytest.raises(services.Refused, match="Nothing was changed: this is withdrawn by now"):
        services.withdraw(release=released, by=ehc_manager, reason="Again.")


# Pages.


def test_nothing_released_is_said(board_member):
    text = client_of(board_member).get(LIST).text
    assert EMPTY in text
    assert "Drafts" not in text


@pytest.mark.parametrize("role", ROLES)
def test_a_draft_is_nowhere_for_readers(draft, council, role):
    client = client_of(make_person(role, council, "Reader"))
    assert draft.title not in client.get(LIST).text
    for where in (
        draft.get_absolute_url(),
        address("export", draft),
        address("confirm", draft),
        address("drop", draft),
    ):
        assert client.get(where).status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_readers_read_a_release(released, council, role):
    client = client_of(make_person(role, council, "Reader"))
    assert released.title in client.get(LIST).text
    text = client.get(released.get_absolute_url()).text
    assert "<b>Synthetic</b>" in text
    assert "Some numbers are hidden so that nobody can be recognised" in text
    assert "Plans in force on 15 January 2026, by primary need and sex" in text
    assert "Made by" not in text
    for button in ("confirm", "correct", "withdraw", "drop"):
        assert address(button, released) not in text


def test_what_lies_behind_a_draft_is_shown_only_to_those_who_may_see_cases(
    draft, data_officer, ehc_manager, administrator
):
    for person in (data_officer, ehc_manager):
        text = client_of(person).get(draft.get_absolute_url()).text
        assert '<em class="hidden-number">hidden</em> <span class="muted">(3: small number)</span>' in text
    text = client_of(administrator).get(draft.get_absolute_url()).text
    assert '<em class="hidden-number">hidden</em></td>' in text
    assert "small number)" not in text


def test_what_lies_behind_is_not_shown_once_released_or_when_other_records_are_held(draft, data_officer, ehc_manager):
    hold(COUNTS | {("5 to 10", "HI", "M"): 2})
    assume(WEB)
    text = client_of(data_officer).get(draft.get_absolute_url()).text
    assert "Other records have been loaded since it was made" in text
    assert "small number)" not in text
    services.release_draft(release=draft, by=ehc_manager)
    assert "small number)" not in client_of(data_officer).get(draft.get_absolute_url()).text


def test_the_whole_way_by_the_pages(data_officer, ehc_manager, board_member):
    hold(COUNTS)
    assume(WEB)
    maker, second, reader = map(client_of, (data_officer, ehc_manager, board_member))
    page = post(maker, reverse("measures:release-make"), note="As agreed.")
    assert "The draft is made. Look at it; a second person then releases it." in page.text
    draft = Release.objects.get()
    assert maker.get(address("confirm", draft)).status_code == 403
    assert "Confirm that you have looked at every table" in post(second, address("confirm", draft)).text
    assert Release.objects.get().state == "draft"
    page = post(second, address("confirm", draft), is_checked="on")
    assert "Released: everybody who signs in can read it now." in page.text
    assert "As agreed." in reader.get(draft.get_absolute_url()).text
    hold(COUNTS | {("5 to 10", "ASD", "M"): 4})
    assume(WEB)
    page = post(maker, address("correct", draft), note="One was counted twice.")
    assert "“Plans by primary need and sex”" in page.text
    assert "was shown and is now small" in page.text
    hold(COUNTS | {("5 to 10", "ASD", "M"): 31})
    assume(WEB)
    assert (
        "The draft of the correction is made." in post(maker, address("correct", draft), note="One was missing.").text
    )
    correction = Release.objects.get(supersedes=draft)
    assert "The draft is dropped." in post(second, address("drop", correction), reason="Not needed.").text
    assert "Say why" in post(second, address("withdraw", draft), reason=" ").text
    assert "Withdrawn." in post(second, address("withdraw", draft), reason="Counted wrongly.").text
    assert [release.state for release in Release.objects.order_by("pk")] == ["withdrawn", "dropped"]


def test_a_refusal_stands_above_the_form(draft, data_officer):
    page = post(client_of(data_officer), reverse("measures:release-make"), note="")
    assert "There is a release or a draft of this period already" in page.text


def test_an_administrator_sets_the_threshold_and_its_history_stays(released, administrator):
    client = client_of(administrator)
    where = reverse("measures:release-threshold")
    assert "must be a whole number from 3 to 20" in post(client, where, number="2").text
    post(client, where, number="10")
    assert threshold_on(today()) == 10
    assert "10 from" in client.get(where).text
    assert Release.objects.get().threshold == 5
    assert ReleaseThreshold.objects.get().recorded_by == administrator


def test_an_unknown_kind_of_download_is_not_found(released, board_member):
    assert client_of(board_member).get(address("export", released), {"format": "pdf"}).status_code == 404


def test_the_numbers_page_leads_here(board_member):
    assert f'href="{LIST}"' in client_of(board_member).get(reverse("measures:benchmarks")).text


def test_a_release_without_records_behind_is_still_read(board_member, data_officer, ehc_manager):
    release = stored(date(2020, 1, 16), by=data_officer, second=ehc_manager)
    assert client_of(board_member).get(release.get_absolute_url()).status_code == 200
