"""Who looked at which children's records: a row for each page that shows some."""

from apps.caseload.models import View


def shown(request, page, requests=(), listed=()):
    """Write down that the page shows these requests and lines of the team's list (ids); one with none leaves no row."""
    requests, listed = list(requests), list(listed)
    if requests or listed:
        View.objects.create(person=request.user, page=page, requests=requests, listed=listed)


def views_of(request_id):
    """Every page on which the case was shown."""
    return View.objects.filter(requests__contains=[request_id])


def views_of_listed(listed_id):
    """Every page on which the line of the team's list was shown."""
    return View.objects.filter(listed__contains=[listed_id])
