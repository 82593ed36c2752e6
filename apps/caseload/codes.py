"""The code sets of the SEN2 return (Department for Education) in words; ``docs/caseload.md`` names the source.

Where a code set was not found in public sources (review outcome, work-based placement, direct payments), the field is
text and any value is kept as it came.
"""

from django.db import models


class RequestOutcome(models.TextChoices):
    ASSESS = "Y", "Assessment goes ahead"
    REFUSED = "N", "Assessment refused"
    AWAITED = "A", "Not yet decided"
    WITHDRAWN = "W", "Withdrawn or ceased before a decision"
    HISTORICAL = "H", "Decided before the collection period"


class AssessmentOutcome(models.TextChoices):
    ISSUE = "Y", "Plan issued"
    NO_PLAN = "N", "No plan"
    AWAITED = "A", "Not yet decided"
    WITHDRAWN = "W", "Withdrawn or ceased before a decision"
    HISTORICAL = "H", "Decided before the collection period"


class RequestSource(models.TextChoices):
    FAMILY = "1", "Young person or parent"
    SCHOOL = "2", "School or other setting"
    HEALTH = "3", "Health"
    SOCIAL_CARE = "4", "Social care"
    OTHER = "5", "Other"


class UpnUnknown(models.TextChoices):
    UNDER_SIX = "UN1", "Under 6, no UPN yet"
    NEVER_STATE_FUNDED = "UN2", "Never in a state-funded school in England"
    OUTSIDE_ENGLAND = "UN3", "Educated outside England"
    SOURCES_DISAGREE = "UN5", "Sources disagree"
    NEW_TO_AREA = "UN8", "New to the local authority"
    YOUNG_PERSON = "UN9", "Young person, never in a state-funded school"
    REQUEST_ENDED = "UN10", "The request ended before it was known"


class Sex(models.TextChoices):
    FEMALE = "F", "Female"
    MALE = "M", "Male"


class Residential(models.TextChoices):
    WEEKS_38_TO_51 = "A", "38 to 51 weeks"
    WEEKS_52 = "B", "52 weeks"


class Setting(models.TextChoices):
    """Used only where there is no URN or UKPRN."""

    OTHER_BY_COUNCIL = "OLA", "Other arrangement by the local authority (EOTAS, section 61)"
    OTHER_BY_PARENTS = "OPA", "Other arrangement by the parents, not home education"
    HOME_EDUCATED = "EHE", "Educated at home by choice"
    EARLY_YEARS = "EYP", "Early years provider without a URN"
    OTHER = "OTH", "Other, including a plan that names only a type"
    NEET = "NEET", "Not in education, employment or training (16 to 25)"
    NOTICE_TO_CEASE = "NIEC", "Not in education, notice to cease issued"
    NOT_IN_EDUCATION = "NIEO", "Not in education, other"


class SettingKind(models.TextChoices):
    """What lists narrow by: a school has a URN, a provider for over-16s a UKPRN, everything else its own code."""

    SCHOOL = "school", "School (URN)"
    PROVIDER = "provider", "College or provider (UKPRN)"
    OTHER_BY_COUNCIL = "OLA", "Other arrangement by the local authority (EOTAS)"
    OTHER_BY_PARENTS = "OPA", "Other arrangement by the parents"
    HOME_EDUCATED = "EHE", "Educated at home by choice"
    EARLY_YEARS = "EYP", "Early years provider without a URN"
    OTHER = "OTH", "Other, or only a type is named"
    NEET = "NEET", "Not in education, employment or training"
    NOTICE_TO_CEASE = "NIEC", "Not in education, notice to cease"
    NOT_IN_EDUCATION = "NIEO", "Not in education, other"


class CeaseReason(models.TextChoices):
    MAXIMUM_AGE = "1", "Reached the maximum age"
    NEEDS_MET = "2", "Needs met without a plan"
    HIGHER_EDUCATION = "3", "Moved to higher education"
    EMPLOYMENT = "4", "Paid employment, not an apprenticeship"
    TRANSFERRED = "5", "Transferred to another local authority"
    NO_LONGER_ENGAGES = "6", "No longer wishes to engage"
    LEFT_ENGLAND = "7", "Moved outside England"
    DECEASED = "8", "Deceased"
    OTHER = "9", "Other"


class NeedType(models.TextChoices):
    SPLD = "SPLD", "Specific learning difficulty"
    MLD = "MLD", "Moderate learning difficulty"
    SLD = "SLD", "Severe learning difficulty"
    PMLD = "PMLD", "Profound and multiple learning difficulty"
    SEMH = "SEMH", "Social, emotional and mental health"
    SLCN = "SLCN", "Speech, language and communication needs"
    HI = "HI", "Hearing impairment"
    VI = "VI", "Visual impairment"
    MSI = "MSI", "Multi-sensory impairment"
    PD = "PD", "Physical disability"
    ASD = "ASD", "Autistic spectrum disorder"
    DS = "DS", "Down syndrome"
    OTH = "OTH", "Other difficulty"


class Rank(models.IntegerChoices):
    PRIMARY = 1, "Primary"
    SECONDARY = 2, "Secondary"


class AdviceService(models.TextChoices):
    """Whose advice regulation 6 asks for; preparation for adulthood from Year 9."""

    EDUCATIONAL_PSYCHOLOGY = "ep", "Educational psychology"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "social_care", "Social care"
    PARENTS = "parents", "Parents or young person"
    SETTING = "setting", "School or setting"
    ADULTHOOD = "adulthood", "Preparation for adulthood"


class StepKind(models.TextChoices):
    COMMENTS_INVITED = "comments_invited", "Family invited to comment on the request"
    COMMENTS_RECEIVED = "comments_received", "Family's comments received"
    DRAFT_ISSUED = "draft_issued", "Draft plan sent"
    REPRESENTATIONS = "representations", "Representations received"
    CONSULTATION_SENT = "consultation_sent", "Setting consulted"
    CONSULTATION_ANSWERED = "consultation_answered", "Setting answered"
    CHASED = "chased", "Chased"


class ExceptionGround(models.TextChoices):
    """The grounds of regulations 10(4) and 5(4), SEND Regulations 2014; staff shortage is not one."""

    SCHOOL_CLOSED = "10(4)(a)", "Advice was asked of a head or principal around a closure of at least 4 weeks"
    EARLY_YEARS_CLOSED = "10(4)(b)", "Advice was asked of an early years provider around a closure of at least 4 weeks"
    PERSONAL = "10(4)(c)", "Exceptional personal circumstances of the child, parent or young person"
    ABSENT = "10(4)(d)", "The child, parent or young person is away for at least 4 continuous weeks"
    SCHOOL_CLOSED_SIX_WEEKS = "5(4)(a)", "As 10(4)(a), for the decision within 6 weeks"


class ReviewOutcome(models.TextChoices):
    MAINTAIN = "maintain", "Keep the plan as it is"
    AMEND = "amend", "Amend the plan"
    CEASE = "cease", "Cease the plan"


class DisputeKind(models.TextChoices):
    MEDIATION = "mediation", "Mediation"
    APPEAL = "appeal", "Appeal to the Tribunal"


class DisputedDecision(models.TextChoices):
    """What a family may appeal against."""

    REFUSED_TO_ASSESS = "refused_to_assess", "Refusal to assess"
    NO_PLAN = "no_plan", "Refusal to issue a plan"
    CONTENT = "content", "Content of the plan (sections B, F, I)"
    REFUSED_TO_REASSESS = "refused_to_reassess", "Refusal to re-assess"
    REFUSED_TO_AMEND = "refused_to_amend", "Refusal to amend"
    CEASING = "ceasing", "Ceasing the plan"


class FeedbackKind(models.TextChoices):
    COMPLAINT = "complaint", "Complaint"
    COMPLIMENT = "compliment", "Compliment"


class TransferKind(models.TextChoices):
    """Regulation 18: by which date an amended plan must be final."""

    PHASE = "phase", "To another phase (15 February)"
    POST_16 = "post_16", "Secondary to post-16 (31 March)"
    BETWEEN_POST_16 = "between_post_16", "Between post-16 institutions (5 months before)"
