"""Finding a person's cases by reference, UPN or the beginning of the name; each way has its index."""

from django.db.models import Value

MOST = 50


def find(standings, text):
    """The keys of at most ``MOST`` + 1 of the standings: those with just this reference or UPN first, then by name."""
    text = " ".join(text.split())
    upn = standings.filter(request__child__upn=text.upper()).exclude(request__child__upn="")
    by_name = [_keys(_named(standings, *names), 2) for names in _names(text.lower())]
    found = _keys(standings.filter(request__key=text), 0).union(_keys(upn, 1), *by_name, all=True)
    return list(dict.fromkeys(key for _, _, key in sorted(found)))[: MOST + 1]


def _keys(standings, rank):
    rows = standings.annotate(rank=Value(rank)).order_by("surname", "pk")
    return rows.values_list("rank", "surname", "pk")[: MOST + 1]


def _names(text):
    """Ways to read a text as surname and forename: as it is, "Surname, Forename" and "Forename Surname"."""
    surname, comma, forename = (part.strip() for part in text.partition(","))
    if comma:
        return [(surname, forename)] if surname else []
    first, _, last = text.partition(" ")
    return [(text, ""), *([(last, first)] if last else [])]


def _named(standings, surname, forename):
    rows = standings.filter(surname__startswith=surname)
    return rows.filter(request__child__forename__istartswith=forename) if forename else rows
