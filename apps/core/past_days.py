"""Links on a page of a past day lead to other pages as they stood on that day too."""

import re
from functools import lru_cache, wraps

from django.urls import Resolver404, get_script_prefix, resolve

from apps.core.as_known import as_at_query

MAIN = b'id="main"'
LINK = re.compile(rb'(<a\b[^<>]*?\bhref=")(/[^"?#]*)(\?[^"#]*)?(?=["#])')


def shows_days(view):
    """Marks a view that shows any day by ``?as_at=``: other such pages keep the day in their links to it, and it in its
    links to them. Outermost, so that an address leads to what is marked.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        query = as_at_query(request, request.shown_on) if hasattr(request, "shown_on") else ""
        if query and response.status_code == 200:
            response.content = _keeping(query.replace("&", "&amp;").encode(), response.content)
        return response

    wrapper.shows_days = True
    return wrapper


def _keeping(query, page):
    """The page with the day in every link of its main part to a page that shows days, unless it names one itself."""

    def link(found):
        begin, path, asked = found[1], found[2], found[3] or b""
        if b"as_at=" in asked or not _shows_days(get_script_prefix(), path.decode()):
            return found[0]
        return begin + path + (asked + b"&amp;" if len(asked) > 1 else b"?") + query

    around, mark, main = page.partition(MAIN)
    return around + mark + LINK.sub(link, main)


@lru_cache(maxsize=20_000)
def _shows_days(prefix, path):
    try:
        return getattr(resolve("/" + path.removeprefix(prefix)).func, "shows_days", False)
    except Resolver404:
        return False
