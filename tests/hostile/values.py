"""What a hostile or careless person puts into fields and addresses."""

from uuid import UUID

from hypothesis import strategies as st

TEXTS = [
    "",
    " ",
    "\t\r\n",
    "a\x00b",
    "\x00",
    "\x01\x08\x0b\x1b\x7f",
    "\u202etxt.exe",
    "\ufeff",
    "\ufffe",
    "e\u0301" * 50,
]
TEXTS += ["x" * 201, "x" * 501, "y" * 5001, "z" * 70_000, "<script>alert(1)</script>", "{{ 7*7 }}{% raw %}", "{0} {on}"]
TEXTS += ["%s %(on)s %", "' OR 1=1 --", '"; DROP TABLE plans_action; --', "\\", "../../etc/passwd", "=1+1", "🏴" * 120]
# Letters whose small or large form is another letter.
TEXTS += ["\u212a", "\u017f", "\u0130", "\u00df"]
NUMBERS = ["0", "-1", "1", "42424242", str(2**31), str(2**63 - 1), str(2**63), str(-(2**63) - 1), "9" * 30, "9" * 5000]
NUMBERS += [
    "1e309",
    "NaN",
    "Infinity",
    "1.5",
    "1,5",
    "0x10",
    "２０",
    "²",
    "+7",
    " 7 ",
    "007",
    "1_000",
    "True",
    "[]",
    "{}",
]
DAYS = ["31/2/2026", "29/2/2027", "0/0/0", "1/1/1", "1/1/0001", "2/1/0001", "31/12/9999", "30/12/9999", "1/1/99999"]
DAYS += ["1/1/1899", "1/1/2200", "0001-01-01", "0001-02-28", "9999-12-31", "99999-01-01", "2026-13-45", "2026-W01-1"]
DAYS += ["20261124", "1 January 2026", "24/11/26", "2026-11-24T10:00:00Z", "yesterday", "24/11/2026", "2026-11-24"]
DAYS += ["1000-01-01", "2027-03-31", "31/3/2027"]
IDENTITIES = ["not-a-uuid", str(UUID(int=0)), "{00000000-0000-0000-0000-00000000000g}", "0" * 32, "0" * 33]
CODES = [
    "on",
    "yes",
    "no",
    "complete",
    "off_track",
    "accepted",
    "withdrawn",
    "merged",
    "none",
    "csv",
    "title",
    "rating",
]
QUERIES = [
    "& | !",
    "a & (b",
    "'a':*",
    "<->",
    "a:*b",
    "!!",
    "foo <2> bar",
    "((((",
    "\\'",
    '"a" OR',
    "PA1:*&",
    "a' || 'b",
]
QUERIES += ["\u0640", "_", "¹", "a\x00b"]
# Percent-encoded later: a lone surrogate, bytes that are no UTF-8, an overlong NUL.
BYTES = [b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\x80", b"\x80" * 10, b"\xf4\x90\x80\x80"]

anything = st.one_of(
    *[st.sampled_from(values) for values in (TEXTS, NUMBERS, DAYS, IDENTITIES, CODES, QUERIES, BYTES)],
    st.text(max_size=30),
)
OF_DAYS = ("_on", "_by", "due_from", "due_to", "as_at")
OF_NUMBERS = (
    "version",
    "page",
    "after",
    "plan",
    "strand",
    "organisation",
    "position",
    "_complete",
    "_days",
    "_share",
    "FORMS",
)
OF_NUMBERS += ("_count", "milestone", "person", "actions", "findings", "leads", "type", "inspection", "membership")


def likely(name):
    """Values of the kind that a field takes, and wrong in a way that only its kind can be."""
    if name.endswith(OF_DAYS):
        return st.sampled_from(DAYS)
    if name.endswith(OF_NUMBERS) or name.startswith(("post_", "accountable")):
        return st.sampled_from(NUMBERS)
    if name == "token":
        return st.sampled_from(IDENTITIES)
    return st.sampled_from(QUERIES + TEXTS)


def mutations(names, foreign=()):
    """``{field: values in its place}`` for one to three fields; none at all means that the field is not sent."""

    def values_of(name):
        one = st.one_of(likely(name), likely(name), anything, *([st.sampled_from(foreign)] if foreign else []))
        values = st.one_of(one.map(lambda value: [value]), one.map(lambda value: [value]), st.lists(one, max_size=3))
        return st.tuples(st.just(name), values)

    return st.lists(st.sampled_from(names).flatmap(values_of), min_size=1, max_size=3).map(dict)


WRONG_DAYS = DAYS[:18]
WRONG_NUMBERS = ["-1", "0", str(2**31), str(2**63), "9" * 5000, "NaN", "²", "a\x00b"]
WRONG_TEXTS = ["", "a\x00b", "\x01\x08\x0b\x1b\x7f", "z" * 70_000, "\u212a", b"\xed\xa0\x80"]


def wrong_values(name):
    """Each value that the kind of a field can get wrong."""
    if name.endswith(OF_DAYS):
        return WRONG_DAYS
    if name.endswith(OF_NUMBERS) or name.startswith(("post_", "accountable")):
        return WRONG_NUMBERS
    return [*WRONG_TEXTS, *QUERIES] if name in ("q", "lead") else WRONG_TEXTS
