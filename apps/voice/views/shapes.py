"""The shape that the forms of this app share: bind, save, refuse in words, show what is saved now, or go on."""

from django.contrib import messages
from django.shortcuts import redirect, render

from apps.core.changes import Refused, Stale


def form_page(request, form, save, done, template="voice/form.html", theirs_of=None, **context):
    """``save(data)`` gives where to go; ``theirs_of(row)`` says what is saved now where somebody was faster."""
    theirs = []
    if request.method == "POST" and form.is_valid():
        try:
            saved = save(form.cleaned_data)
        except Stale as stale:
            form.refuse_stale(stale.row)
            theirs = theirs_of(stale.row) if theirs_of else []
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            return redirect(saved)
    return render(request, template, {"form": form, "theirs": theirs, **context})
