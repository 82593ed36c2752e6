"""How ratings work, in words, and where an administrator changes the words and the numbers."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Role
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.jobs import enqueue
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans.forms.settings import NUMBERS, LegendForm, ThresholdsForm
from apps.plans.legend import legend, thresholds
from apps.plans.models import RatingWord, Thresholds
from apps.plans.rules import ACTION_RULE, STRAND_RULE


@require_safe
@signed_in
def how_ratings_work(request):
    on = today()
    numbers = thresholds(on)
    context = {
        "legend": legend(on),
        "action_rule": [line.format(**numbers.__dict__) for line in ACTION_RULE],
        "strand_rule": [line.format(**numbers.__dict__) for line in STRAND_RULE],
        "numbers": numbers,
        "may_edit": request.user.role == Role.ADMINISTRATOR,
    }
    return render(request, "plans/how_ratings_work.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def thresholds_edit(request):
    """A new row of numbers from today on; every action is then rated anew in the background."""
    require(request.user.role == Role.ADMINISTRATOR)
    current = thresholds(today())
    initial = {column.name: getattr(current, column.name) for column in NUMBERS}
    form = ThresholdsForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        numbers = {column.name: form.cleaned_data[column.name] for column in NUMBERS}
        with transaction.atomic():
            Thresholds.objects.create(effective_on=today(), recorded_by=request.user, **numbers)
            enqueue("plans.refresh_all", by=request.user)
        messages.success(request, "The numbers hold from today. Every action is being rated anew.")
        return redirect("plans:how-ratings-work")
    context = {"form": form, "heading": "Numbers of the rules", "back": "plans:how-ratings-work"}
    return render(request, "plans/edit.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def legend_edit(request, code):
    """A new word, shape or meaning from today on; earlier dates keep the earlier words."""
    require(request.user.role == Role.ADMINISTRATOR)
    current = legend(today()).get(code)
    if current is None:
        raise Http404
    initial = {"word": current.word, "shape": current.shape, "meaning": current.meaning}
    form = LegendForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in initial}
        RatingWord.objects.create(code=code, effective_on=today(), recorded_by=request.user, **words)
        messages.success(request, f"“{words['word']}” holds from today.")
        return redirect("plans:how-ratings-work")
    context = {"form": form, "heading": f"Rating “{current.word}”", "back": "plans:how-ratings-work"}
    return render(request, "plans/edit.html", context)
