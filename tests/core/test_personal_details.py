"""What in a text points at one child is found, and what does not is left alone; every number here is made up."""

import pytest
from django import forms

from apps.core.personal_details import (
    UPN_LETTERS,
    PersonalDetailsForm,
    details_in,
    is_nhs_number,
    is_upn,
    refused_in,
    to_confirm_in,
)


def found(text, known=frozenset()):
    return [(detail.kind.name, detail.text) for detail in details_in(text, known)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("His number is 943 476 5919.", [("NHS_NUMBER", "943 476 5919")]),
        ("943-476-5919 and 9434765919", [("NHS_NUMBER", "943-476-5919"), ("NHS_NUMBER", "9434765919")]),
        ("Visit 3, 943 476 5919", [("NHS_NUMBER", "943 476 5919")]),
        ("943\u200b476\u00a05919", [("NHS_NUMBER", "943476 5919")]),
        ("The UPN is A123456789012", [("UPN", "A123456789012")]),
        ("a123 4567 8901 2", [("UPN", "a123 4567 8901 2")]),
        ("Born on 3/4/2015.", [("BIRTH", "3/4/2015")]),
        ("DOB: 03.04.15", [("BIRTH", "03.04.15")]),
        ("My son was born on 3rd of April 2015. He waits.", [("BIRTH", "3rd of April 2015")]),
        ("His birthday is 3 March", [("BIRTH", "3 March")]),
        ("2015-04-03 is her date of birth", [("BIRTH", "2015-04-03")]),
    ],
)
def test_what_is_refused(text, told):
    assert [(detail.kind.name, detail.text) for detail in refused_in(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She has waited since 3/4/2025", [("DAY", "3/4/2025")]),
        ("Write to someone@example.org", [("CONTACT", "someone@example.org")]),
        ("Ring 0161 496 0000", [("CONTACT", "0161 496 0000")]),
        ("We told Examplename twice", [("NAME", "Examplename")]),
        ("Examplename Othername was refused", [("NAME", "Examplename Othername")]),
        ("my daughter April waits", [("NAME", "April")]),
        ("a boy called examplename", [("NAME", "examplename")]),
        ("Mrs Examplename told us", [("NAME", "Mrs Examplename")]),
    ],
)
def test_what_must_be_confirmed(text, told):
    assert refused_in(text) == []
    assert [(detail.kind.name, detail.text) for detail in to_confirm_in(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "In May the Council told families in Radcliffe that the SENCo would call. Nobody called back.",
        "We waited from 3/4/2025 until now. 24 of 350 families agree; the EHCP came in week 31.",
        "9434765918 is no such number, nor is 1111111111, nor B123456789012.",
        "Nothing changed.\n- Letters are late\n- “Calls are not answered”",
        "It was called off on Monday, named after nobody: the Youth Forum and STARS said so.",
        "",
    ],
)
def test_what_is_left_alone(text):
    assert found(text) == []


def test_names_of_bodies_may_stand_where_they_are_known():
    text = "We wrote to Exampletown Hospital"
    assert found(text) == [("NAME", "Exampletown Hospital")]
    assert found(text, frozenset({"Exampletown Hospital NHS Trust"})) == []


def test_check_digits_and_letters():
    assert [n for n in range(10) if is_nhs_number(f"943476591{n}")] == [9]
    assert [c for c in UPN_LETTERS if is_upn(f"{c}123456789012")] == ["A"]
    assert [c for c in UPN_LETTERS if is_upn(f"{c}12345678901Z")] == ["H"]
    assert is_upn("A12345678901I") is False


class StoryForm(PersonalDetailsForm):
    checked_fields = ("words",)
    words = forms.CharField()


def test_a_form_refuses_names_the_words_and_saves_nothing():
    form = StoryForm({"words": "He is 943 476 5919"})
    assert form.is_valid() is False
    assert form.errors == {"words": ["“943 476 5919” looks like an NHS number: take it out. Nothing was saved"]}


def test_a_form_asks_once_for_what_looks_like_a_name():
    form = StoryForm({"words": "We told Examplename"})
    asked = "Does “Examplename” point at a child or a family? Take it out, or tick that it does not"
    assert form.errors == {"names_nobody": [asked]}
    ticked = StoryForm({"words": "We told Examplename", "names_nobody": "on"})
    assert ticked.is_valid() is True
    assert ticked.cleaned_data == {"words": "We told Examplename"}
    assert "names_nobody" not in StoryForm({"words": "We told them"}).fields


def test_a_tick_does_not_let_a_number_through():
    assert StoryForm({"words": "Examplename is 943 476 5919, Othername", "names_nobody": "on"}).is_valid() is False
