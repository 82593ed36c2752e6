"""What lists share: the query string with parts changed, filters in words, and pages by value.

A page by value begins after the last row of the page before, wherever that is: it is as quick at row 500,000 as at the
first, and a row that comes or goes meanwhile shows no other one twice.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import F, Value

from apps.core.expressions import RowAfter, RowBefore

# Where in the list the page is; a filter or another order starts anew.
PLACES = ("page", "after", "before")
COUNT_LIMIT = 1000
LARGEST_ID = 2**63 - 1


def values_of(request, *without):
    """The names and values of the query string but for the place in the list."""
    return [
        (name, value) for name in request.GET if name not in (*PLACES, *without) for value in request.GET.getlist(name)
    ]


def query_of(request, **changes):
    """The query string with some values changed; ends in ``&`` when nothing is, so that a place can be added."""
    text = urlencode([*values_of(request, *changes), *changes.items()])
    return f"{text}&" if text and not changes else text


def next_sort(sort, name):
    """What a click on a column's heading sorts by: upwards, and when it is that already, downwards."""
    return f"-{name}" if sort == name else name


def sort_of(request, sorts, default):
    asked = request.GET.get("sort", default)
    return asked if asked.removeprefix("-") in sorts else default


def chips_of(request, form):
    """Each filter that is set and makes sense, in words, with the address of the list without it."""
    return [
        (f"{asked.label}: {_in_words(asked, value)}", _without(request, name, value))
        for name, asked in form.fields.items()
        if name not in form.errors
        for value in request.GET.getlist(name)
        if value
    ]


def _in_words(asked, value):
    for key, label in getattr(asked, "choices", ()):
        if str(key) == value:
            return label
    return value


def _without(request, name, value):
    values = request.GET.copy()
    for place in PLACES:
        values.pop(place, None)
    values.setlist(name, [other for other in values.getlist(name) if other != value])
    return f"?{values.urlencode()}"


def count_words(count, one, many=None):
    """ "1 case", "7 cases", "more than 1,000 cases"; a count is capped at one more than is said."""
    many = many or f"{one}s"
    if count > COUNT_LIMIT:
        return f"more than {COUNT_LIMIT:,} {many}"
    return f"{count:,} {one if count == 1 else many}"


@dataclass
class Place:
    """Where a page begins: after a row or before it; the first page when it is neither."""

    value: object = None
    key: int | None = None
    is_before: bool = False


def place_of(request, column):
    """The place that ``?after=`` or ``?before=`` names for a column; what makes no sense leads to the first page."""
    key, text, is_before = _asked(request)
    try:
        return Place() if key is None else Place(_plain(column).to_python(text), key, is_before)
    except ValidationError:
        return Place()


def key_of_place(request):
    """``(key, is it before)`` of a place that is named by its key alone; the key is None on the first page."""
    key, _, is_before = _asked(request)
    return key, is_before


def _asked(request):
    """``(key, text, is it before)`` of the place that the address names; the key is None where there is none."""
    for name in ("after", "before"):
        key, _, text = request.GET.get(name, "").partition("_")
        if key.isascii() and key.isdigit() and len(key) < 20 and int(key) <= LARGEST_ID and "\x00" not in text:
            return int(key), text, name == "before"
    return None, "", False


def _plain(column):
    """The field of a column's values; a generated column takes any text for one."""
    return getattr(column, "output_field", column)


@dataclass
class KeysetPage:
    """Rows of one page, and the places of the next and the previous page ("" where there is none)."""

    rows: list
    after: str = ""
    before: str = ""
    count: int = field(default=0)


def keyset_page(rows, column, place, *, is_descending=False, size=50, reading=None, names_value=True):
    """A page of ``rows`` in the order of a column that is never empty, and then of the key. One query.

    The rows are chosen by what they are sorted by alone, and only then read whole: ``reading`` says of chosen rows what
    is read of them, as models or as ``values`` with the column and ``pk``. Without ``names_value`` the places name a
    row by its key alone, where the value itself must stand in no address.
    """
    if place.key is not None:
        later = RowBefore if is_descending != place.is_before else RowAfter
        output = _plain(rows.model._meta.get_field(column))
        rows = rows.filter(later(F(column), F("pk"), Value(place.value, output_field=output), Value(place.key)))
    backwards = is_descending != place.is_before
    order = (f"-{column}", "-pk") if backwards else (column, "pk")
    chosen = rows.model.objects.filter(pk__in=rows.order_by(*order).values("pk")[: size + 1])
    found = list((reading(chosen) if reading else chosen).order_by(*order))
    has_more, found = len(found) > size, found[:size]
    if place.is_before:
        found.reverse()
    has_next = place.is_before or has_more
    has_previous = has_more if place.is_before else place.key is not None
    return KeysetPage(
        found,
        after=_named(found[-1], column, names_value) if found and has_next else "",
        before=_named(found[0], column, names_value) if found and has_previous else "",
    )


def _named(row, column, names_value):
    get = row.get if isinstance(row, dict) else lambda name: getattr(row, name)
    return f"{get('pk')}_{get(column)}" if names_value else str(get("pk"))
