"""What can be added to a case: each kind with its address, its title, its form and the words of its button."""

from dataclasses import dataclass

from apps.caseload import models, work_forms
from apps.caseload.codes import DisputeKind


@dataclass(frozen=True)
class Kind:
    """One kind; ``slug`` is its part of the address, ``law`` says in a sentence what it does to the clock."""

    slug: str
    title: str
    form: type
    law: str = ""


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("comments-invited", "Family invited to comment on the request", work_forms.CommentsInvitedForm),
        Kind("comments-received", "Family's comments received", work_forms.CommentsReceivedForm),
        Kind("advice", "Advice asked for", work_forms.AskForm, "Each service has 6 weeks from the day it is asked."),
        Kind("chaser", "Chaser", work_forms.ChaserForm, "A chaser changes no date of law."),
        Kind("draft", "Draft plan sent", work_forms.DraftForm, "From then on no notice of “no plan” can follow."),
        Kind("representations", "Comments on the draft received", work_forms.RepresentationsForm),
        Kind("consultation", "School or setting consulted", work_forms.ConsultationForm),
        Kind("consultation-answer", "School or setting answered", work_forms.AnswerForm),
        Kind(
            "exception",
            "Exception under the regulations",
            work_forms.ExceptionForm,
            "An exception excuses a limit; it never moves its date. The case still counts among the overdue ones. The "
            "20-week figure is shown with all plans and without those that have an exception: where cases are kept "
            "here, this record decides; where they come from the case system, its own mark does.",
        ),
        Kind(
            "review",
            "Annual review",
            work_forms.ReviewForm,
            "Enter what is known; add the later days when they come.",
        ),
        Kind("transfer", "Phase transfer", work_forms.TransferForm),
        Kind("mediation", "Mediation", work_forms.MediationForm),
        Kind("appeal", "Appeal to the Tribunal", work_forms.AppealForm),
        Kind("feedback", "Complaint or compliment", work_forms.FeedbackForm),
        Kind("audit", "Quality audit of the plan", work_forms.AuditForm),
    )
}
# The rows of a case by the word for them in addresses.
ROWS = {
    "advice": models.AdviceRequest,
    "step": models.Step,
    "exception": models.StatutoryException,
    "review": models.Review,
    "transfer": models.Transfer,
    "dispute": models.Dispute,
    "feedback": models.Feedback,
    "audit": models.PlanAudit,
}
WORDS = {model: word for word, model in ROWS.items()}
ROW_FORMS = {
    models.AdviceRequest: work_forms.AdviceForm,
    models.StatutoryException: work_forms.ExceptionForm,
    models.Review: work_forms.ReviewForm,
    models.Transfer: work_forms.TransferForm,
    models.Feedback: work_forms.FeedbackForm,
    models.PlanAudit: work_forms.AuditForm,
}


def word_of(row):
    """The word for a row in addresses."""
    return WORDS[type(row)]


def form_of(row):
    """The form by which a row is changed."""
    if isinstance(row, models.Step):
        return work_forms.STEP_FORMS[row.kind]
    if isinstance(row, models.Dispute):
        return work_forms.AppealForm if row.kind == DisputeKind.APPEAL else work_forms.MediationForm
    return ROW_FORMS[type(row)]
