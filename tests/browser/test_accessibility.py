"""axe on every distinct page with Bury's data and the demonstration; nothing may scroll sideways."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.board import services as board
from apps.board.models import Meeting
from apps.core.access import working_as
from apps.core.dates import today
from apps.dashboards import bury, demonstration
from apps.inspections.models import Finding, Inspection, MonitoringEvent, Recommendation
from apps.measures.models import Release
from apps.measures.releases.services import release_draft
from apps.pip.models import ImpactPlan
from apps.plans.models import Action, Evidence, Extension, Plan, StatusUpdate
from apps.voice.models import WordingProposal
from apps.voice.services import raise_issue, say
from apps.wsoa.models import Statement
from tests import factories
from tests.board import meetings
from tests.cast import make_person
from tests.measures import releasing
from tests.site import follow
from tests.voice import makers

pytestmark = pytest.mark.browser
AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "long enough for us"
# Both widths for the pages that people use most; the wide one for the others.
MAIN = ("dashboards:my-actions", "dashboards:board", "dashboards:families", "dashboards:finding", "plans:action-list")
MAIN += ("plans:action", "plans:action-update", "plans:strand", "measures:benchmarks", "account_login")
MAIN += ("measures:release-list", "measures:release")
MAIN += ("measures:measure-list", "measures:measure", "board:risk-list", "board:risk", "board:risk-edit")
MAIN += ("voice:said", "voice:round", "voice:entry", "voice:round-release", "voice:issue-list", "voice:answer-add")
MAIN += ("board:meeting-list", "board:meeting", "board:log", "board:round", "board:quarter")


def addresses(people):
    """``{name: (role, address)}`` of every distinct page that a person opens."""
    demo = Plan.objects.get(is_demonstration=True)
    action = Action.objects.get(plan=demo, reference="PA2.2")
    waiting = Action.objects.get(plan=demo, reference="PA6.2")
    closed = Action.objects.get(plan=demo, reference="PA1.2")
    strand = action.strand
    risk = factories.RiskFactory(plan=demo, strand=strand, likelihood_after=2, impact_after=3, score_after=6)
    held = factories.MeetingFactory(body="Improvement Board", held_on=today(), updates_by=today())
    key = {
        "dashboards:finding": Finding.objects.get(reference="A7").pk,
        "inspections:inspection": Inspection.objects.get(key="2024").pk,
        "inspections:event": MonitoringEvent.objects.get(name__startswith="Second").pk,
        "inspections:recommendation-answer": Recommendation.objects.get().pk,
        "wsoa:statement": Statement.objects.get().pk,
        "pip:impact-plan": ImpactPlan.objects.get(plan=demo).pk,
        "plans:plan": Plan.objects.get(type__code="psv").pk,
        "plans:plan-share": demo.pk,
        "plans:plan-publish": demo.pk,
        "plans:plan-edit": demo.pk,
        "plans:strand": strand.pk,
        "plans:strand-rate": strand.pk,
        "plans:action-add": strand.pk,
        "plans:action-accept": waiting.pk,
        "plans:action-reopen": closed.pk,
        "plans:extension-decide": Extension.objects.undecided().get().pk,
        "plans:update-withdraw": StatusUpdate.objects.filter(action=action).first().pk,
        "plans:evidence-release": Evidence.objects.first().pk,
        "plans:legend-edit": "at_risk",
        **of_meetings(strand),
        "board:risk": risk.pk,
        "board:risk-add": demo.pk,
        "board:risk-edit": risk.pk,
        "papers:meeting-pack": held.pk,
        "papers:report-upload": held.pk,
        "papers:evidence": Finding.objects.get(reference="PA6").pk,
        "papers:evaluate": Finding.objects.get(reference="PA6").pk,
        "measures:measure": "demonstration-amended-plans",
        "measures:value-add": "plans-20-weeks",
        "measures:target-add": "plans-20-weeks",
        "measures:dip-add": "plans-20-weeks",
    }
    release, draft = Release.objects.get(state="released").pk, Release.objects.get(state="draft").pk
    key |= {"measures:release": release, "measures:release-withdraw": release, "measures:release-correct": release}
    key |= {"measures:release-confirm": draft, "measures:release-drop": draft}
    of_action = ("action", "action-update", "milestones-edit", "extension-ask", "evidence-add", "action-done")
    key |= {f"plans:{name}": action.pk for name in (*of_action, "action-close", "action-edit")}
    manager = ["dashboards:finding-list", "plans:plan-list", "plans:approvals", "plans:hand-over", "plans:bulk-update"]
    manager += ["plans:how-ratings-work", "plans:action-list", "inspections:event-list", "inspections:glossary"]
    manager += [
        "board:meeting-list",
        "board:risk-list",
        "board:risk-plan",
        "papers:paper-list",
        "papers:draft",
        "papers:scrutiny-report",
        "board:log",
        "board:round",
        "measures:benchmarks",
        "measures:measure-list",
        "accounts:switch",
        "core:about",
        "core:accessibility",
        "account_change_password",
    ]
    pages = {name: (Role.PROGRAMME_MANAGER, name) for name in (*manager, *key)}
    of_administrator = ["plans:legend-edit", "plans:thresholds", "measures:openness", "measures:release-threshold"]
    of_administrator += ["measures:release-confirm", "measures:release-withdraw"]
    pages |= {name: (Role.ADMINISTRATOR, name) for name in of_administrator}
    of_data = ["measures:release-list", "measures:release-make", "measures:release-correct", "measures:release-drop"]
    pages |= {name: (Role.DATA_OFFICER, name) for name in of_data}
    pages["measures:release"] = (Role.BOARD_MEMBER, "measures:release")
    pages["dashboards:board"] = (Role.BOARD_MEMBER, "dashboards:board")
    pages["dashboards:families"] = (Role.PARENT_REPRESENTATIVE, "dashboards:families")
    pages["dashboards:my-actions"] = (Role.OFFICER, "dashboards:my-actions")
    keys_of_voices, of_voices = voices(people, action)
    key |= keys_of_voices
    pages |= {name: (role, name) for name, role in of_voices.items()}
    pages["board:strand-sign"] = (Role.OFFICER, "board:strand-sign")
    pages["account_login"] = (None, "account_login")
    pages["account_reset_password"] = (None, "account_reset_password")
    args = {name: key[name] if isinstance(key.get(name), list) else [key[name]] for name in key}
    return {name: (role, reverse(name, args=args.get(name, []))) for name, (role, _) in pages.items()}


def voices(people, action):
    """Keys and readers of the pages of what families say: a draft, a released round, an answer, proposed words."""
    representative = people[Role.PARENT_REPRESENTATIVE]
    organisation = representative.acting.organisation
    speaker = makers.a_speaker("Forum of the test", organisation)
    finding = Finding.objects.get(reference="PA3")
    draft = makers.a_draft(speaker, representative)
    say(draft=draft, finding=finding, version=0, rating="starting", comment="A little.")
    issue = raise_issue(draft=draft, words="Letters are late.")
    released = makers.a_round(speaker, [(finding, "felt", "It is better.")], ["Nobody rang back."])
    raised = released.issues.get()
    published = Action.objects.filter(plan__is_published=True, plan__is_demonstration=False, plan__closed_on=None)
    real = published.first() or action
    wording = {"organisation": organisation, "wording": "In other words.", "effective_on": today()}
    proposal = WordingProposal.objects.create(action=real, **wording)
    keys = {f"voice:{name}": [draft.pk] for name in ("round-edit", "round-release", "round-drop", "draft-issue-add")}
    keys |= {"voice:entry": [draft.pk, finding.pk], "voice:draft-issue-edit": [draft.pk, issue.pk]}
    keys |= {"voice:round-add": speaker.pk, "voice:issue-add": speaker.pk, "voice:round": draft.pk}
    written = dict.fromkeys((*keys, "voice:said", "voice:proposal-list"), Role.PARENT_REPRESENTATIVE)
    if published.exists():
        keys |= {"voice:proposal-add": real.pk, "voice:proposal-answer": proposal.pk}
        written |= {"voice:proposal-add": Role.PARENT_REPRESENTATIVE, "voice:proposal-answer": Role.PROGRAMME_MANAGER}
    keys |= {"voice:issue": raised.pk, "voice:answer-add": raised.pk, "voice:speaker": speaker.pk}
    keys["voice:detail-remove"] = ["comment", released.ratings.get().pk]
    read = dict.fromkeys(("voice:issue", "voice:answer-add"), Role.OFFICER)
    read |= {"voice:issue-list": Role.BOARD_MEMBER, "voice:speaker": Role.SCRUTINY_MEMBER}
    return keys, written | read | {"voice:detail-remove": Role.ADMINISTRATOR}


def of_meetings(strand):
    """``{name: key}`` of the demonstration's last meeting, with what is recorded of it, and of its round."""
    held, coming = Meeting.objects.filter(held_on__lt=today()).first(), Meeting.objects.next_after(today())
    post = factories.Post.objects.filter(council_strands=strand).get()
    by = factories.Person.objects.get(name=Role.OFFICER.label)
    factories.Post.objects.filter(pk=post.pk).update(holder=by)
    meetings.a_paper(held, title="Report")
    action = strand.actions.filter(state="open").first()
    challenge = board.challenge_rating(action=action, by=by, on=today(), words="Three dates were missed.")
    question = held.questions.get()
    keys = {f"board:{name}": held.pk for name in (*meetings.OF_HELD, "meeting")}
    return keys | {
        "board:meeting-edit": coming.pk,
        "board:question-add": coming.pk,
        "board:item-edit": held.items.first().pk,
        "board:item-delete": held.items.first().pk,
        "board:question-rule": question.pk,
        "board:question-answer": question.pk,
        "board:decision-reword": held.decisions.first().pk,
        "board:log-note": held.logged_actions.first().pk,
        "board:correction-add": meetings.a_closed_meeting(by, days=-200).pk,
        "board:challenge-add": action.pk,
        "board:challenge-answer": challenge.pk,
        "board:strand-sign": strand.pk,
        "board:quarter": Plan.objects.get(type__code="psv").pk,
    }


def problems(page):
    """What axe finds, and whether the page is wider than the screen."""
    page.evaluate(AXE.read_text())
    wanted = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = page.evaluate("wanted => axe.run(document, wanted)", wanted)["violations"]
    texts = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        texts.append("scrolls sideways")
    return texts


def test_no_page_has_a_problem(open_page, committed_db):
    with working_as():
        bury.load_all()
        bury.load_statistics()
        bury.load_measures()
        demonstration.load(today())
        council = factories.Organisation.objects.get(name="Bury Metropolitan Borough Council")
        people = {role: make_person(role, council) for role in Role}
        for person in people.values():
            person.set_password(PASSWORD)
            person.save()
        make_releases(people)
        posts = factories.Post.objects.filter(title__in=["Principal Educational Psychologist", "EOTAS Coordinator"])
        posts.update(holder=people[Role.OFFICER])
        pages = addresses(people)
    found = {}
    for width in (1280, 375):
        browsers = {}
        for name, (role, address) in pages.items():
            if width == 375 and name not in MAIN:
                continue
            if role not in browsers:
                browsers[role] = open_page(width=width)
                if role:
                    sign_in(browsers[role], people[role])
            page = browsers[role]
            response = page.goto(address)
            assert (name, response.status) == (name, 200)
            wrong = problems(page)
            if wrong:
                found[f"{name} at {width}"] = wrong
    assert found == {}


def test_the_menu_of_every_role_stands_on_one_line(open_page, committed_db):
    with working_as():
        factories.make_legend()
        council = factories.OrganisationFactory(name="Bury Council")
        people = {role: make_person(role, council) for role in Role}
        for person in people.values():
            person.set_password(PASSWORD)
            person.save()
    for role, person in people.items():
        page = open_page()
        sign_in(page, person)
        page.goto("/findings/")
        places = [link.bounding_box()["y"] for link in page.locator(".top__nav > a, .top__more summary").all()]
        assert (role, len(set(places))) == (role, 1)


def test_more_of_the_menu_is_opened_without_scripts_and_by_keys(open_page, committed_db):
    with working_as():
        manager = make_person(Role.PROGRAMME_MANAGER, factories.OrganisationFactory(name="Bury Council"))
        manager.set_password(PASSWORD)
        manager.save()
    for scripts in (True, False):
        page = open_page(scripts=scripts)
        sign_in(page, manager)
        more, link = page.get_by_text("More", exact=True), page.get_by_role("link", name="Leavers")
        expect(link).to_have_count(0)
        more.focus()
        page.keyboard.press("Enter")
        expect(link).to_be_visible()
        if scripts:
            assert problems(page) == []
            page.keyboard.press("Tab")
            page.keyboard.press("Escape")
            expect(link).to_have_count(0)
            expect(more).to_be_focused()
            more.click()
        follow(link)
        expect(page.get_by_role("heading", name="Leavers")).to_be_visible()
        expect(page.locator(".top__more .is-current")).to_have_count(1)


def make_releases(people):
    """A release with hidden and published numbers, and a draft."""
    counts = {("5 to 10", "ASD", "M"): 20, ("5 to 10", "HI", "M"): 3, ("11 to 15", "HI", "F"): 9}
    releasing.publish("plan_needs.number_hi", 12, period="202526")
    releasing.hold(counts)
    made = releasing.make(people[Role.DATA_OFFICER])
    release_draft(release=made, by=people[Role.EHC_MANAGER])
    releasing.hold(counts, census_on=date(2025, 1, 16))
    releasing.make(people[Role.DATA_OFFICER])


def sign_in(page, person):
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Sign in"))
