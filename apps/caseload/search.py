"""Finding a person's cases by reference, UPN or the beginning of the name; each way has its index."""

import re

from django.db.models import F, Q, Value
from django.db.models.functions import Collate, Replace, Upper

MOST = 50
MOST_WORDS = 5
UPN_BEGINS = re.compile(r"[A-Z][0-9]{3}[0-9A-Z]*")
# What is found and sorted by an index of the records: a reference in capitals without blanks, and a UPN.
REFERENCE = Collate(Upper(Replace(F("request__key"), Value(" "), Value(""))), "C")
UPN = Collate(F("request__child__upn"), "C")


def find(standings, text):
    """The keys of at most ``MOST`` + 1 of the standings: those with just this reference first, then those whose UPN
    begins so, then by name, then those whose reference begins so.

    Of several words each is the beginning of the reference or of a name; what stands before a comma is the surname.
    """
    text = " ".join(text.lower().split())
    whole = text.replace(" ", "").upper()
    rows = standings.annotate(reference=REFERENCE, upn=UPN)
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
    """Ways to read a text: "Surname, Forename", a surname as it is and without its blanks, and word by word."""
    surname, comma, forename = (part.strip() for part in text.partition(","))
    if comma:
        if surname:
            yield rows.filter(_begins(forename) if forename else Q(), surname__startswith=surname)
        return
    for whole in dict.fromkeys((text, text.replace(" ", ""))):
        yield rows.filter(surname__startswith=whole)
    words = text.split()[:MOST_WORDS]
    if len(words) > 1:
        for n, word in enumerate(words):
            others = [_begins(other) for other in (*words[:n], *words[n + 1 :])]
            yield rows.filter(*others, surname__startswith=word)
            yield rows.filter(*others, reference__startswith=word.upper())


def _begins(word):
    """Cases whose reference, or any part of whose names, begins so."""
    of_surname = Q(surname__startswith=word) | Q(surname__contains=f" {word}") | Q(surname__contains=f"-{word}")
    of_forename = Q(request__child__forename__istartswith=word) | Q(request__child__forename__icontains=f" {word}")
    return of_surname | of_forename | Q(reference__startswith=word.upper())
