"""Adding evidence, opening it to others, and handing out its files."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import permissions, services
from apps.plans.forms.evidence import CloseEvidenceForm, EvidenceForm, ReleaseForm


@require_http_methods(["GET", "POST"])
@signed_in
def evidence_add(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_add_evidence(request.user, action))
    form = EvidenceForm(posted(request), request.FILES or None, on=today())
    if request.method == "POST" and form.is_valid():
        services.add_evidence(action=action, by=request.user, on=today(), **form.changes())
        messages.success(request, f"Evidence added to {action.reference}. Only officers see it until it is released.")
        return redirect(action)
    return render(request, "plans/evidence_add.html", {"action": action, "form": form})


@require_safe
@signed_in
def evidence_file(request, pk):
    """The file as an attachment, never shown inside a page; 404 for those who may not see the evidence."""
    evidence = get_object_or_404(permissions.visible_evidence(request.user), pk=pk)
    if not evidence.file:
        raise Http404
    try:
        opened = evidence.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        opened, as_attachment=True, filename=evidence.file_name, content_type=evidence.content_type or None
    )


@require_http_methods(["GET", "POST"])
@signed_in
def evidence_release(request, pk):
    """Open evidence to the Board and families after a confirmation, or close it again with a reason."""
    evidence = get_object_or_404(permissions.visible_evidence(request.user).select_related("action__plan"), pk=pk)
    require(permissions.can_add_evidence(request.user, evidence.action))
    is_released = evidence.releases.standing().exists()
    form = CloseEvidenceForm(posted(request)) if is_released else ReleaseForm(posted(request))
    if request.method == "POST" and "releases" in request.POST:
        services.release_evidence(evidence=evidence, by=request.user, on=today())
        messages.success(request, "The evidence is open to the Board and to families who may see the plan.")
        return redirect(evidence.action)
    if request.method == "POST" and not is_released:
        messages.info(request, "The evidence is for officers only already.")
        return redirect(evidence.action)
    if request.method == "POST" and form.is_valid():
        services.close_evidence(evidence=evidence, by=request.user, on=today(), reason=form.cleaned_data["reason"])
        messages.success(request, "The evidence is for officers only again.")
        return redirect(evidence.action)
    return render(
        request, "plans/evidence_release.html", {"evidence": evidence, "form": form, "is_released": is_released}
    )
