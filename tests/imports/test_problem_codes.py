"""Every code by which a row is told of a problem stands in the table of docs/imports.md, and no other."""

import ast
import re
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEVERITIES = {"ERROR", "WARNING", "NOTE", "severity", "if_blank", "if_unknown"}
TABLE = re.compile(r"^\| (`.+?) \|", re.MULTILINE)


def modules():
    """What reads sheets, and what says of their rows what only the database knows."""
    for path in sorted((ROOT / "apps").rglob("*.py")):
        text = path.read_text()
        if "apps/imports/" in str(path) or path.name == "landing.py" or "from apps.core.landing import" in text:
            yield ast.parse(text)


def codes_in(tree):
    """The codes that a module gives; ``*`` stands for what differs from column to column."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                for code in places_of_codes(node):
                    yield from said(code, function, tree)


def places_of_codes(node):
    """A code is what ``problem`` is given first, and whatever stands just before a severity."""
    items = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
    if isinstance(node, ast.Call) and name_of(node.func) == "problem":
        yield items[0]
    yield from (one for one, next_one in pairwise(items) if name_of(next_one) in SEVERITIES)


def name_of(node):
    return getattr(node, "id", getattr(node, "attr", None))


def said(node, function, tree):
    """The texts that an expression can be: itself, either branch, what a name was set to or a caller gives."""
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*said(node.body, function, tree), *said(node.orelse, function, tree))
    elif isinstance(node, ast.Name):
        for value, place in sources(node.id, function, tree):
            yield from said(value, place, tree)


def sources(name, function, tree):
    """``(expression, function)`` of what is assigned to a name, or given for the parameter of that name."""
    for other in ast.walk(function):
        if isinstance(other, ast.Assign) and name_of(other.targets[0]) == name:
            yield other.value, function
    names = [each.arg for each in function.args.args if each.arg != "self"]
    if name in names:
        place = names.index(name)
        yield from ((call.args[place], caller) for call, caller in calls_of(function, tree) if len(call.args) > place)


def calls_of(function, tree):
    for caller in ast.walk(tree):
        if isinstance(caller, ast.FunctionDef) and caller.name != function.name:
            calls = (node for node in ast.walk(caller) if isinstance(node, ast.Call))
            yield from ((call, caller) for call in calls if name_of(call.func) == function.name)


def in_the_table():
    text = (ROOT / "docs" / "imports.md").read_text()
    text = text[text.index("### Problems") : text.index("### Confirming the columns")]
    return {code for row in TABLE.findall(text) for code in re.findall(r"`([a-z_*]+)`", row)}


def test_every_code_is_in_the_table_and_no_other():
    given = {code for tree in modules() for code in codes_in(tree)} - {None, ""}
    documented = in_the_table()
    assert {"due_missing", "*_missing", "too_long", "strand_new"} & given == {"*_missing", "too_long", "strand_new"}
    assert given - documented == set()
    assert {code for code in documented if not any(fnmatch(code, each) for each in given)} == set()
