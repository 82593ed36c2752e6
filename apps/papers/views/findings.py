"""The evidence pack of a finding, and what officers say of it themselves."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.titles import title_of
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.once import wait_for_token
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in
from apps.inspections.models import Finding
from apps.papers import permissions
from apps.papers.evidence.pack import evidence_pack, safe_name
from apps.papers.forms import EvaluationForm, EvidencePackForm
from apps.papers.models import SelfEvaluation


@require_safe
@signed_in
def evidence(request, pk):
    """The form of an evidence pack; filled in, the ZIP itself."""
    require_page(permissions.makes_reports(request.user))
    finding = get_object_or_404(Finding.objects.select_related("inspection"), pk=pk)
    on = today()
    asked = request.GET if "as_at" in request.GET else None
    form = EvidencePackForm(asked, on=on, initial={"as_at": on})
    if asked is not None and form.is_valid():
        day = form.cleaned_data["as_at"]
        try:
            file = evidence_pack(finding, request.user, day)
        except Refused as refused:
            form.add_error("as_at", refused.message)
        else:
            name = f"evidence-{safe_name(finding.reference)}-{day.isoformat()}.zip"
            return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    sees = permissions.sees_evaluations(request.user)
    context = {
        "finding": finding,
        "form": form,
        "sees_evaluations": sees,
        "may_evaluate": permissions.can_evaluate(request.user),
        "evaluations": SelfEvaluation.objects.standing().filter(finding=finding).latest_first() if sees else (),
    }
    return render(request, "papers/evidence.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def evaluate(request, pk):
    """Write what officers say of a finding themselves; it stands from today, and earlier ones stay."""
    finding = get_object_or_404(Finding.objects.select_related("inspection"), pk=pk)
    require_page(permissions.can_evaluate(request.user))
    form = EvaluationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        _evaluated(finding, request.user, **form.cleaned_data)
        messages.success(request, f"What you say of {finding.reference} is kept, as at today.")
        return redirect("papers:evidence", finding.pk)
    newest = SelfEvaluation.objects.standing().filter(finding=finding).latest_first().first()
    if newest and request.method == "GET":
        form.initial["text"] = newest.text
    return render(request, "papers/evaluate.html", {"finding": finding, "form": form, "newest": newest})


def _evaluated(finding, by, text, token=None):
    """The row; a form that is sent twice makes one."""
    if token:
        wait_for_token(token)
    existing = SelfEvaluation.objects.filter(token=token).first() if token else None
    return existing or SelfEvaluation.objects.create(
        finding=finding, recorded_by=by, effective_on=today(), text=text, token=token, author_title=title_of(by)
    )
