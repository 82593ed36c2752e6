"""Two people changed the same thing: field by field what is typed, what is saved now, and which to keep.

``theirs`` is always ``{field name: value}`` of what is saved now, in the values that a form's ``initial`` takes.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model, QuerySet

from apps.core.dates import long_date
from apps.core.words import joined

KEEP = "keep_"


@dataclass(frozen=True)
class Difference:
    """One field; ``mine`` and ``theirs`` are values, ``..._words`` the same for people."""

    name: str
    label: str
    mine: object
    theirs: object
    mine_words: str
    theirs_words: str


def differences(form, theirs):
    """The fields of a valid form whose typed value is not the one that is saved now."""
    found = []
    for name, value in theirs.items():
        mine = form.cleaned_data.get(name)
        if name in form.fields and _plain(mine) != _plain(value):
            field = form.fields[name]
            words = _in_words(field, mine), _in_words(field, value)
            found.append(Difference(name, field.label, mine, value, *words))
    return found


def settled(data, fields, theirs):
    """The posted data, with what is saved now in each field for which the person chose to keep theirs."""
    chosen = [name for name in fields if data and data.get(f"{KEEP}{name}") == "theirs" and name in theirs]
    if not chosen:
        return data
    data = data.copy()
    for name in chosen:
        data.setlist(name, _as_posted(fields[name], theirs[name]))
    return data


def typed(data, *besides):
    """The posted pairs to send again with the choices."""
    for name, values in data.lists():
        if name not in (*besides, "csrfmiddlewaretoken") and not name.startswith(KEEP):
            yield from ((name, value) for value in values)


def _plain(value):
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (QuerySet, list, tuple, set)):
        return sorted(_plain(item) for item in value)
    return None if value == "" else value


def _as_posted(field, value):
    if value is None or value is False:
        return []
    if value is True:
        return ["on"]
    if isinstance(value, (QuerySet, list, tuple, set)):
        return [str(_plain(item)) for item in value]
    return [str(field.prepare_value(value))]


def _in_words(field, value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return long_date(value)
    labels = dict(_labels(getattr(field, "choices", ())))
    if isinstance(value, (QuerySet, list, tuple, set)):
        return joined(labels.get(str(_plain(item)), item) for item in value)
    return labels.get(str(_plain(value)), str(value))


def _labels(choices):
    """Each value and its words, also of choices in groups."""
    for key, label in choices:
        if isinstance(label, (list, tuple)):
            yield from _labels(label)
        else:
            yield str(key), str(label)
