"""How ratings work, in words, and where an administrator changes the words and the numbers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Role
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import services
from apps.plans.forms.settings import NUMBERS, LegendForm, ThresholdsForm
from apps.plans.legend import legend, thresholds
from apps.plans.rules import ACTION_RULE, STRAND_RULE, in_words


@require_safe
@signed_in
def how_ratings_work(request):
    on = today()
    numbers, words = thresholds(on), legend(on)
    context = {
        "legend": words,
        "action_rule": in_words(ACTION_RULE, numbers, words),
        "strand_rule": in_words(STRAND_RULE, numbers, words),
        "numbers": numbers,
        "may_edit": request.user.role == Role.ADMINISTRATOR,
    }
    return render(request, "plans/how_ratings_work.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def thresholds_edit(request):
    """A new row of numbers from today on."""
    require(request.user.role == Role.ADMINISTRATOR)
    on = today()
    current = thresholds(on)
    initial = {column.name: getattr(current, column.name) for column in NUMBERS}
    form = ThresholdsForm(posted(request), initial=initial, legend=legend(on))
    if request.method == "POST" and form.is_valid():
        services.set_thresholds(by=request.user, on=on, **form.cleaned_data)
        messages.success(request, "The numbers hold from today. Every action is being rated again.")
        return redirect("plans:how-ratings-work")
    context = {"form": form, "heading": "Numbers of the rules", "back": "plans:how-ratings-work"}
    return render(request, "plans/edit.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def legend_edit(request, code):
    """A new word, shape or meaning from today on; earlier dates keep the earlier words."""
    require(request.user.role == Role.ADMINISTRATOR)
    words = legend(today())
    current = words.pop(code, None)
    if current is None:
        raise Http404
    initial = {"word": current.word, "shape": current.shape, "meaning": current.meaning}
    form = LegendForm(posted(request), initial=initial, others=list(words.values()))
    if request.method == "POST" and form.is_valid():
        try:
            services.set_word(code=code, by=request.user, on=today(), **form.cleaned_data)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"“{form.cleaned_data['word']}” holds from today.")
            return redirect("plans:how-ratings-work")
    context = {"form": form, "heading": f"Rating “{current.word}”", "back": "plans:how-ratings-work"}
    return render(request, "plans/edit.html", context)
