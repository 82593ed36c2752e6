"""The page on which two people's changes of the same thing are settled, field by field."""

from django.shortcuts import render

from apps.core.conflicts import differences, typed
from apps.core.dates import today
from apps.plans.legend import legend


def conflict_page(request, form, row, theirs, **context):
    """What was typed beside what is saved now; sent to the same address with a choice for each field.

    ``theirs`` are the saved values of ``row``. Nothing typed is lost: it is sent again from here.
    """
    context |= {
        "row": row,
        "rows": differences(form, theirs),
        "typed": list(typed(form.data, "version")),
        "legend": legend(today()),
    }
    return render(request, "plans/conflict.html", context, status=409)
