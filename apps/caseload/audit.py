"""Who looked at which children's records: a row for each page that shows some."""

from apps.caseload.models import View


def shown(request, page, requests):
    """Write down that the page shows these requests (ids); a page that shows none leaves no row."""
    requests = list(requests)
    if requests:
        View.objects.create(person=request.user, page=page, requests=requests)


def views_of(request_id):
    """Every page on which the case was shown."""
    return View.objects.filter(requests__contains=[request_id])
