"""Adding evidence, opening it to others, and handing out its files."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import permissions, services
from apps.plans.forms.evidence import CloseEvidenceForm, EraseForm, EvidenceForm, ReleaseForm
from apps.plans.forms.updates import WithdrawForm
from apps.plans.models import Evidence


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
    form.ask_for_file_again()
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


def _with_taken_back(request, pk):
    """Evidence that the person may see, and for officers also what was taken back; 404 for the rest."""
    rows = permissions.visible_evidence(request.user, taken_back=True)
    return get_object_or_404(rows.select_related("action__plan", "action__strand", "voided_by", "erasure"), pk=pk)


@require_http_methods(["GET", "POST"])
@signed_in
def evidence_withdraw(request, pk):
    """Take evidence back with a reason; it stays in the record, marked."""
    evidence = _with_taken_back(request, pk)
    action = evidence.action
    require(permissions.can_withdraw_evidence(request.user, evidence))
    if evidence.is_taken_back:
        messages.info(request, f"“{evidence.title}” was already taken back.")
        return redirect(action)
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw_evidence(
                evidence=evidence, by=request.user, on=today(), reason=form.cleaned_data["reason"]
            )
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"“{evidence.title}” was taken back. It no longer counts as evidence.")
            return redirect(action)
    can_erase = evidence.file and permissions.can_erase_evidence(request.user)
    context = {
        "action": action,
        "form": form,
        "heading": f"Take back “{evidence.title}”?",
        "lines": [
            "It stays in the record, marked as taken back, with your reason. Its file is no longer handed out, "
            "and it no longer counts as evidence."
        ],
        "why": "Why is this evidence taken back?",
        "act": "Take it back",
        "erase": reverse("plans:evidence-erase", args=[pk]) if can_erase else "",
    }
    return render(request, "plans/take_back.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def evidence_erase(request, pk):
    """Erase a file's bytes for good; who, why and the file's hash stay."""
    evidence = _with_taken_back(request, pk)
    require(permissions.can_erase_evidence(request.user))
    if not evidence.file:
        raise Http404
    form = EraseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        services.erase_evidence(evidence=evidence, by=request.user, on=today(), reason=form.cleaned_data["reason"])
        messages.success(request, "The file is erased. A mark says which file it was, by whom it was erased and why.")
        return redirect(evidence.action)
    copies = Evidence.objects.filter(sha256=evidence.sha256, voids=None, erasure=None).exclude(pk=pk)
    lines = [
        f"The file {evidence.file_name} cannot be brought back. Its hash, your name and your reason stay. "
        "Backups of the server are erased by whoever keeps them."
    ]
    lines += [
        f"The same file also lies with {row.action}: erase it there, too." for row in copies.select_related("action")
    ]
    if evidence.is_erased:
        lines.insert(0, "This file was already erased. Erasing it again removes what a failing disk may have kept.")
    context = {
        "action": evidence.action,
        "form": form,
        "heading": "Erase this file for good?",
        "lines": lines,
        "why": "Why is this file erased?",
        "act": "Erase the file",
    }
    return render(request, "plans/take_back.html", context)
