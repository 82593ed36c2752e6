"""The shapes that the pages of editing share: bind, save, refuse in words, settle, go on; and what a row says now."""

from django.contrib import messages
from django.shortcuts import redirect, render

from apps.core import as_stood
from apps.core.conflicts import settled
from apps.core.forms import posted
from apps.core.permissions import require
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.views.conflicts import conflict_page

# The reason that stands in the history of what is new.
ADDED = "Added."


def edit_page(request, make_form, save, heading, done, back, values_of=None, row=None, intro="", missing=None):
    """The shape of every editing page: bind, save, refuse in words, settle a conflict, or go to what was saved.

    ``values_of(row)`` gives what is saved now of the row that is edited, in the form's own values; ``missing(saved)``
    says what is still missing of what was saved, if anything is.
    """
    theirs = values_of(row) if row else {}
    form = make_form(settled(posted(request), make_form(None).fields, theirs))
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "token"}
        try:
            with as_stood.hiding_old_words(data.pop("hides_old_words", False)):
                saved = save(data)
        except services.Stale as stale:
            return conflict_page(request, form, stale.row, values_of(stale.row))
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            if missing and missing(saved):
                messages.warning(request, missing(saved))
            return redirect(saved)
    return render(request, "plans/edit.html", {"form": form, "heading": heading, "back": back, "intro": intro})


def edit_life_cycle(request, row, steps, needed=(), has_note=False):
    """The page on which the dates of a plan's life cycle are changed; ``row`` is that of the plan's kind."""
    require(permissions.can_edit_plans(request.user))
    names = [name for name, _ in steps] + (["date_note"] if has_note else [])

    def values_of(plan):
        row.refresh_from_db()
        return {name: getattr(row, name) for name in names}

    def make_form(data):
        initial = opening_values(row.plan, values_of)
        return forms.LifeCycleForm(data, initial=initial, steps=steps, needed=needed, has_note=has_note)

    def save(data):
        return editing.save_life_cycle(row=row, **data | {"version": data["version"] or 0})

    heading, back = f"Dates of {row.plan.name}", row.plan.get_absolute_url()
    intro = "Leave empty what is not known. The day of publication comes from publishing the plan."
    return edit_page(request, make_form, save, heading, "The dates were changed.", back, values_of, row.plan, intro)


def delete_page(request, row, delete, after):
    """Ask once, then delete what nothing hangs on."""
    form = forms.ConfirmForm(posted(request), initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        try:
            delete(version=form.cleaned_data["version"])
        except services.Stale as stale:
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{row} was deleted.")
            return redirect(after)
    return render(request, "plans/delete.html", {"form": form, "row": row})


def opening_values(row, values_of):
    """What an editing form is opened with."""
    return values_of(row) | {"version": row.version}
