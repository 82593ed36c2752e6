"""Pages of strands: one strand, adding, editing, rating and deleting."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.past_days import shows_days
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for
from apps.inspections.models import Judgement
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds
from apps.plans.models import Strand
from apps.plans.rules import STRAND_RULE, in_words, reason_words
from apps.plans.strands import is_late_by_first_date, strand_pictures
from apps.plans.views.edit_pages import ADDED, delete_page, edit_page, opening_values


@shows_days
@require_safe
@signed_in
def strand(request, pk):
    on = shown_day(request)
    shown = get_object_or_404(
        permissions.visible_strands(request.user).select_related(
            "plan__type", "accountable_council__organisation", "accountable_icb__organisation"
        ),
        pk=pk,
    )
    limits, words = thresholds(on), legend(on)
    picture = strand_pictures([shown], [on], limits)[on][shown.pk]
    standings = permissions.visible_standings(request.user).on(on).filter(action__strand=shown)
    rows = [
        (s, reason_words(s.rule_reason, s.rule_date), is_late_by_first_date(s, on))
        for s in standings.select_related("action").order_by("action__reference_key")
    ]
    context = {
        "strand": shown,
        "plan": shown.plan,
        "picture": picture,
        "rows": rows,
        "deciding": [s for s, _, _ in rows if picture.rule.is_decided_by(s)],
        "ratings": shown.ratings.as_at(on).latest_first(),
        "findings": shown.findings.select_related("inspection").prefetch_related("parts"),
        "judgements": Judgement.objects.as_at(on).filter(finding__in=shown.findings.all()),
        "rule": in_words(STRAND_RULE, limits, words),
        "limits": limits,
        "sees_officers_words": permissions.can_see_officers_words(request.user),
        "explain": explainer_for(request.user),
        "legend": words,
        "on": on,
        "may_rate": permissions.can_rate_strand(request.user, shown) and on == today(),
        "may_edit": permissions.can_edit_plans(request.user),
    }
    return render(request, "plans/strand.html", context)


def strand_values(strand):
    values = {name: getattr(strand, name) for name in editing.STRAND_FIELDS}
    return values | {"findings": list(strand.findings.values_list("pk", flat=True))}


@require_http_methods(["GET", "POST"])
@signed_in
def strand_add(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user).select_related("type"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    last = shown.strands.order_by("-position").values_list("position", flat=True).first() or 0
    initial = {"kind": shown.type.strand_word, "position": last + 1}

    def make_form(data):
        return forms.StrandForm(data, initial=initial, plan=shown, is_new=True)

    def save(data):
        return editing.save_strand(strand=Strand(plan=shown), reason=ADDED, **data)

    return edit_page(request, make_form, save, f"Add to {shown.name}", "It was added.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def strand_edit(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    opened = opening_values(shown, strand_values)

    def make_form(data):
        return forms.StrandForm(data, initial=opened, plan=shown.plan, already=opened["findings"])

    def save(data):
        return editing.save_strand(strand=shown, **data | {"version": data["version"] or 0})

    heading, done = f"Edit {shown}", "It was changed."
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), strand_values, shown)


@require_http_methods(["GET", "POST"])
@signed_in
def strand_rate(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_rate_strand(request.user, shown))
    on = today()
    picture = strand_pictures([shown], [on], thresholds(on))[on][shown.pk]
    form = forms.StrandRatingForm(posted(request), initial={"rating": picture.rating, "version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.rate_strand(
                strand=shown, by=request.user, on=on, rule_rating=picture.rule.rating, **form.cleaned_data
            )
        except services.Stale as stale:
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Your rating of {shown.reference} is recorded.")
            return redirect(shown)
    context = {"strand": shown, "picture": picture, "form": form, "legend": legend(on)}
    return render(request, "plans/strand_rate.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def strand_delete(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    return delete_page(request, shown, partial(editing.delete_strand, strand=shown), shown.plan.get_absolute_url())
