"""Before any table: the database roles must be there, since every grant names them."""

from django.db import migrations

from apps.core.access import APP, OWNER, WEB, WEB_CASES


def require_roles(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [[OWNER, APP, WEB, WEB_CASES]])
        missing = {OWNER, APP, WEB, WEB_CASES} - {name for (name,) in cursor.fetchall()}
    if missing:
        raise RuntimeError(
            f"The database has no role {', '.join(sorted(missing))}. Run apps/core/database_roles.sql first; "
            "docs/database-roles.md says how."
        )


class Migration(migrations.Migration):
    initial = True
    operations = [migrations.RunPython(require_roles, migrations.RunPython.noop)]
