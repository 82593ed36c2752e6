"""Meetings carry a version, so that a stale form overwrites nothing."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("board", "0001_initial"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="meeting",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "board_meetingevent" ("body", "held_on", "id", "is_demonstration", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updates_by", "version") VALUES (NEW."body", NEW."held_on", NEW."id", NEW."is_demonstration", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."updates_by", NEW."version"); RETURN NULL;',
                    hash="775cb42a2d72698d0fca76eb5628deffe9f1edf5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab899",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "board_meetingevent" ("body", "held_on", "id", "is_demonstration", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updates_by", "version") VALUES (NEW."body", NEW."held_on", NEW."id", NEW."is_demonstration", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."updates_by", NEW."version"); RETURN NULL;',
                    hash="5e3561bb6dcdf4f2b36c3731a616b60b3d43bf8d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4187f",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "board_meetingevent" ("body", "held_on", "id", "is_demonstration", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updates_by", "version") VALUES (OLD."body", OLD."held_on", OLD."id", OLD."is_demonstration", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."updates_by", OLD."version"); RETURN NULL;',
                    hash="fd931a337abc03fb22fcf9b36ffa6131a0d2e03e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8dcf8",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
    ]
