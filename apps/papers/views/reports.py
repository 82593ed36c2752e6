"""Scrutiny reports: made as a Word document, and the edited document that comes back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.as_stood import standing_as_on
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.papers import permissions
from apps.papers.forms import EditedReportForm, ReportForm, first_open
from apps.papers.freezing import require_moderate
from apps.papers.scrutiny import returned
from apps.papers.scrutiny.gather import Head, gather
from apps.papers.scrutiny.word import written
from apps.papers.views.packs import handed_out
from apps.plans.permissions import visible_plans

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
INTRO = (
    "The report is a Word document that you can edit. Under each area it also says what is late, what is not done, "
    "what families say and what we don’t know: leave these headings in, even where you write more under them."
)


@require_safe
@signed_in
def scrutiny_report(request):
    """The form of a scrutiny report; filled in, the document itself."""
    require_page(permissions.makes_reports(request.user))
    on = today()
    plans = visible_plans(request.user).newest_first()
    asked = request.GET if "plan" in request.GET else None
    initial = {"plan": first_open(plans), "date": on, "since": on.replace(year=on.year - 1, day=1), "until": on}
    initial |= {"subject": "SEND update", "meeting": "Children and Young People Scrutiny Committee"}
    form = ReportForm(asked, plans=plans, on=on, initial=initial)
    if asked is not None and form.is_valid():
        data = form.cleaned_data
        head = Head(**{name: data[name] for name in ("meeting", "date", "subject", "report_from", "contact")})
        try:
            require_moderate(data["plan"])
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            with standing_as_on(data["until"]):
                plan = plans.get(pk=data["plan"].pk)
                document = written(gather(head, plan, data["since"], data["until"], request.user))
            name = f"scrutiny-report-{slugify(data['subject'])[:60]}-{data['date'].isoformat()}.docx"
            return handed_out(document, DOCX, name)
    context = {
        "form": form,
        "heading": "Make a scrutiny report",
        "intro": INTRO,
        "act": "Make the report (Word)",
        "kept": {},
        "back": reverse("papers:paper-list"),
    }
    return render(request, "papers/make.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def report_upload(request, pk):
    """Upload the edited report of a meeting; what is missing in it is said on its first page, and here."""
    meeting = get_object_or_404(permissions.pack_meetings(request.user), pk=pk)
    require(permissions.can_upload_reports(request.user))
    form = EditedReportForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = returned.receive(meeting=meeting, by=request.user, on=today(), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            said = "Its first page now says what was taken out." if kept.missing else "All its headings are there."
            messages.success(request, f"The edited report is kept. {said}")
            return redirect("papers:meeting-pack", meeting.pk)
    return render(request, "papers/report_upload.html", {"meeting": meeting, "form": form})


@require_safe
@signed_in
def report_file(request, pk):
    """The document as it is handed out."""
    report = get_object_or_404(permissions.visible_reports(request.user).select_related("meeting"), pk=pk)
    return handed_out(bytes(report.content), DOCX, f"scrutiny-report-{report.meeting.held_on.isoformat()}.docx")
