"""Public pages: the same for everybody, kept for a few minutes here and as long again on the way to the reader."""

import hashlib
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from apps.core.dates import today
from apps.public import published

# Half of what the pages say of their age: a page may lie as long here as it lies with the reader.
KEPT_SECONDS = 300
MINUTES_OLD = 2 * KEPT_SECONDS // 60


def public_page(view):
    """``view(on, **address)`` gives a template and its context; the page is made once for all readers.

    It is kept under its address without what follows a question mark, the day, and what is published. A plan that is
    taken back is gone from here at once.
    """

    @require_safe
    @wraps(view)
    def wrapper(request, **address):
        on = today()
        key = f"public:{hashlib.sha256(f'{request.path}:{on}:{published.version()}'.encode()).hexdigest()}"
        page = cache.get(key)
        if page is None:
            template, context = view(on, **address)
            page = render_to_string(
                template, context | {"on": on, "minutes_old": MINUTES_OLD, "contact": settings.CONTACT}
            )
            cache.set(key, page, KEPT_SECONDS)
        return _answer(request, page)

    return wrapper


def _answer(request, page):
    etag = f'"{hashlib.sha256(page.encode()).hexdigest()[:32]}"'
    known = etag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if known else HttpResponse(page)
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
