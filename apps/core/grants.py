"""What each database role may do, table by table; granted anew after every migration.

A model says what the site may do to its rows by ``database_rights`` (SQL privileges, in lower case); one
that says nothing may be read, added to and changed, never deleted. Tables of other packages may be written freely.
History tables can only be added to. Apps in ``CASE_APPS``, and models that say ``names_children``, hold facts about
single children, which only ``WEB_CASES`` sees.
"""

from django.apps import apps as registry
from django.core.management import CommandError
from django.db import connections

from apps.core.access import APP, OWNER, WEB, WEB_CASES

CASE_APPS = frozenset({"caseload"})
DEFAULT_RIGHTS = "select, insert, update"
FREE_RIGHTS = "select, insert, update, delete"
HISTORY_RIGHTS = "select, insert"

# pgtrigger lets any session switch triggers off by a setting; for the site's own roles the setting means nothing.
IGNORE_ONLY_FOR_OWNER = f"""
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN AS $$
BEGIN
    IF current_user IN ('{APP}', '{WEB}', '{WEB_CASES}') THEN
        RETURN FALSE;
    END IF;
    RETURN coalesce(trigger_name = ANY(nullif(current_setting('pgtrigger.ignore', true), '')::text[]), FALSE);
END;
$$ LANGUAGE plpgsql;
"""


def rights_of(model):
    """The privileges that a role of the site has on a model's table."""
    if hasattr(model, "pgh_tracked_model"):
        return HISTORY_RIGHTS
    if model._meta.label == "admin.LogEntry":
        return HISTORY_RIGHTS
    if not model.__module__.startswith("apps."):
        return FREE_RIGHTS
    if model._meta.auto_created:
        # The links of a row that is only added to are only added to, too.
        return rights_of(model._meta.auto_created) if is_dated(model._meta.auto_created) else FREE_RIGHTS
    return getattr(model, "database_rights", DEFAULT_RIGHTS)


def is_dated(model):
    return getattr(model, "database_rights", DEFAULT_RIGHTS) == HISTORY_RIGHTS


def roles_for(model):
    """The roles that may touch a model's table at all."""
    names_children = model._meta.app_label in CASE_APPS or getattr(model, "names_children", False)
    return (WEB_CASES,) if names_children else (WEB, WEB_CASES)


def statements():
    """Every GRANT and REVOKE, in order."""
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {WEB}, {WEB_CASES}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {APP}, {WEB}, {WEB_CASES}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {WEB}, {WEB_CASES}"
    for model in registry.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            roles = ", ".join(roles_for(model))
            yield f'GRANT {rights_of(model)} ON "{model._meta.db_table}" TO {roles}'
    yield f"GRANT SELECT ON django_migrations TO {APP}, {WEB}, {WEB_CASES}"
    yield f"GRANT USAGE ON SCHEMA public TO {APP}"


def require_owner(cursor):
    """Raises CommandError where the site's own login migrates, before PostgreSQL refuses some part of it."""
    cursor.execute("SELECT current_user")
    if cursor.fetchone()[0] in (APP, WEB, WEB_CASES):
        raise CommandError(f"Migrations are run by {OWNER}: set DATABASE_OWNER_URL")


def grant_after_migrate(sender, using, **kwargs):
    """Grant all; does nothing while some app's tables are still missing (a migration to an earlier state)."""
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    expected = {
        model._meta.db_table
        for model in registry.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    if not expected <= existing:
        return
    with connection.cursor() as cursor:
        require_owner(cursor)
        cursor.execute(IGNORE_ONLY_FOR_OWNER)
        for statement in statements():
            cursor.execute(statement)
