import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# When the history says that the words of an action last changed; without triggers, as nothing of it changes now.
AS_HISTORY_SAYS = """
UPDATE plans_action SET edited_at = edited.at
FROM (
    SELECT pgh_obj_id, max(pgh_created_at) AS at
    FROM (
        SELECT pgh_obj_id, pgh_created_at, words, lag(words) OVER told AS before, lag(pgh_id) OVER told AS earlier
        FROM (
            SELECT pgh_obj_id, pgh_created_at, pgh_id, ROW(
                reference, title, plain_title, description, success_criteria, accountable_council_id,
                accountable_icb_id, deputy_id
            ) AS words
            FROM plans_actionevent
        ) AS event
        WINDOW told AS (PARTITION BY pgh_obj_id ORDER BY pgh_created_at, pgh_id)
    ) AS change
    WHERE earlier IS NOT NULL AND words IS DISTINCT FROM before
    GROUP BY pgh_obj_id
) AS edited
WHERE edited.pgh_obj_id = plans_action.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0016_actions_in_order"),
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
            name="edited_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="edited_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RunSQL(AS_HISTORY_SAYS, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="note_edit",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accountable_council_id" IS DISTINCT FROM (NEW."accountable_council_id") OR OLD."accountable_icb_id" IS DISTINCT FROM (NEW."accountable_icb_id") OR OLD."deputy_id" IS DISTINCT FROM (NEW."deputy_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."plain_title" IS DISTINCT FROM (NEW."plain_title") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."success_criteria" IS DISTINCT FROM (NEW."success_criteria") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func="NEW.edited_at = clock_timestamp(); RETURN NEW;",
                    hash="7d7f6afb78239b8f242244b9f31f072e6167f726",
                    operation="UPDATE",
                    pgid="pgtrigger_note_edit_bf3d5",
                    table="plans_action",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "edited_at", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."edited_at", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."recorded_at", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="300c2b5193f08a30d7bc69576add4da00b8f2c11",
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
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "edited_at", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."edited_at", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."recorded_at", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="687158c531619c571eaa2506cc9ff76b07352c24",
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
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "edited_at", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "recorded_at", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (OLD."accountable_council_id", OLD."accountable_icb_id", OLD."added_on", OLD."dated_on", OLD."deputy_id", OLD."description", OLD."due_on", OLD."due_precision", OLD."due_text", OLD."edited_at", OLD."id", OLD."is_critical", OLD."original_due_on", OLD."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_title", OLD."plan_id", OLD."rating", OLD."recorded_at", OLD."reference", OLD."reference_key", OLD."replaced_by_id", OLD."source", OLD."start_on", OLD."state", OLD."strand_id", OLD."success_criteria", OLD."title", OLD."updated_on", OLD."version"); RETURN NULL;',
                    hash="8968fa953142b66a2aa95e6eb1182304ae854c72",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b325f",
                    table="plans_action",
                    when="AFTER",
                ),
            ),
        ),
    ]
