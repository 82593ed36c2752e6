"""Finding a person's cases by reference, UPN or the beginning of the name; each way has its index."""

import re

from django.db.models import F, Q, Value
from django.db.models.functions import Collate, Lower

from apps.caseload.models.records import bare

MOST = 50
MOST_WORDS = 5
UPN_BEGINS = re.compile(r"[A-Z][0-9]{3}[0-9A-Z]*")
# What is found by an index of the records: a reference in capitals without blanks, a UPN, a forename in small letters.
REFERENCE = bare("request__key")
UPN = Collate(F("request__child__upn"), "C")
FORENAME = Lower("request__child__forename")


def find(standings, text):
    """The keys of at most ``MOST`` + 1 of the standings: those with just this reference first, then those whose UPN
    begins so, then by name, then those whose reference begins so.

    Of several words one may be a whole reference; the others begin the surname and the forename, in either order. What
    stands before a comma is the surname.
    """
    text = " ".join(text.lower().split())
    whole = text.replace(" ", "").upper()
    rows = standings.annotate(reference=REFERENCE, upn=UPN, forename=FORENAME)
    ways = [_keys(rows.filter(reference=whole), 0)]
    if UPN_BEGINS.fullmatch(whole):
        ways.append(_keys(rows.filter(upn__startswith=whole), 1, "upn"))
    ways += [_keys(found, 2) for found in _named(rows, text)]
    ways.append(_keys(rows.filter(reference__startswith=whole), 3, "reference"))
    found = ways[0].union(*ways[1:], all=True)
    return list(dict.fromkeys(key for _, _, key in sorted(found)))[: MOST + 1]


def _keys(rows, rank, order="surname"):
    """The first of the rows in the order of the index by which they are found."""
    rows = rows.annotate(rank=Value(rank)).order_by(order, "pk")
    return rows.values_list("rank", "surname", "pk")[: MOST + 1]


def _named(rows, text):
    """Ways to read a text: "Surname, Forename", a surname as it is and without its blanks, surname and forename in
    either order, and names with a reference among them; a reference has a figure in it."""
    surname, comma, forename = (part.strip() for part in text.partition(","))
    if comma:
        yield from [rows.filter(surname__startswith=surname, forename__startswith=forename)] if surname else []
        return
    for whole in dict.fromkeys((text, text.replace(" ", ""))):
        yield rows.filter(surname__startswith=whole)
    words = text.split()[:MOST_WORDS]
    for n in range(1, len(words)):
        one, other = " ".join(words[:n]), " ".join(words[n:])
        yield rows.filter(surname__startswith=one, forename__startswith=other)
        yield rows.filter(surname__startswith=other, forename__startswith=one)
    for n, word in enumerate(words):
        rest = [*words[:n], *words[n + 1 :]]
        if rest and any(sign.isdigit() for sign in word):
            begins = (Q(surname__startswith=name) | Q(forename__startswith=name) for name in rest)
            yield rows.filter(*begins, reference=word.upper())
