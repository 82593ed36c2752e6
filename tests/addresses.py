"""Rows behind every address of the site, and a form for each address that takes one, as its own page fills it in."""

from datetime import date
from html.parser import HTMLParser
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.accounts.models import Membership, Post, Role
from apps.caseload.models import Extract, ListedCase, Trial
from apps.core.access import WEB, WEB_CASES, assume
from apps.core.dates import today
from apps.imports import services as sheets
from apps.inspections.models import MonitoringEvent, Recommendation
from apps.measures.releases.services import release_draft
from apps.pip.models import ImpactPlan
from apps.plans import editing, services
from apps.plans.models import Action, Milestone, PlanType, SavedFilter
from apps.voice.models import WordingProposal
from apps.voice.services import raise_issue, say
from apps.wsoa.models import Statement
from tests import factories
from tests.board import meetings
from tests.caseload.cases import a_case
from tests.caseload.uploads import files, zipped
from tests.measures import releasing
from tests.measures.makers import a_measure, of_year
from tests.papers.makers import a_document, a_pack, a_report, as_file
from tests.voice import makers as voices

TOKEN = UUID("6f1c1d0e-0000-4000-8000-000000000001")
OF_TRIAL = ("check", "check-problems", "check-load", "check-again", "check-discard")
OF_BATCH = ("batch", "answer", "describe", "missing", "problems", "skip", "apply", "discard")
OF_LAYOUT = ("imports:upload", "imports:export", "imports:template")
OF_ACTION = ("action", "action-edit", "milestones-edit", "action-update", "evidence-add")
OF_ACTION += ("action-done", "action-close", "action-no-change")
OF_STRAND = ("strand", "strand-edit", "strand-rate", "action-add")
OF_MEASURE = ("measure", "value-add", "target-add", "dip-add")
IN_LIVE_MODE = ("request-add", "decide", "end", "issue", "cease", "overturn")
IN_LIVE_MODE += ("placement-add", "setting-add", "need-set")
OF_CASE = ("case", "case-assign", "case-close", "who-looked", *IN_LIVE_MODE)
OF_RECORD = ("record-correct", "record-take-back")
OF_LIVE_MODE = ["caseload:child-add", *(f"caseload:{name}" for name in (*IN_LIVE_MODE, *OF_RECORD))]
OF_DRAFT = ("round-edit", "round-release", "round-drop", "draft-issue-add", "entry", "draft-issue-edit")
OF_DRAFT = tuple(f"voice:{name}" for name in OF_DRAFT)
OF_PLAN = ("plan", "plan-edit", "plan-publish", "plan-share", "strand-add")


@pytest.fixture
def keys(action, lead_officer, programme_manager, media):
    """``{name of an address: its arguments}``; ``action`` is led by the lead officer, its plan is published."""
    on = today()
    finding = factories.FindingFactory()
    event = MonitoringEvent.objects.create(
        inspection=finding.inspection, kind="stocktake", name="Stocktake", held_on=on, source="Test"
    )
    recommendation = Recommendation.objects.create(event=event, number=1, text="Do.", source="Test")
    factories.MilestoneFactory(action=action, title="First step")
    asked = services.ask_extension(
        action=action, by=lead_officer, on=on, to_due_on=on.replace(year=2028), reason="Late."
    )
    update = services.record_update(action=action, by=lead_officer, on=on, narrative="So far.")
    evidence = services.add_evidence(
        action=action,
        by=lead_officer,
        on=on,
        title="Minutes",
        shows="done",
        effective_on=on,
        file=SimpleUploadedFile("notes.txt", b"What was said."),
        content_type="text/plain",
    )
    share = editing.share_plan(plan=action.plan, person=lead_officer, on=on)
    kept = SavedFilter.objects.create(owner=programme_manager, name="Late ones", query="flag=late")
    measure = a_measure("families-say-better", finding=finding)
    figure = of_year(measure, 2025, part=60, whole=100)
    led = action.leads.get()
    without = _action_of(action.strand, "PA8.7", led)
    withdrawn = _action_of(action.strand, "PA8.8", led)
    services.drop(action=withdrawn, by=None, on=on, kind="withdrawn", reason="No longer needed.")
    release, draft = _releases()
    statement = Statement.objects.create(plan=factories.PlanFactory(), required_on=on, source="Test")
    impact_plan = ImpactPlan.objects.create(plan=factories.PlanFactory(), source="Test")
    mistaken = factories.PlanFactory(is_published=False)
    said_done = _said_done(action.strand, lead_officer)
    risk = factories.RiskFactory(plan=action.plan, strand=action.strand, owner=action.leads.get())
    keys = {
        "dashboards:finding": finding.pk,
        "inspections:inspection": finding.inspection_id,
        "inspections:event": event.pk,
        "inspections:recommendation-answer": recommendation.pk,
        "wsoa:statement": statement.pk,
        "wsoa:statement-edit": statement.pk,
        "pip:impact-plan": impact_plan.pk,
        "pip:impact-plan-edit": impact_plan.pk,
        "plans:plan-delete": factories.PlanFactory(is_published=False).pk,
        "plans:strand-delete": factories.StrandFactory(plan=mistaken).pk,
        "board:risk": risk.pk,
        "board:risk-add": action.plan_id,
        "board:risk-edit": risk.pk,
        "plans:evidence-file": evidence.pk,
        "plans:evidence-release": evidence.pk,
        "plans:update-withdraw": update.pk,
        "plans:extension-ask": without.pk,
        "plans:extension-decide": asked.pk,
        "plans:extension-undo": _decided(action.strand, lead_officer, programme_manager).pk,
        "plans:action-accept": said_done.pk,
        "plans:action-reopen": withdrawn.pk,
        "plans:hand-over-person": lead_officer.pk,
        "plans:evidence-withdraw": evidence.pk,
        "plans:evidence-erase": evidence.pk,
        "plans:extension-withdraw": asked.pk,
        "plans:done-withdraw": said_done.pk,
        "plans:post-fill": factories.PostFactory(title="Nobody's post").pk,
        "plans:filter-delete": kept.pk,
        "plans:legend-edit": "at_risk",
    }
    keys |= _papers(action.plan, finding, programme_manager)
    keys |= meetings.keys_of(action, lead_officer)
    keys |= {f"measures:{name}": release.pk for name in ("release", "release-export")}
    keys |= {f"measures:release-{name}": release.pk for name in ("correct", "withdraw")}
    keys |= {f"measures:release-{name}": draft.pk for name in ("confirm", "drop")}
    keys |= {f"plans:{name}": action.pk for name in OF_ACTION}
    keys |= {f"plans:{name}": action.strand_id for name in OF_STRAND}
    keys |= {f"plans:{name}": action.plan_id for name in OF_PLAN}
    keys |= {f"measures:{name}": measure.slug for name in OF_MEASURE}
    extract, trial = _load_and_upload(lead_officer)
    keys |= {f"loads:{name}": trial.pk for name in OF_TRIAL}
    keys |= {"loads:load": extract.pk, "loads:load-problems": extract.pk}
    batch = _read_batch(action, programme_manager)
    keys |= {f"imports:{name}": batch.pk for name in OF_BATCH} | dict.fromkeys(OF_LAYOUT, "pip")
    keys["imports:undo"] = _saved_batch(action, programme_manager).pk
    keys = {name: [key] for name, key in keys.items()}
    keys |= {f"imports:{name}": [batch.pk, 1] for name in ("row", "settle")}
    keys["measures:take-back"] = ["values", figure.pk]
    keys |= _keys_of_voices(action, finding, lead_officer)
    keys["board:take-back"] = ["decision", keys["board:decision-reword"][0]]
    return keys | {"plans:plan-unshare": [action.plan_id, share.pk]} | _keys_of_a_case(lead_officer)


def _keys_of_voices(action, finding, lead_officer):
    """A draft and a released round of a voice of the lead officer's organisation, and words that wait for an answer."""
    organisation = lead_officer.acting.organisation
    speaker = voices.a_speaker(organisation=organisation)
    said = [(finding, "felt", "It is better.")]
    released = voices.a_round(speaker, said, ["Nobody rang back."])
    draft = voices.a_draft(speaker)
    say(draft=draft, finding=finding, version=0, rating="felt")
    issue = raise_issue(draft=draft, words="Letters are late.")
    wording = {"action": action, "organisation": organisation, "wording": "In other words.", "effective_on": today()}
    proposal = WordingProposal.objects.create(**wording)
    keys = {name: [draft.pk] for name in OF_DRAFT}
    keys["voice:entry"] = [draft.pk, finding.pk]
    keys["voice:draft-issue-edit"] = [draft.pk, issue.pk]
    unsigned = voices.a_speaker("Youth Forum")
    keys |= {"voice:round-add": [unsigned.pk], "voice:issue-add": [unsigned.pk], "voice:speaker": [speaker.pk]}
    keys |= {f"voice:{name}": [released.issues.get().pk] for name in ("issue", "answer-add")}
    keys |= {"voice:round": [released.pk], "voice:detail-remove": ["comment", released.ratings.get().pk]}
    return keys | {"voice:proposal-add": [action.pk], "voice:proposal-answer": [proposal.pk]}


def _papers(plan, finding, by):
    """A frozen pack, a report that came back, and a meeting that was held and is not closed."""
    held = factories.MeetingFactory(held_on=today(), updates_by=today())
    frozen = a_pack(plan, by, body="Improvement Board")
    keys = {f"papers:{name}": held.pk for name in ("meeting-pack", "report-upload")}
    keys |= {f"papers:{name}": finding.pk for name in ("evidence", "evaluate")}
    return keys | {"papers:pack-file": frozen.meeting_id, "papers:report-file": a_report(held, by).pk}


def _read_batch(action, by):
    """A tracker that was read and is not saved: one row new, one changed."""
    text = f"Ref,Action,Due date,RAG\n{action.reference},In other words,,Green\nPA1.9998,A new action,31/03/2027,\n"
    return _read(action, by, text, TOKEN)


def _saved_batch(action, by):
    batch = _read(action, by, "Ref,Priority,Action\nPA1.9997,PA1,Another new action\n")
    sheets.ask_to_apply(batch=batch, by=by, token=str(batch.token), knows_public=True)
    sheets.apply_batch(_unseen, batch.pk)
    return batch


def _read(action, by, text, token=None):
    batch = sheets.upload(
        by=by,
        layout="pip",
        file_name="tracker.csv",
        content=text.encode(),
        target={"plan": action.plan_id},
        position_on=today(),
        token=token,
    )
    sheets.read_batch(_unseen, batch.pk)
    return batch


def _unseen(done, total):
    """Nobody watches the progress."""


def _keys_of_a_case(person):
    """A case that is closed to somebody; the request goes on under the role that sees no child."""
    assume(WEB_CASES)
    case = a_case()
    closure = case.closures.create(person=person, reason="A relative.")
    step = case.steps.create(kind="draft_issued", on=case.received_on)
    line = ListedCase.objects.create(reference="TEST-1", initials="TE")
    assume(WEB)
    keys = {f"caseload:{name}": [case.pk] for name in OF_CASE}
    keys |= {f"caseload:{name}": [line.pk] for name in ("listed-case", "listed-looked")}
    keys |= {f"caseload:{name}": [case.pk, "request", case.pk] for name in OF_RECORD}
    keys |= {f"caseload:{name}": ["step", step.pk] for name in ("row-change", "row-take-back")}
    return keys | {"caseload:case-open": [case.pk, closure.pk], "caseload:row-add": [case.pk, "draft"]}


def _releases():
    """A release and a draft of earlier periods; the records now held are of a later one."""
    maker, second = factories.PersonFactory(), factories.PersonFactory()
    made = []
    for census_on in (date(2024, 1, 18), date(2025, 1, 16)):
        releasing.hold({("5 to 10", "ASD", "M"): 3}, census_on=census_on, as_at=census_on.replace(month=3))
        made.append(releasing.make(maker))
    releasing.hold({("5 to 10", "ASD", "M"): 4}, census_on=date(2026, 1, 15))
    assume(WEB)
    return release_draft(release=made[0], by=second), made[1]


def _load_and_upload(person):
    """The newest load, and an upload that was checked after it; made under the role that sees single children."""
    assume(WEB_CASES)
    extract = Extract.objects.newest()
    trial = Trial.objects.create(token=TOKEN, uploaded_by=person, state="checked", base=extract)
    assume(WEB)
    return extract, trial


def _action_of(strand, reference, post):
    made = factories.ActionFactory(strand=strand, reference=reference)
    factories.ActionLeadFactory(action=made, post=post)
    return made


def _decided(strand, asked_by, by):
    later = factories.ActionFactory(strand=strand, reference="PA8.6")
    asked = services.ask_extension(
        action=later, by=asked_by, on=today(), to_due_on=today().replace(year=2028), reason="Late."
    )
    return services.decide_extension(extension=asked, by=by, on=today(), is_approved=True)


def _said_done(strand, by):
    done = factories.ActionFactory(strand=strand, reference="PA8.9")
    services.add_evidence(
        action=done, by=None, on=today(), title="Link", shows="done", effective_on=today(), link="https://example.org/"
    )
    services.say_done(action=done, by=by, on=today(), reason="Done.")
    return done


@pytest.fixture
def good(keys, action):
    """``{name: what a person types}`` of every form of ours, good enough to be saved."""
    reason = {"reason": "As agreed."}
    shape = {"kind": "priority", "reference": "PA77", "position": "3", "title": "Another part"} | reason
    promise = {"reference": "PA1.77", "title": "Another promise", "start_on": "1/9/2026"} | reason
    plan = {"type": PlanType.objects.get().pk, "name": "Another plan", "starts_on": "1/9/2026"} | reason
    report = {
        "rating": "off_track",
        "narrative": "Late.",
        "percent_complete": "40",
        "why": "Ill.",
        "being_done": "Hire.",
    }
    report |= {"back_on": "31/1/2027", "board_ask": "Nothing", "effective_on": "2/11/2026"}
    meeting = {"body": "SEND Partnership Board", "held_on": "4/3/2027", "updates_by": "25/2/2027"}
    proof = {"title": "Minutes", "shows": "done", "effective_on": "1/11/2026", "link": "https://example.org/minutes"}
    step = Milestone.objects.get(action=action)
    steps = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "1",
        "form-0-milestone": step.pk,
        "form-0-title": "Step one",
    }
    steps |= {"form-0-due_on": "1/12/2026", "form-1-title": "Step two", "form-1-due_on": "1/2/2027"} | reason
    risk = {
        "reference": "R77",
        "title": "Nobody may apply",
        "likelihood": "4",
        "impact": "5",
        "status": "open",
    } | reason
    reader = factories.PersonFactory(name="Reader", email="reader@example.org")
    posts = {f"post_{post.pk}": reader.pk for post in Post.objects.filter(holder=keys["plans:hand-over-person"][0])}
    caseworker = factories.MembershipFactory(role=Role.EHC_CASEWORKER).person_id
    case = keys["caseload:case"][0]
    numbers = ("stale_days", "start_grace_days", "milestone_red_days", "acceptance_days", "extension_count")
    numbers += ("extension_days", "due_soon_days", "no_change_count", "strand_off_track_share", "strand_at_risk_share")
    figure = {"starts_on": "1/10/2026", "ends_on": "31/10/2026", "numerator": "61", "denominator": "100"}
    heard = {"heard_from": "1/10/2026", "heard_to": "31/10/2026", "how": "event", "how_many": "12"}
    brought = heard | {"brought_by": "Two members"}
    return {
        "voice:round-add": brought,
        "voice:issue-add": brought | {"words": "Calls are not answered."},
        "voice:round-edit": heard,
        "voice:round-release": {"is_read": "on"},
        "voice:round-drop": {},
        "voice:entry": {"rating": "not_felt", "comment": "It is not."},
        "voice:draft-issue-add": {"words": "Calls are not answered."},
        "voice:draft-issue-edit": {"words": "Letters come late.", "is_dropped": "on"},
        "voice:answer-add": {"text": "We ring back."},
        "voice:proposal-add": {"wording": "In plain words."},
        "voice:proposal-answer": {"is_accepted": "no", "reason": "It is not so."},
        "voice:detail-remove": {"detail": "better", "kind": "other", "is_sure": "on"},
        "measures:value-add": figure | {"source": "Survey of October 2026, page 3."},
        "measures:target-add": {"value": "80", "due_on": "31/3/2028", "tolerance": "5"} | reason,
        "measures:dip-add": {"starts_on": "1/12/2026", "until": "31/3/2028", "words": "New staff are trained."},
        "measures:take-back": reason,
        "measures:openness": {"is_open": "no", "decided_by": "Information-governance lead"} | reason,
        "accounts:digest": {"wants": "no"},
        "accounts:switch": {"membership": Membership.objects.get(person__name=Role.PROGRAMME_MANAGER.label).pk},
        "board:meeting-add": meeting,
        "board:meeting-edit": meeting,
        **meetings.forms_of(action),
        "board:risk-add": risk | {"reference": "R78"},
        "board:risk-edit": risk,
        "inspections:recommendation-answer": {"text": "It is done."},
        "caseload:search": {"q": "TEST"},
        "caseload:listed-search": {"q": "TEST"},
        "caseload:assign": {"cases": [f"{case}.0"], "caseworker": caseworker},
        "caseload:case-assign": {"caseworker": caseworker},
        "caseload:case-close": {"person": caseworker} | reason,
        "caseload:case-open": reason,
        "measures:release-confirm": {"is_checked": "on"},
        "measures:release-correct": {"note": "One plan was counted twice."},
        "measures:release-drop": {"reason": "Made too early."},
        "measures:release-make": {"note": "As agreed."},
        "measures:release-threshold": {"number": "10"},
        "measures:release-withdraw": {"reason": "Counted wrongly."},
        "imports:upload": {
            "file": SimpleUploadedFile("t.csv", b"Ref,Action\n1.1,To do\n"),
            "target": str(action.plan_id),
        },
        "imports:answer": {"sheets": "tracker"},
        "imports:describe": {"target": str(action.plan_id), "position_on": "9/1/2025"},
        "imports:row": {"action": "In yet other words"},
        "imports:settle": {},
        "imports:skip": {"row": "1"},
        "imports:apply": {"token": str(TOKEN), "knows_public": "on"},
        "imports:undo": reason,
        "imports:discard": {},
        "loads:upload": {"files": zipped(files())},
        "loads:check-load": {"token": str(TOKEN)},
        "loads:check-again": {},
        "loads:check-discard": {},
        "caseload:row-add": {"on": "9/1/2025"},
        "caseload:row-change": {"on": "9/1/2025", "why": "Another day."},
        "caseload:row-take-back": reason,
        **dict.fromkeys(OF_LIVE_MODE, {}),
        "papers:evaluate": {"text": "We are half way."},
        "papers:meeting-pack": {"plan": action.plan_id, "is_sure": "on"},
        "papers:report-upload": {"file": as_file(a_document())},
        "plans:plan-add": plan,
        "plans:plan-edit": plan,
        "plans:plan-delete": {},
        "plans:strand-delete": {},
        "pip:impact-plan-edit": {"submitted_on": "1/11/2026"} | reason,
        "wsoa:statement-edit": {"required_on": "1/10/2026"} | reason,
        "plans:plan-publish": {"effective_on": "1/11/2026", "note": "As agreed."},
        "plans:plan-share": {"person": reader.pk},
        "plans:plan-unshare": {},
        "plans:strand-add": shape,
        "plans:strand-edit": shape,
        "plans:strand-rate": {"rating": "off_track", "narrative": "Two are late."},
        "plans:action-add": promise | {"original_due_on": "31/3/2027"},
        "plans:action-edit": promise | {"is_critical": "on"},
        "plans:milestones-edit": steps,
        "plans:action-update": report,
        "plans:action-no-change": {"version": action_version(keys)},
        "plans:extension-ask": {"to_due_on": "30/6/2028"} | reason,
        "plans:evidence-add": proof,
        "plans:evidence-release": {},
        "plans:action-done": {"done_on": "1/11/2026"} | reason,
        "plans:extension-undo": reason,
        "plans:action-accept": {"decision": "accepted"} | reason,
        "plans:action-close": {"kind": "merged", "takes_its_place": keys["plans:extension-ask"][0]} | reason,
        "plans:action-reopen": reason,
        "plans:update-withdraw": reason,
        "plans:extension-decide": {"is_approved": "yes"} | reason,
        "plans:bulk-update": {"actions": [action.pk], "narrative": "All of them.", "rating": ""},
        "plans:hand-over-person": posts | {"ends_memberships": "on", "confirms": "yes"} | reason,
        "plans:evidence-withdraw": reason,
        "plans:evidence-erase": {"is_sure": "on"} | reason,
        "plans:done-withdraw": reason,
        "plans:extension-withdraw": reason,
        "plans:post-fill": {"holder": reader.pk} | reason,
        "plans:thresholds": dict.fromkeys(numbers, "7") | reason,
        "plans:legend-edit": {"word": "Late", "shape": "■", "meaning": "Will be late."} | reason,
        "plans:filter-save": {"name": "Mine", "query": "flag=mine", "is_shared": "on"},
        "plans:filter-delete": {},
    }


def action_version(keys):
    return Action.objects.get(pk=keys["plans:action-update"][0]).version


class _HiddenFields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields = {}

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.fields.setdefault(found["name"], found.get("value") or "")


def hidden_fields(text):
    """What a page's forms carry without being typed: versions, tokens, counts of rows."""
    parser = _HiddenFields()
    parser.feed(text)
    parser.fields.pop("csrfmiddlewaretoken", None)
    return parser.fields
