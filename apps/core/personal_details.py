"""What in a free text could point at one child: numbers, dates of birth, ways to reach somebody, and likely names.

Everything is told from the text alone. The records of children are never asked: a form that compared a text with them
would tell whoever types names whether a child is known here.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django import forms

from apps.core.dates import MONTHS
from apps.core.words import joined

TAKEN_OUT = "[personal detail removed]"


class Kind(StrEnum):
    NHS_NUMBER = "an NHS number"
    UPN = "a pupil number (UPN)"
    BIRTH = "a date of birth"
    DAY = "a date in a child’s story"
    CONTACT = "an e-mail address or telephone number"
    NAME = "a name"


# These say of one child who it is; the others may be harmless, so that a person decides.
REFUSED = frozenset({Kind.NHS_NUMBER, Kind.UPN, Kind.BIRTH})


@dataclass(frozen=True)
class Detail:
    """A part of a text, as it was typed, and what it looks like."""

    kind: Kind
    text: str


def details_in(text, known=frozenset()):
    """Every ``Detail`` of a text, each once, the refused first; ``known`` are names of places and bodies."""
    text = _plain(text)
    births, days = _dates(text)
    found = [*_numbers(text), *births]
    found += [*days, *_contacts(text), *_names(text, known)]
    return list(dict.fromkeys(found))


def refused_in(text):
    """The details that are never saved."""
    return [detail for detail in details_in(text) if detail.kind in REFUSED]


def to_confirm_in(text, known=frozenset()):
    """The details of which a person must say that they point at no child or family member."""
    return [detail for detail in details_in(text, known) if detail.kind not in REFUSED]


def _plain(text):
    """The text with its invisible characters gone and every kind of digit, space and apostrophe in its usual form."""
    normal = unicodedata.normalize("NFKC", str(text or ""))
    shown = "".join(c for c in normal if unicodedata.category(c) != "Cf")
    return "".join(_usual(c) for c in shown)


def _usual(character):
    if character in "’‘ʼ`´":
        return "'"
    if character != "\n" and character.isspace():
        return " "
    if not character.isascii() and character.isdecimal():
        return str(unicodedata.decimal(character))
    return character


# Numbers.

GAP = r"[\s.\-–—/_]{0,2}"
NHS_NUMBER = re.compile(rf"(?<!\d)(?=((?:\d{GAP}){{9}}\d)(?!\d))")
UPN = re.compile(rf"(?<![A-Za-z0-9])(?=([A-Za-z]{GAP}(?:\d{GAP}){{11}}[\dA-Za-z])(?![A-Za-z0-9]))")
# Letters of a UPN in the order of their value: I, O and S are not used (DfE, UPN guide).
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _numbers(text):
    for pattern, is_valid, kind in (
        (NHS_NUMBER, is_nhs_number, Kind.NHS_NUMBER),
        (UPN, is_upn, Kind.UPN),
    ):
        for match in pattern.finditer(text):
            if is_valid(re.sub(GAP, "", match[1])):
                yield Detail(kind, match[1])


def is_nhs_number(digits):
    """Whether ten digits end in their check digit (NHS Data Dictionary: weights 10 to 2, modulus 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - total % 11) % 11
    return check != 10 and int(digits[9]) == check and len(set(digits)) > 1


def is_upn(characters):
    """Whether thirteen characters begin with their check letter; a temporary UPN ends in a letter."""
    first, *rest = characters.upper()
    values = [int(c) if c.isdigit() else UPN_LETTERS.find(c) for c in rest]
    if -1 in values:
        return False
    total = sum(value * weight for value, weight in zip(values, range(2, 14), strict=True))
    return first == UPN_LETTERS[total % 23]


# Dates.

MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + "|Sept"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)?\d\d"
FULL_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?{YEAR}|\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|{NTH}\s+(?:of\s+)?(?:{MONTH})\b\.?,?\s+'?{YEAR}|(?:{MONTH})\b\.?\s+{NTH},?\s+'?{YEAR})(?!\d)",
    re.IGNORECASE,
)
DAY_AND_MONTH = re.compile(rf"\b(?:{NTH}\s+(?:of\s+)?(?:{MONTH})|(?:{MONTH})\s+{NTH})\b", re.IGNORECASE)
BORN = re.compile(r"\b(?:born|birth ?day|birth ?date|birth|d\.?\s?o\.?\s?b\b)", re.IGNORECASE)
# How far from the word about birth a date may stand, in characters.
NEAR_BIRTH = 40
CHILD = re.compile(
    r"\b(?:my|our|her|his|their)\s+(?:son|daughter|child|boy|girl|grandson|granddaughter|little one)\b"
    r"|\b(?:he|she|him|her|his|aged?\s+\d+|\d+[- ]years?[- ]old)\b",
    re.IGNORECASE,
)


def _dates(text):
    """Dates of birth, and full dates in a text that speaks of one child."""
    births, days = [], []
    is_story = bool(CHILD.search(text))
    for match in FULL_DATE.finditer(text):
        if _is_near_birth(text, match):
            births.append(Detail(Kind.BIRTH, match[0]))
        elif is_story:
            days.append(Detail(Kind.DAY, match[0]))
    full = " ".join(detail.text for detail in births)
    births += [
        Detail(Kind.BIRTH, match[0])
        for match in DAY_AND_MONTH.finditer(text)
        if match[0] not in full and _is_near_birth(text, match)
    ]
    return births, days


def _is_near_birth(text, match):
    before = re.split(r"[.!?]\s+(?=[A-Z])", text[max(0, match.start() - NEAR_BIRTH) : match.start()])[-1]
    after = re.split(r"[.!?]\s", text[match.end() : match.end() + NEAR_BIRTH])[0]
    return bool(BORN.search(before) or BORN.search(after))


# Ways to reach somebody.

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+\.[\w.-]*\w")
PHONE = re.compile(r"(?<![\d/])(?:\+44\s?\(?0?\)?|0)(?:[\s-]?\(?\d\)?){9,10}(?!\d)")


def _contacts(text):
    return [Detail(Kind.CONTACT, match[0]) for pattern in (EMAIL, PHONE) for match in pattern.finditer(text)]


# Likely names.


def _usual_words():
    """``(words with a usual capital, words that follow "called" and are no name)`` of the list beside this file."""
    lines = Path(__file__).with_name("usual_words.txt").read_text().casefold().splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    after = [line.removeprefix("+") for line in lines if line.startswith("+")]
    usual = [*map(str.casefold, MONTHS), *(line for line in lines if not line.startswith("+"))]
    return frozenset(" ".join(usual).split()), frozenset(" ".join(after).split())


USUAL_WORDS, AFTER_NAMED = _usual_words()
CAPITALISED = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:['-][A-ZÀ-ÖØ-Þa-zà-öø-ÿ]+)*"
# Words with a capital that follow each other; what begins a sentence says nothing of itself.
RUN = re.compile(rf"(?<![\w']){CAPITALISED}(?:\s+{CAPITALISED})*")
NAMED = re.compile(
    r"\b(?:called|named|(?:my|our)\s+(?:son|daughter|child|boy|girl|grandson|granddaughter)\s+is)\s+([\w'-]+)", re.I
)
# Whoever follows these is named, be the name one that is also a month or a place.
INTRODUCED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|son|daughter|brother|sister|child|boy|girl|grandson|granddaughter|called|named)\.?,?\s+"
    rf"({CAPITALISED})"
)


def _names(text, known):
    usual = USUAL_WORDS | {part for name in known for part in _words_of(name)}
    found = []
    for match in RUN.finditer(text):
        words = match[0].split()
        # The first word of a sentence has its capital from there, unless another follows it.
        counted = words[1:] if _begins_sentence(text, match.start()) else words
        strange = [word for word in counted if not _is_usual(word, usual)]
        if strange:
            found.append((match.start(), match[0]))
    for match in NAMED.finditer(text):
        word = match[1]
        is_told = word[:1].isupper() or "is " not in match[0]
        if is_told and word.casefold() not in AFTER_NAMED and not word.isdigit() and not _is_usual(word, usual):
            found.append((match.start(1), word))
    found += [(match.start(1), match[1]) for match in INTRODUCED.finditer(text)]
    names = list(dict.fromkeys(name for _, name in sorted(found)))
    return [Detail(Kind.NAME, name) for name in names if not _is_within(name, names)]


def _begins_sentence(text, at):
    before = text[:at].rstrip(" '")
    is_dash = before[-1:] in ("-", "–") and before[-2:-1] in ("", " ", "\n")
    return not before or is_dash or before[-1] in '.!?:;\n•“"('


def _is_within(name, names):
    return any(name != other and re.search(rf"\b{re.escape(name)}\b", other) for other in names)


def _words_of(name):
    return [word.casefold() for word in re.findall(r"[\w'-]+", _plain(name))]


def _is_usual(word, usual):
    folded = word.casefold()
    return folded in usual or folded.removesuffix("'s") in usual


# In forms.

NAMES_NOBODY = "names_nobody"


def refuse_details(form, *names):
    """Adds errors for a child's numbers and dates of birth in the named texts of a form; looks for no names."""
    for name in names:
        for detail in refused_in(form.cleaned_data.get(name)):
            form.add_error(name, f"“{detail.text}” looks like {detail.kind}: take it out. Nothing was saved")


class PersonalDetailsForm(forms.Form):
    """A form whose ``checked_fields`` may hold nothing that points at one child.

    Numbers and dates of birth are refused. What only looks like a name is asked about once, by a tick that is there
    only when it is needed.
    """

    checked_fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.doubtful = self._doubtful() if self.is_bound else []
        if self.doubtful:
            self.fields[NAMES_NOBODY] = forms.BooleanField(label="This names no child or family member", required=False)

    def known_names(self):
        """Names that may stand in a text: a form of an app with places and bodies of its own says which."""
        return frozenset()

    def clean(self):
        data = super().clean()
        refuse_details(self, *self.checked_fields)
        if self.doubtful and not data.get(NAMES_NOBODY):
            said = joined(f"“{detail.text}”" for detail in self.doubtful)
            words = f"Does {said} point at a child or a family? Take it out, or tick that it does not"
            self.add_error(NAMES_NOBODY, words)
        data.pop(NAMES_NOBODY, None)
        return data

    def _doubtful(self):
        typed = [self.data.get(self.add_prefix(name), "") for name in self.checked_fields]
        if not any(to_confirm_in(text) for text in typed):
            return []
        known = self.known_names()
        return list(dict.fromkeys(detail for text in typed for detail in to_confirm_in(text, known)))
