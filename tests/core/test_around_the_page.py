"""What stands around every page: the menu, who can be asked, and what is not said."""

from django.test import Client
from django.urls import reverse

from tests import factories
from tests.cast import client_of


def test_the_menu_folds_away_behind_the_page_one_is_on(action, board_member):
    text = client_of(board_member).get(reverse("plans:plan-list")).text
    menu = text.split('<details class="top__menu">')[1].split("</details>")[0]
    assert "<summary>Menu: Plans</summary>" in menu
    links = text.split('<nav class="top__nav"')[1].split("</nav>")[0]
    assert menu.count("<a ") == links.count("<a ") == 11


def test_what_a_role_needs_least_often_stands_under_more(legend, programme_manager, board_member):
    text = client_of(programme_manager).get(reverse("plans:hand-over")).text
    links = text.split('<nav class="top__nav"')[1].split("</nav>")[0]
    shown, more = links.split('<details class="top__more"><summary class="is-current">More</summary>')
    assert [part.split(">")[1].split("<")[0] for part in more.split("<a ")[1:]] == [
        "Monitoring",
        "Spreadsheets",
        "Leavers",
    ]
    assert shown.count("<a ") == 11
    assert 'aria-current="page">Leavers</a>' in more
    menu = text.split('<details class="top__menu">')[1].split("</details>")[0]
    assert "<summary>Menu: Leavers</summary>" in menu
    assert menu.count("<a ") == 14
    assert "top__more" not in client_of(board_member).get(reverse("plans:plan-list")).text


def test_signing_in_is_not_announced(board_member):
    board_member.set_password("a long enough password")
    board_member.save()
    typed = {"login": board_member.email, "password": "a long enough password"}
    text = Client().post(reverse("account_login"), typed, follow=True).text
    assert "Are we on track?" in text
    assert "notification-banner" not in text


def test_whom_to_tell_is_named_where_it_is_known(settings, db):
    settings.CONTACT = ""
    page = reverse("core:accessibility")
    assert "The council has not given an address for this site yet" in Client().get(page).text
    settings.CONTACT = "send@council.example"
    text = Client().get(page).text
    assert "Tell the council’s SEND team: send@council.example." in text
    assert "has not given an address" not in text


def test_a_page_of_monitoring_without_events_says_what_would_stand_there(board_member, adviser):
    page = reverse("inspections:event-list")
    text = client_of(board_member).get(page).text
    assert "only administrators, programme managers and advisers see them" in text
    assert f'href="{reverse("dashboards:finding-list")}">What inspectors found' in text
    assert "None is recorded yet." in client_of(adviser).get(page).text


def test_an_event_without_date_or_text_says_so(adviser):
    finding = factories.FindingFactory()
    event = finding.inspection.monitoring_events.create(kind="improvement_notice", name="Notice", source="Minutes")
    text = client_of(adviser).get(reverse("inspections:event", args=[event.pk])).text
    assert "Its date was not found" in text
    assert "No letter or text of it is held either." in text
