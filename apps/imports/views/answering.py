"""What a person is asked about a file: which column is what, and what its colours mean."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.core.changes import Refused
from apps.core.forms import posted
from apps.core.sheets import LAYOUTS
from apps.imports import services
from apps.imports.forms import AnswersForm
from apps.imports.models import BatchState
from apps.imports.permissions import of_batch


@require_http_methods(["GET", "HEAD", "POST"])
@of_batch
def answer(request, batch):
    if batch.state not in (BatchState.ASKING, BatchState.READ):
        messages.error(request, f"These questions are settled: {batch.get_state_display().lower()}.")
        return redirect(batch)
    layout = LAYOUTS[batch.layout]
    form = AnswersForm(posted(request), batch=batch, layout=layout)
    if form.is_bound and form.is_valid():
        try:
            services.answer(batch=batch, by=request.user, answers=form.answers())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect(batch)
    return render(request, "imports/answer.html", {"batch": batch, "layout": layout, "form": form})
