import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# An action that is there already was recorded when its history begins; without triggers, as nothing of it changes.
AS_HISTORY_BEGINS = """
UPDATE plans_action SET recorded_at = begins.at
FROM (SELECT pgh_obj_id, min(pgh_created_at) AS at FROM plans_actionevent GROUP BY pgh_obj_id) AS begins
WHERE begins.pgh_obj_id = plans_action.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0013_what_asks"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="action",
            name="recorded_at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="recorded_at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
        ),
        migrations.RunSQL(AS_HISTORY_BEGINS, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."recorded_at", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="f9b110f1a00b17573e8b0d219056712bfdb6e9de",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c2072",
                    table="plans_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."recorded_at", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="19d8cbf4f6c70ad2252974ecb09e669e3efb897b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c6d25",
                    table="plans_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (OLD."accountable_council_id", OLD."accountable_icb_id", OLD."added_on", OLD."dated_on", OLD."deputy_id", OLD."description", OLD."due_on", OLD."due_precision", OLD."due_text", OLD."id", OLD."is_critical", OLD."original_due_on", OLD."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_title", OLD."plan_id", OLD."rating", OLD."recorded_at", OLD."reference", OLD."reference_key", OLD."replaced_by_id", OLD."source", OLD."start_on", OLD."state", OLD."strand_id", OLD."success_criteria", OLD."title", OLD."updated_on", OLD."version"); RETURN NULL;',
                    hash="913563e8603c0c2eb46885e95b703660951dcf50",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b325f",
                    table="plans_action",
                    when="AFTER",
                ),
            ),
        ),
    ]
