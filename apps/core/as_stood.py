"""Rows that are edited in place, as they stood at the end of a past day.

Titles, whoever answers for an action, its leads, and links to findings have no day of their own: a change of them takes
effect when it is recorded, and their history says how they stood. Models name by ``edited_in_place`` the fields that
people change so, and by ``linked_to`` the row on which links hang that are added and taken away.

What was recorded after the day altogether is shown as it is today: the history knows nothing of it as it was then.

``stand_as_on`` asks the history for the few rows that stood otherwise and hands them to the views of the schema
``as_stood``, each in the place of a table, which from then on come before the tables. Where nothing stood otherwise the
page reads the tables themselves. A view has no key, so a page that looks back cannot group by a row: it counts in a
subquery.
"""

import json
from contextlib import contextmanager, nullcontext
from datetime import datetime, time, timedelta

import pghistory
from django.apps import apps as registry
from django.db import connection, models

from apps.core.dates import LONDON, today
from apps.core.personal_details import Kind, details_in

SCHEMA = "as_stood"
# Of each table ``{"of": [ids that stood otherwise], "rows": [those that there were, what is edited as it stood]}``.
SETTING = "sendtracker.stood_{}"
TAKEN_OUT = "[words taken out since]"
HIDES = "hides_old_words"


def end_of(on):
    """The moment at which a day in London ends."""
    return datetime.combine(on + timedelta(days=1), time(), LONDON)


def stand_as_on(on):
    """Read rows as they stood at the end of a past day, until the end of the transaction; says whether any differ."""
    otherwise = stood_otherwise(on)
    if otherwise:
        set_until_the_end(settings_of(otherwise) | {"search_path": f"{SCHEMA}, public"})
    return bool(otherwise)


def settings_of(otherwise):
    """The settings from which the views read what stood otherwise."""
    return {SETTING.format(table): json.dumps(otherwise[table]) if table in otherwise else "" for table in views()}


def set_until_the_end(settings):
    """Settings of the database session, until the end of the transaction; one query."""
    parts, values = ["set_config(%s, %s, true)"] * len(settings), [text for pair in settings.items() for text in pair]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)  # noqa: S608 - nothing but places for values


@contextmanager
def standing_as_on(on):
    """As ``stand_as_on`` for what is done within, which only reads."""
    differs = on < today() and stand_as_on(on)
    try:
        yield
    finally:
        if differs:
            set_until_the_end({"search_path": "public"})


def stood_otherwise(on):
    """``{table: what of it stood otherwise at the end of a day}``; one query."""
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_questions()), {"moment": end_of(on)})
        found = cursor.fetchall()
    otherwise = {}
    for table, key, row, now, is_hidden in found:
        of_table = otherwise.setdefault(table, {"of": [], "rows": []})
        of_table["of"].append(key)
        if row is not None:
            of_table["rows"].append(_shown(json.loads(row), json.loads(now or "{}"), is_hidden))
    return otherwise


def _shown(row, now, is_hidden):
    texts = {name: text for name, text in row.items() if isinstance(text, str)}
    return row | {name: old_words(text, now.get(name), is_hidden) for name, text in texts.items()}


def old_words(text, now, is_hidden):
    """A text of then, unless whoever replaced it hid it, or a number or date in it that points at a child is gone."""
    return TAKEN_OUT if text != now and (is_hidden or _numbers_of(text) - _numbers_of(str(now or ""))) else text


def _numbers_of(text):
    """Numbers, dates and addresses of a text that may point at a child; quick where it has none."""
    if not any(letter.isdecimal() or letter == "@" for letter in text):
        return set()
    return {detail.text for detail in details_in(text) if detail.kind is not Kind.NAME}


def hiding_old_words(is_hidden):
    """A context for a change of words: whether those that it replaces are never shown again."""
    return pghistory.context(**{HIDES: True}) if is_hidden else nullcontext()


# The questions to the history, and the views.


def edited_models():
    return [model for model in registry.get_models() if hasattr(model, "edited_in_place")]


def linked_models():
    return [model for model in registry.get_models() if hasattr(model, "linked_to")]


def views():
    """``{table: the query that stands in its place}``."""
    edited = {model._meta.db_table: _view_of_edited(model) for model in edited_models()}
    return edited | {model._meta.db_table: _view_of_links(model) for model in linked_models()}


def _view_of_edited(model):
    """The table itself, joined with what stood otherwise: whoever reads it finds its keys and indexes."""
    table, edited = model._meta.db_table, {model._meta.get_field(name) for name in model.edited_in_place}
    columns = ", ".join(
        f'CASE WHEN other.id IS NULL THEN now."{field.column}" ELSE other."{field.column}" END AS "{field.column}"'
        if field in edited
        else f'now."{field.column}"'
        for field in model._meta.concrete_fields
    )
    return f"""
    SELECT {columns} FROM public."{table}" now
    LEFT JOIN jsonb_populate_recordset(NULL::public."{table}", {_stood(table)} -> 'rows') other
        ON other.id = now.id
    """  # noqa: S608 - our own tables and columns


def _view_of_links(model):
    table, columns = model._meta.db_table, _columns(model._meta.concrete_fields)
    return f"""
    SELECT {columns} FROM public."{table}" WHERE id NOT IN (
        SELECT key::bigint FROM jsonb_array_elements_text({_stood(table)} -> 'of') AS other(key))
    UNION ALL SELECT {columns} FROM jsonb_populate_recordset(NULL::public."{table}", {_stood(table)} -> 'rows')
    """  # noqa: S608 - our own tables and columns


def _stood(table):
    """What stood otherwise of a table, asked once a query; the setting is empty where nothing did."""
    return f"(SELECT nullif(current_setting('{SETTING.format(table)}', true), '')::jsonb)"


def _columns(fields, of=""):
    return ", ".join(f'{of}"{field.column}"' for field in fields)


def _questions():
    """For each model a query of ``(table, id, row as it stood or NULL, the row of today or NULL, hides its words)``."""
    return [*map(_question_of_edits, edited_models()), *map(_question_of_links, linked_models())]


def _question_of_edits(model):
    fields = [model._meta.get_field(name) for name in model.edited_in_place]
    stood = ", ".join(f"'{field.column}', stood.\"{field.column}\"" for field in fields)
    since = f"now.{model.edited_since} > %(moment)s AND" if hasattr(model, "edited_since") else ""
    return f"""
    SELECT '{model._meta.db_table}', now.id, jsonb_build_object('id', now.id, {stood}), to_jsonb(now),
        EXISTS (SELECT FROM public."{_events(model)}" later WHERE later.pgh_obj_id = now.id
            AND later.pgh_created_at > %(moment)s AND later.pgh_context ? '{HIDES}')
    FROM public."{model._meta.db_table}" now CROSS JOIN LATERAL ({_last_event(model, fields, "now.id")}) stood
    WHERE {since} ({_columns(fields, "now.")}) IS DISTINCT FROM ({_columns(fields, "stood.")})
    """  # noqa: S608 - our own tables and columns


def _question_of_links(model):
    """Links that were added or taken away since, of what was recorded by then and of rows that are still there."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    ends = [field for field in fields if isinstance(field, models.ForeignKey)]
    there = " AND ".join(
        f'EXISTS (SELECT FROM public."{end.related_model._meta.db_table}" WHERE id = stood."{end.column}")'
        for end in ends
    )
    columns = ", ".join(f"'{field.column}', stood.\"{field.column}\"" for field in fields)
    return f"""
    SELECT '{model._meta.db_table}', later.id, CASE WHEN stood.pgh_label <> 'delete' AND {there}
        THEN jsonb_build_object('id', later.id, {columns}) END, NULL, false
    FROM (
        SELECT DISTINCT changed.pgh_obj_id AS id FROM public."{_events(model)}" changed
        WHERE changed.pgh_created_at > %(moment)s AND {_was_recorded(model._meta.get_field(model.linked_to))}
    ) later LEFT JOIN LATERAL ({_last_event(model, fields, "later.id")}) stood ON true
    """  # noqa: S608 - our own tables and columns


def _was_recorded(field):
    """A condition: what a link hangs on was recorded by the moment."""
    model = field.related_model
    if any(other.name == "recorded_at" for other in model._meta.fields):
        known = f'"{model._meta.db_table}" known WHERE known.id = changed."{field.column}" AND known.recorded_at'
    else:
        known = f'"{_events(model)}" known WHERE known.pgh_obj_id = changed."{field.column}" AND known.pgh_created_at'
    return f"EXISTS (SELECT FROM public.{known} <= %(moment)s)"


def _last_event(model, fields, key):
    return f"""
    SELECT pgh_label, {_columns(fields)} FROM public."{_events(model)}" event
    WHERE event.pgh_obj_id = {key} AND event.pgh_created_at <= %(moment)s
    ORDER BY event.pgh_created_at DESC, event.pgh_id DESC LIMIT 1
    """  # noqa: S608 - our own tables and columns


def _events(model):
    return model.pgh_event_model._meta.db_table
