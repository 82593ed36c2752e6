"""The list of cases as officers keep it: one row for each case."""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower
from django.urls import reverse

from apps.caseload.audit import shown
from apps.caseload.codes import NeedType
from apps.caseload.load_permissions import can_load
from apps.caseload.models import ListedCase
from apps.caseload.permissions import visible_listed, without_closed_references
from apps.core.sheets import Column, Kind, Layout, register
from apps.imports.tables import TableLanding

NEEDS = {
    NeedType.SPLD: ("spld", "specific learning difficulty", "specific learning difficulties", "specific", "dyslexia"),
    NeedType.MLD: ("mld", "moderate learning difficulty", "moderate learning difficulties", "moderate learning"),
    NeedType.SLD: ("sld", "severe learning difficulty", "severe learning difficulties", "severe learning"),
    NeedType.PMLD: (
        "pmld",
        "profound and multiple learning difficulty",
        "profound and multiple learning difficulties",
        "profound and multiple",
    ),
    NeedType.SEMH: (
        "semh",
        "social emotional and mental health",
        "social emotional mental health",
        "social, emotional and mental health",
    ),
    NeedType.SLCN: (
        "slcn",
        "speech and language",
        "speech language",
        "speech language and communication",
        "speech, language and communication",
        "speech, language and communication needs",
        "speech language and communication needs",
        "communication",
    ),
    NeedType.HI: ("hi", "hearing", "hearing impairment"),
    NeedType.VI: ("vi", "visual", "vision", "visual impairment", "vision impairment"),
    NeedType.MSI: ("msi", "multi-sensory impairment", "multi sensory impairment", "multi-sensory", "deafblind"),
    NeedType.PD: ("pd", "physical", "physical disability"),
    NeedType.ASD: (
        "asd",
        "asc",
        "autism",
        "autistic",
        "autistic spectrum disorder",
        "autism spectrum disorder",
        "autism spectrum condition",
        "autistic spectrum condition",
    ),
    NeedType.DS: ("ds", "down syndrome", "downs syndrome", "down's syndrome"),
    NeedType.OTH: ("oth", "other", "other difficulty", "other difficulty/disability"),
}
STATUSES = {
    "requested": ("requested", "request", "new request", "new", "req recd", "request received", "received"),
    "assessing": (
        "assessing",
        "assessment",
        "in assessment",
        "under assessment",
        "yes to assess",
        "agreed to assess",
        "yta",
    ),
    "draft": ("draft", "draft issued", "draft plan", "draft plan issued", "at draft"),
    "issued": (
        "final",
        "final issued",
        "final plan",
        "final plan issued",
        "issued",
        "plan issued",
        "maintained",
        "plan maintained",
        "has plan",
    ),
    "refused": ("refused", "no to assess", "nta", "refusal", "refused to assess", "declined", "not to assess"),
    "no_plan": (
        "assessed - no plan",
        "assessed no plan",
        "no plan",
        "nti",
        "no to issue",
        "not to issue",
        "refused to issue",
        "decision not to issue",
    ),
    "withdrawn": ("withdrawn", "w/drawn", "request withdrawn", "wd"),
    "ceased": ("ceased", "plan ceased", "cease", "ceased to maintain", "closed - ceased"),
}


FIELDS = (
    "reference",
    "initials",
    "dob",
    "school",
    "primary_need",
    "request_on",
    "decision_on",
    "ep_advice_on",
    "health_advice_on",
    "social_care_advice_on",
    "draft_on",
    "final_on",
    "caseworker",
    "next_review_on",
    "status",
    "notes",
)


class ListLanding(TableLanding):
    """The team's list: its rows name children, so that only those see them who load the case system's files."""

    holds_children = True
    needs_position = True
    goes_out_from = "caseload:listed-list"

    def may_import(self, user):
        return can_load(user)

    def destination(self, batch):
        return "the team's list", reverse("caseload:listed-list")

    def visible(self, rows, user):
        return without_closed_references(rows, user, "key")

    def missing(self, batch, user):
        named = batch.rows.order_by().filter(key=Lower(OuterRef("reference")))
        return visible_listed(user).exclude(Exists(named)).order_by("reference_order", "pk")

    def note_shown(self, request, page, keys):
        shown(request, page, listed=keys)


def event(field, heading, *synonyms):
    """A date on which something happened to a case, or will."""
    return Column(field, heading, Kind.DATE, synonyms=synonyms)


CASELOAD = register(
    Layout(
        "caseload",
        "Case list",
        noun="case",
        columns=(
            Column(
                "reference",
                "Our ref",
                Kind.REFERENCE,
                is_required=True,
                is_upper=True,
                if_blank="error",
                synonyms=(
                    "Reference",
                    "Ref",
                    "Case ref",
                    "Case reference",
                    "Case number",
                    "Case no",
                    "Case ID",
                    "EHCP ref",
                    "EHC ref",
                    "EHC number",
                    "ID",
                    "Ref no",
                    "System ID",
                    "Unique reference",
                    "Pupil ref",
                    "Child ref",
                ),
            ),
            Column(
                "initials",
                "Initials",
                Kind.INITIALS,
                synonyms=("Child initials", "Pupil initials", "Child's initials", "CYP"),
            ),
            Column("dob", "DOB", Kind.DATE, synonyms=("Date of birth", "D.O.B", "Birth date", "Born")),
            Column(
                "school",
                "School / setting",
                synonyms=(
                    "School",
                    "Setting",
                    "School or setting",
                    "Current school",
                    "Placement",
                    "Education setting",
                    "Provider",
                ),
            ),
            Column(
                "primary_need",
                "Primary need",
                Kind.CHOICE,
                code="need",
                choices=NEEDS,
                if_blank="warning",
                synonyms=(
                    "Need",
                    "Main need",
                    "Primary SEN",
                    "Primary type of need",
                    "Area of need",
                    "SEN type",
                    "Category of need",
                ),
            ),
            event(
                "request_on",
                "Date request received",
                "Date request rec'd",
                "Request date",
                "Date of request",
                "Request received",
                "Date requested",
                "Requested",
                "Received",
                "Date received",
                "Referral date",
            ),
            event(
                "decision_on",
                "Decision date (wk 6)",
                "Decision to assess",
                "Decision date",
                "Date of decision",
                "Week 6 decision",
                "6 week decision",
                "Assess decision",
                "Decision to assess date",
            ),
            event(
                "ep_advice_on",
                "EP advice",
                "EP report",
                "EP advice received",
                "Educational psychology advice",
                "EP date",
            ),
            event("health_advice_on", "Health advice", "Health report", "Health advice received", "Medical advice"),
            event(
                "social_care_advice_on",
                "Social care advice",
                "Social care report",
                "Social care advice received",
                "SC advice",
                "Social care",
            ),
            event(
                "draft_on", "Draft issued", "Draft plan issued", "Draft date", "Date of draft", "Draft plan", "Draft"
            ),
            event(
                "final_on",
                "Final issued",
                "Final plan issued",
                "Final date",
                "Date of final",
                "Date of final plan",
                "Final plan",
                "Final",
                "Plan issued",
                "Date issued",
            ),
            Column(
                "caseworker",
                "Caseworker",
                Kind.NAME,
                synonyms=(
                    "Case worker",
                    "Case officer",
                    "EHC officer",
                    "SEN officer",
                    "Plan coordinator",
                    "Officer",
                    "Allocated to",
                ),
            ),
            event(
                "next_review_on",
                "Next review",
                "Next annual review",
                "Annual review due",
                "AR due",
                "Review due",
                "Review date",
            ),
            Column(
                "status",
                "Status",
                Kind.CHOICE,
                choices=STATUSES,
                synonyms=("Case status", "Current status", "Stage", "Current stage"),
            ),
            Column("notes", "Notes", synonyms=("Note", "Comments", "Comment", "Commentary")),
        ),
        item_fields=("reference", "initials", "dob", "request_on"),
        happened=(
            "request_on",
            "decision_on",
            "ep_advice_on",
            "health_advice_on",
            "social_care_advice_on",
            "draft_on",
            "final_on",
        ),
        order=(("request_on", "final_on"), ("dob", "request_on")),
        past=("dob",),
    ),
    ListLanding(ListedCase, FIELDS),
)
