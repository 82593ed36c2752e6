"""The modules and columns of the SEN2 return, and where each goes; everything else of this package follows it.

Names are those of the CSV files; ``aliases`` are the tags of the XML, the headings of the Excel template and spellings
that were seen. Sources: the field list put together from MastodonC/witan.sen2 and Data to Insight's code.
"""

from dataclasses import dataclass

from apps.caseload import codes, models


@dataclass(frozen=True)
class Column:
    """One column: ``kind`` is text, date, code, flag or int; ``choices`` the code set of a code."""

    name: str
    field: str
    kind: str = "text"
    choices: object = None
    aliases: tuple = ()
    is_required: bool = False


@dataclass(frozen=True)
class Module:
    """One file: its own id, the id of the record it hangs on, and its columns."""

    name: str
    title: str
    model: object
    key: Column
    columns: tuple
    parent: str = ""
    parent_key: Column | None = None

    @property
    def parent_field(self):
        """The model's field of the record it hangs on, or None."""
        return self.parent_key.field if self.parent_key else None

    @property
    def all_columns(self):
        return (self.key, *((self.parent_key,) if self.parent_key else ()), *self.columns)


def own_id(name, *aliases):
    return Column(name, "key", is_required=True, aliases=aliases)


def flag(name, field, *aliases):
    return Column(name, field, "flag", aliases=aliases)


def day(name, field, *aliases, is_required=False):
    """A date; ``is_required`` asks for the column, not for a date in each of its cells."""
    return Column(name, field, "date", aliases=aliases, is_required=is_required)


def code(name, field, choices, *aliases, is_required=False):
    return Column(name, field, "code", choices, aliases, is_required)


def place():
    """The columns by which a setting is named."""
    return (
        Column("urn", "urn", aliases=("URN - Unique Reference Number",)),
        Column("ukprn", "ukprn", aliases=("UKPRN - UK Provider Reference Number",)),
        code("sensetting", "setting", codes.Setting, "SEN Setting - Establishment type"),
        Column("sensettingother", "setting_other", aliases=("SEN Setting - Other",)),
        code("placementrank", "rank", codes.Rank, "Placement Rank", "Placement Rank (1=Primary 2=Secondary)"),
    )


def provision():
    """The columns that say in which part of a school."""
    return (
        flag("senunitindicator", "is_sen_unit", "SEN Unit Indicator"),
        flag("resourcedprovisionindicator", "is_resourced_provision", "Resourced Provision Indicator"),
    )


PERSON = Module(
    "person",
    "Person",
    models.Child,
    own_id("persontableid", "Person ID"),
    (
        Column("surname", "surname"),
        Column("forename", "forename"),
        day("personbirthdate", "birth_on", "Date of Birth (ccyy-mm-dd)", is_required=True),
        code("sex", "sex", codes.Sex, "gendercurrent"),
        Column("ethnicity", "ethnicity"),
        Column("postcode", "postcode", aliases=("Post Code",)),
        Column("upn", "upn", aliases=("UPN - Unique Pupil Number",)),
        Column("uniquelearnernumber", "uln", aliases=("ULN - Young Persons Unique Learner Number",)),
        code("upnunknown", "upn_unknown", codes.UpnUnknown, "UPN and ULN unavailable - Reason"),
    ),
)
REQUESTS = Module(
    "requests",
    "Request",
    models.Request,
    own_id("requeststableid", "Requests record ID"),
    (
        day("receiveddate", "received_on", "Date request was received", is_required=True),
        code(
            "requestsource",
            "source",
            codes.RequestSource,
            "rquestsource",
            "Source of request for an EHC needs assessment",
        ),
        flag("rya", "is_in_youth_accommodation", "Initial Request Whilst In RYA"),
        day("requestoutcomedate", "outcome_on", "Request Outcome Date", is_required=True),
        code("requestoutcome", "outcome", codes.RequestOutcome, "Request Outcome", is_required=True),
        flag("requestmediation", "had_mediation", "Request Mediation"),
        flag("requesttribunal", "had_tribunal", "Request Tribunal"),
        Column(
            "exported",
            "exported",
            aliases=("Exported - Child or young person moves out of LA before assessment is completed",),
        ),
    ),
    "person",
    Column("persontableid", "child", is_required=True, aliases=("Person ID",)),
)
ASSESSMENT = Module(
    "assessment",
    "Assessment",
    models.Assessment,
    own_id("assessmenttableid"),
    (
        code(
            "assessmentoutcome",
            "outcome",
            codes.AssessmentOutcome,
            "Assessment Outcome - Decision to issue EHC plan",
            is_required=True,
        ),
        day("assessmentoutcomedate", "outcome_on", "Assessment Outcome Date", is_required=True),
        flag("assessmentmediation", "had_mediation", "Assessment Mediation"),
        flag("assessmenttribunal", "had_tribunal", "Assessment Tribunal"),
        flag("othermediation", "had_other_mediation", "Other Mediation"),
        flag("othertribunal", "had_other_tribunal", "Other Tribunal"),
        flag("week20", "has_exception", "Twenty week time limit exceptions apply"),
    ),
    "requests",
    Column("requeststableid", "request", is_required=True, aliases=("Requests record ID",)),
)
NAMED_PLAN = Module(
    "namedplan",
    "Named plan",
    models.NamedPlan,
    own_id("namedplantableid"),
    (
        day("startdate", "starts_on", "EHC Plan Start Date", is_required=True),
        code("planres", "residential", codes.Residential, "Residential Settings"),
        Column("planwbp", "work_based", aliases=("planwpb", "Work Based Learning Activity")),
        flag("pb", "has_personal_budget", "Personal Budget taken up"),
        flag("oa", "has_organised_arrangements", "Personal Budget - Organised Arrangements"),
        Column("dp", "direct_payments", aliases=("Personal Budget - Direct Payments",)),
        day("ceasedate", "ceased_on", "Date EHC plan ceased", is_required=True),
        code("ceasereason", "cease_reason", codes.CeaseReason, "Reason EHC plan ceased"),
    ),
    "assessment",
    Column("assessmenttableid", "assessment", is_required=True),
)
PLAN_DETAIL = Module(
    "plandetail",
    "Plan detail",
    models.PlanDetail,
    own_id("plandetailtableid"),
    (*place(), *provision()),
    "namedplan",
    Column("namedplantableid", "named_plan", is_required=True),
)
ACTIVE_PLANS = Module(
    "activeplans",
    "Active plan",
    models.ActivePlan,
    own_id("activeplanstableid"),
    (
        Column(
            "transferla",
            "transferred_from",
            aliases=("EHC Plan transferred in from another LA during calendar year",),
        ),
        day("reviewmeeting", "review_meeting_on", "Annual Review Meeting Date"),
        Column("reviewoutcome", "review_outcome", aliases=("Annual Review Decision",)),
        day("lastreview", "decided_on", "EHC Plan Review Decisions Date"),
        day("reviewdraft", "amended_draft_on", "Annual review - date draft amended EHC plan issued"),
        day("phasetransferduedate", "transfer_due_on", "Phase transfer review - due date for any amended plan"),
        day("phasetransferfinaldate", "transfer_final_on", "Phase transfer review - final plan date"),
    ),
    "requests",
    Column("requeststableid", "request", is_required=True, aliases=("Requests record ID",)),
)
PLACEMENT = Module(
    "placementdetail",
    "Placement",
    models.Placement,
    own_id("placementdetailtableid"),
    (
        *place(),
        day("entrydate", "entered_on", "Placement Start Date"),
        day("leavingdate", "left_on", "Placement Leaving Date"),
        *provision(),
        code("res", "residential", codes.Residential, "Residential Settings"),
        Column("wbp", "work_based", aliases=("wpb", "Work Based Learning Activity")),
    ),
    "activeplans",
    Column("activeplanstableid", "active_plan", is_required=True),
)
NEED = Module(
    "senneed",
    "SEN need",
    models.Need,
    own_id("senneedtableid"),
    (
        code("sentype", "type", codes.NeedType, "SEN Type of Need", is_required=True),
        code("sentyperank", "rank", codes.Rank, "SEN Type of Need rank", is_required=True),
    ),
    "activeplans",
    Column("activeplanstableid", "active_plan", is_required=True),
)
# In the order in which they must be loaded: a record comes after the one that it hangs on.
MODULES = (PERSON, REQUESTS, ASSESSMENT, NAMED_PLAN, PLAN_DETAIL, ACTIVE_PLANS, PLACEMENT, NEED)
BY_NAME = {module.name: module for module in MODULES}
# The header record, one line: its columns in order, each with its other spellings.
HEADER = {
    "collection": ("Collection Name",),
    "year": (),
    "referencedate": ("Reference Date",),
    "sourcelevel": ("Source Level",),
    "lea": ("LA Number",),
    "softwarecode": ("Software Code",),
    "release": (),
    "serialno": ("Serial Number",),
    "datetime": ("Date & Time (ccyy-mm-ddThh:mm:ss)", "Date & Time"),
    "dmo": ("Designated Medical Officer",),
    "dco": ("Designated Clinical Officer",),
    "dsco": ("Designated Social Care Officer",),
}
# How the files may be called, after any beginning such as “Blade-Export_01-04-2025_”.
FILE_NAMES = {
    "sen2": ("sen2", "header", "header record"),
    "person": ("person", "persons"),
    "requests": ("requests", "request"),
    "assessment": ("assessment", "assessments"),
    "namedplan": ("named plan", "named plans"),
    "plandetail": ("plan detail", "plan details"),
    "activeplans": ("active plans", "active plan"),
    "placementdetail": ("placement detail", "placement details"),
    "senneed": ("sen need", "sen needs"),
}
