"""A sheet of people and roles from upload to what is saved, and back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Membership, Person
from apps.core.sheets import LANDINGS
from apps.imports import services
from apps.imports.models import BatchState, Outcome
from apps.imports.permissions import layouts_of
from tests import factories
from tests.cast import make_person
from tests.imports import batches
from tests.imports.batches import codes_of, sheet_of

ON = date(2026, 11, 24)
HEAD = ("Name or job title", "E-mail address", "Role", "Organisation", "From", "Until")
LEAD = ("Therapy lead", "therapy.lead@example.org", "Officer", "Bury Council", date(2026, 9, 1), None)


def uploaded(by, *rows, **fields):
    return batches.uploaded("users", by, sheet_of(HEAD, *rows), **fields)


def loaded(by, *rows, **fields):
    return batches.saved(uploaded(by, *rows, **fields), by)


def test_a_new_person_gets_a_role_and_no_password(administrator):
    batch = uploaded(administrator, LEAD)
    assert (batch.counts, codes_of(batch.rows.get())) == ({"new": 1, "all": 1, "skipped": 0}, ["person_new"])
    assert not Person.objects.filter(email="therapy.lead@example.org").exists()
    batches.saved(batch, administrator)
    assert (batch.state, batch.result) == (BatchState.APPLIED, {"new": 1, "changed": 0})
    person = Person.objects.get(email="therapy.lead@example.org")
    assert (person.name, person.is_active, person.has_usable_password()) == ("Therapy lead", True, False)
    membership = person.memberships.get()
    assert (membership.role, membership.organisation.name, membership.starts_on, membership.ends_on) == (
        "officer",
        "Bury Council",
        date(2026, 9, 1),
        None,
    )


def test_a_password_can_be_chosen_by_the_new_person(administrator, client, mailoutbox):
    loaded(administrator, LEAD)
    client.post(reverse("account_reset_password"), {"email": "therapy.lead@example.org"})
    assert [mail.to for mail in mailoutbox] == [["therapy.lead@example.org"]]


def test_a_person_keeps_the_password_and_gets_a_second_role(administrator, lead_officer):
    lead_officer.set_password("a long enough password")
    lead_officer.save()
    row = ("Other words", lead_officer.email.upper(), "Programme manager", "bury council", None, None)
    batch = uploaded(administrator, row)
    assert codes_of(batch.rows.get()) == ["name_stays", "start_missing"]
    batches.saved(batch, administrator)
    lead_officer.refresh_from_db()
    assert (lead_officer.name, lead_officer.check_password("a long enough password")) == ("Lead officer", True)
    assert sorted(lead_officer.memberships.values_list("role", flat=True)) == ["officer", "programme_manager"]


def test_the_same_sheet_again_touches_nothing(administrator):
    rows = (LEAD, ("Data lead", "data.lead@example.org", "Data officer", "Bury Council", None, date(2099, 3, 31)))
    loaded(administrator, *rows)
    again = uploaded(administrator, *rows)
    assert again.counts == {"unchanged": 2, "all": 2, "skipped": 0}
    blank = (*LEAD[:4], None, None)
    assert uploaded(administrator, blank).counts["unchanged"] == 1


def test_what_differs_is_shown_and_saved(administrator):
    loaded(administrator, LEAD)
    batch = uploaded(administrator, ("Head of therapies", *LEAD[1:5], date(2026, 12, 31)))
    assert batch.rows.get().changes == {"name": ["Therapy lead", "Head of therapies"], "ends_on": [None, "2026-12-31"]}
    batches.saved(batch, administrator)
    person = Person.objects.get(email="therapy.lead@example.org")
    assert (person.name, person.memberships.get().ends_on) == ("Head of therapies", date(2026, 12, 31))


def test_who_comes_back_after_an_end_gets_a_role_anew(administrator):
    loaded(administrator, (*LEAD[:5], date(2026, 9, 30)))
    batch = loaded(administrator, (*LEAD[:4], date(2026, 11, 1), None))
    assert batch.result == {"new": 1, "changed": 0}
    memberships = Membership.objects.filter(person__email=LEAD[1]).order_by("starts_on")
    assert list(memberships.values_list("starts_on", "ends_on")) == [
        (date(2026, 9, 1), date(2026, 9, 30)),
        (date(2026, 11, 1), None),
    ]


def test_people_whom_the_file_lacks_are_listed_and_keep_their_roles(administrator, lead_officer):
    batch = loaded(administrator, LEAD)
    assert batch.about["missing"] == [
        "Administrator (administrator@example.org)",
        "Lead officer (lead.officer@example.org)",
    ]
    assert lead_officer.memberships.get().ends_on is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({0: "A" * 201}, "too_long"),
        ({1: "nobody"}, "email_not_recognised"),
        ({1: None}, "email_missing"),
        ({2: "Emperor"}, "role_not_recognised"),
        ({2: None}, "role_missing"),
        ({3: "Nowhere Council"}, "organisation_unknown"),
        ({3: None}, "organisation_missing"),
        ({5: date(2026, 8, 1)}, "date_order"),
    ],
)
def test_what_is_wrong_keeps_the_row_out(administrator, changes, code):
    row = tuple(changes.get(place, value) for place, value in enumerate(LEAD))
    found = uploaded(administrator, row).rows.get()
    assert found.outcome == Outcome.PROBLEM
    assert code in codes_of(found)


def test_an_end_before_the_beginning_here_is_wrong_too(administrator):
    loaded(administrator, LEAD)
    row = uploaded(administrator, (*LEAD[:4], None, date(2026, 8, 1))).rows.get()
    assert (row.outcome, codes_of(row)) == (Outcome.PROBLEM, ["date_order"])


def test_one_person_has_one_name(administrator):
    batch = uploaded(administrator, LEAD, ("Other name", LEAD[1], "Data officer", *LEAD[3:]))
    assert [row.outcome for row in batch.rows.all()] == [Outcome.NEW, Outcome.PROBLEM]
    assert "name_twice" in codes_of(batch.rows.get(position=2))


def test_two_rows_are_not_about_the_same_role(administrator):
    loaded(administrator, LEAD)
    batch = uploaded(administrator, LEAD, (*LEAD[:4], date(2026, 10, 1), None))
    assert [row.outcome for row in batch.rows.all()] == [Outcome.UNCHANGED, Outcome.PROBLEM]
    assert "role_twice" in codes_of(batch.rows.get(position=2))


def test_two_roles_of_a_new_person_make_one_person(administrator):
    batch = loaded(administrator, LEAD, (LEAD[0], LEAD[1], "Data officer", *LEAD[3:]))
    assert batch.result == {"new": 2, "changed": 0}
    assert Person.objects.get(email=LEAD[1]).memberships.count() == 2
    batches.taken_back(batch, administrator)
    assert not Person.objects.filter(email=LEAD[1]).exists()


def ending(person, on=date(2026, 11, 30)):
    return (person.name, person.email, "Administrator", "Bury Council", None, on)


def test_nobody_ends_their_own_role(administrator, council):
    second = make_person("administrator", council, "Second administrator")
    batch = uploaded(administrator, ending(administrator))
    assert (batch.rows.get().outcome, codes_of(batch.rows.get())) == (Outcome.PROBLEM, ["own_role"])
    # Loaded by another administrator, it is still not theirs to save.
    batch = uploaded(second, ending(administrator))
    assert batch.counts["changed"] == 1
    batches.saved(batch, administrator)
    assert (batch.state, batch.refusal) == (
        BatchState.READ,
        "Administrator cannot end or take back their own role by a file. Nothing was saved: ask another administrator.",
    )
    batches.saved(batch, second)
    assert administrator.memberships.get().ends_on == date(2026, 11, 30)


def test_the_last_administrator_stays(administrator, council):
    second = make_person("administrator", council, "Second administrator")
    third = make_person("administrator", council, "Third administrator")
    batch = loaded(administrator, ending(second), ending(third))
    assert batch.result == {"new": 0, "changed": 2}
    row = uploaded(second, ending(administrator)).rows.get()
    assert (row.outcome, codes_of(row)) == (Outcome.PROBLEM, ["last_administrator"])
    later = (*ending(administrator)[:4], date(2099, 1, 1), None)
    assert codes_of(uploaded(second, later).rows.get()) == ["last_administrator"]


def test_the_last_administrator_stays_though_nobody_is_signed_in(administrator):
    """As from the shell, where no person loads the file."""
    row = uploaded(None, ending(administrator)).rows.get()
    assert (row.outcome, codes_of(row)) == (Outcome.PROBLEM, ["last_administrator"])
    batch = uploaded(None, LEAD)
    services.apply_into(batch, by=None, on=ON)
    assert batch.result == {"new": 1, "changed": 0}


def test_two_files_do_not_end_the_last_two_administrators(administrator, council):
    second = make_person("administrator", council, "Second administrator")
    outside = make_person("administrator", council, "Third administrator")
    Membership.objects.filter(person=outside).update(ends_on=date(2026, 12, 31))
    batch = uploaded(outside, ending(administrator), ending(second))
    assert batch.counts["changed"] == 2
    batches.saved(batch, outside)
    assert batch.refusal == ("Nobody would be left who is an administrator without an end. Nothing was saved.")
    assert not Membership.objects.filter(person__in=(administrator, second)).exclude(ends_on=None).exists()


def test_what_changed_meanwhile_is_compared_anew_and_nothing_is_saved(administrator):
    loaded(administrator, LEAD)
    batch = uploaded(administrator, (*LEAD[:5], date(2026, 12, 31)))
    Person.objects.filter(email=LEAD[1]).update(name="Head of therapies")
    batches.saved(batch, administrator)
    assert (batch.state, batch.refusal[:27]) == (BatchState.READ, "1 row was changed here afte")
    assert batch.rows.get().changes["name"] == ["Head of therapies", "Therapy lead"]


def test_taking_back_removes_what_it_added_and_restores_what_it_changed(administrator, lead_officer):
    changed = ("Lead for therapies", lead_officer.email, "Officer", "Bury Council", None, date(2099, 12, 31))
    batch = loaded(administrator, LEAD, changed)
    assert batch.result == {"new": 1, "changed": 1}
    batches.taken_back(batch, administrator)
    assert batch.state == BatchState.UNDONE
    assert not Person.objects.filter(email=LEAD[1]).exists()
    lead_officer.refresh_from_db()
    assert (lead_officer.name, lead_officer.memberships.get().ends_on) == ("Lead officer", None)


def test_taking_back_is_refused_once_somebody_signed_in(administrator):
    batch = loaded(administrator, LEAD)
    Person.objects.filter(email=LEAD[1]).update(last_login=timezone.now())
    batches.taken_back(batch, administrator)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 person has signed in since the file added them, the first of them Therapy lead. Nothing was taken back.",
    )


def test_taking_back_is_refused_once_a_role_was_changed(administrator):
    batch = loaded(administrator, LEAD)
    Membership.objects.filter(person__email=LEAD[1]).update(ends_on=date(2026, 12, 31))
    batches.taken_back(batch, administrator)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 role was changed after this file was saved, the first of them that of Therapy lead. Nothing was taken back.",
    )


def test_taking_back_is_refused_once_the_person_holds_a_post(administrator, council):
    batch = loaded(administrator, LEAD)
    factories.PostFactory(organisation=council, holder=Person.objects.get(email=LEAD[1]))
    batches.taken_back(batch, administrator)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "Something hangs on the people whom this file added. Nothing was taken back: undo that first.",
    )


def test_nobody_but_administrators_loads_people(
    administrator, programme_manager, lead_officer, board_member, parent, adviser, scrutiny_member
):
    assert "users" in [layout.name for layout in layouts_of(administrator)]
    for person in (programme_manager, lead_officer, board_member, parent, adviser, scrutiny_member):
        assert "users" not in [layout.name for layout in layouts_of(person)]


def test_the_number_of_queries_does_not_grow_with_the_rows(administrator):
    def counted(count):
        rows = [(f"Post {n}", f"post{n}.of{count}@example.org", *LEAD[2:]) for n in range(count)]
        batch = uploaded(administrator, *rows)
        with CaptureQueriesContext(connection) as queries:
            LANDINGS["users"].moved(batch)
            LANDINGS["users"].apply(batch, batch.rows.filter(outcome=Outcome.NEW), administrator, ON)
        return len(queries)

    assert counted(3) == counted(40)


def test_every_change_is_in_the_history_with_its_file(administrator):
    batch = loaded(administrator, LEAD)
    for model in (Membership, Person):
        events = model.pgh_event_model.objects.exclude(pgh_context=None).filter(pgh_context__file="users.xlsx")
        assert list(events.values_list("pgh_context__batch", flat=True)) == [batch.pk], model


def test_a_mended_row_is_saved(administrator):
    batch = uploaded(administrator, (*LEAD[:2], "Emperor", *LEAD[3:]))
    services.edit_row(batch=batch, row=batch.rows.get(), edits={"role": "Officer"})
    batch.refresh_from_db()
    batches.saved(batch, administrator)
    assert Membership.objects.get(person__email=LEAD[1]).role == "officer"
