"""Milestones change by dated rows; plans and strands carry a version."""

from datetime import date

import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


def record_earlier_changes(apps, schema_editor):
    """Milestones that were moved or dropped before changes were dated: the change counts from the day of this migration."""
    change = apps.get_model("plans", "MilestoneChange")
    for row in apps.get_model("plans", "Milestone").objects.all():
        if row.is_dropped or row.due_on != row.original_due_on:
            change.objects.create(
                milestone=row,
                effective_on=date.today(),
                due_on=row.due_on,
                is_dropped=row.is_dropped,
                reason="Changed before the reasons of changes were kept.",
            )


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_action_of_strand"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MilestoneChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_on", models.DateField(verbose_name="date from which this is true")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("void_reason", models.TextField(blank=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                ("is_dropped", models.BooleanField(default=False, verbose_name="no longer needed")),
                ("reason", models.TextField()),
            ],
            options={
                "ordering": ["-effective_on", "-recorded_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MilestoneChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("effective_on", models.DateField(verbose_name="date from which this is true")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("void_reason", models.TextField(blank=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                ("is_dropped", models.BooleanField(default=False, verbose_name="no longer needed")),
                ("reason", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestone",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestone",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestone",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strand",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strand",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strand",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="milestone",
            name="plans_milestone_title_once",
        ),
        migrations.AddField(
            model_name="milestone",
            name="added_on",
            field=models.DateField(blank=True, null=True, verbose_name="part of the action from"),
        ),
        migrations.AddField(
            model_name="milestoneevent",
            name="added_on",
            field=models.DateField(blank=True, null=True, verbose_name="part of the action from"),
        ),
        migrations.AddField(
            model_name="plan",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="planevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="strand",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="strandevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_original_due_on",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."original_due_on" IS NOT NULL AND OLD."original_due_on" IS DISTINCT FROM (NEW."original_due_on"))',
                    func="RAISE EXCEPTION 'The first date of a milestone is never changed' USING ERRCODE = 'check_violation';",
                    hash="1f60a3a5513798f12144a6472fb4b3d6bed5f35d",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_original_due_on_34e5e",
                    table="plans_milestone",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_milestoneevent" ("action_id", "added_on", "due_on", "id", "is_dropped", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."action_id", NEW."added_on", NEW."due_on", NEW."id", NEW."is_dropped", NEW."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                    hash="4d422e09e0cf57417d83680fba31d3e3dba21502",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_326f0",
                    table="plans_milestone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_milestoneevent" ("action_id", "added_on", "due_on", "id", "is_dropped", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."action_id", NEW."added_on", NEW."due_on", NEW."id", NEW."is_dropped", NEW."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                    hash="b137005bd950fa65b7c4830e66d461ba6522a6d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f608",
                    table="plans_milestone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_milestoneevent" ("action_id", "added_on", "due_on", "id", "is_dropped", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (OLD."action_id", OLD."added_on", OLD."due_on", OLD."id", OLD."is_dropped", OLD."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."title"); RETURN NULL;',
                    hash="0efd8af9a08b8c87584e61bbcab4e0b199cb13e6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_536cd",
                    table="plans_milestone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_planevent" ("closed_on", "closed_reason", "id", "inspection_id", "is_demonstration", "is_published", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "type_id", "version") VALUES (NEW."closed_on", NEW."closed_reason", NEW."id", NEW."inspection_id", NEW."is_demonstration", NEW."is_published", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."source", NEW."starts_on", NEW."type_id", NEW."version"); RETURN NULL;',
                    hash="dc855a983a8ab3d8e294c49cfac50361efe2f887",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b340",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_planevent" ("closed_on", "closed_reason", "id", "inspection_id", "is_demonstration", "is_published", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "type_id", "version") VALUES (NEW."closed_on", NEW."closed_reason", NEW."id", NEW."inspection_id", NEW."is_demonstration", NEW."is_published", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."source", NEW."starts_on", NEW."type_id", NEW."version"); RETURN NULL;',
                    hash="2cc313d7ddd6c3ab896973ce8d3aa38861133a81",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ee9c7",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_planevent" ("closed_on", "closed_reason", "id", "inspection_id", "is_demonstration", "is_published", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "type_id", "version") VALUES (OLD."closed_on", OLD."closed_reason", OLD."id", OLD."inspection_id", OLD."is_demonstration", OLD."is_published", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."source", OLD."starts_on", OLD."type_id", OLD."version"); RETURN NULL;',
                    hash="b3b6250cd4e4b124c623b76abf14bbcc761f2b3b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e165",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_strandevent" ("accountable_council_id", "accountable_icb_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "position", "reference", "reference_key", "title", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."position", NEW."reference", NEW."reference_key", NEW."title", NEW."version"); RETURN NULL;',
                    hash="5cc386a65547f3c85c947339ecaddf71389064b1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96f5b",
                    table="plans_strand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_strandevent" ("accountable_council_id", "accountable_icb_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "position", "reference", "reference_key", "title", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."position", NEW."reference", NEW."reference_key", NEW."title", NEW."version"); RETURN NULL;',
                    hash="6b09742c48b9248596c0c5b17663dac43f6df94d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4c143",
                    table="plans_strand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_strandevent" ("accountable_council_id", "accountable_icb_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "position", "reference", "reference_key", "title", "version") VALUES (OLD."accountable_council_id", OLD."accountable_icb_id", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_title", OLD."plan_id", OLD."position", OLD."reference", OLD."reference_key", OLD."title", OLD."version"); RETURN NULL;',
                    hash="0af19b5e02f5a11a96d46b540d84675e7838ff7a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_84eee",
                    table="plans_strand",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("action", "title"),
                name="plans_milestone_title_once",
                violation_error_message="This action already has a milestone with these words.",
            ),
        ),
        migrations.AddField(
            model_name="milestonechange",
            name="milestone",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="plans.milestone"
            ),
        ),
        migrations.AddField(
            model_name="milestonechange",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where the row was loaded from a document.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="milestonechange",
            name="voids",
            field=models.OneToOneField(
                blank=True,
                help_text="The row taken back.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="voided_by",
                to="plans.milestonechange",
            ),
        ),
        migrations.AddField(
            model_name="milestonechangeevent",
            name="milestone",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.milestone",
            ),
        ),
        migrations.AddField(
            model_name="milestonechangeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.milestonechange",
            ),
        ),
        migrations.AddField(
            model_name="milestonechangeevent",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Empty where the row was loaded from a document.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="milestonechangeevent",
            name="voids",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The row taken back.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.milestonechange",
            ),
        ),
        migrations.AddIndex(
            model_name="milestonechange",
            index=models.Index(
                fields=["milestone", "-effective_on", "-recorded_at"], name="plans_miles_milesto_dd98b4_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voids__isnull", True), models.Q(("void_reason", ""), _negated=True), _connector="OR"
                ),
                name="plans_milestonechange_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonechange",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("reason", ""), _negated=True), ("voids__isnull", False), _connector="OR"),
                name="plans_milestonechange_has_reason",
                violation_error_message="Say why the milestone changes.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_milestonechangeevent" ("due_on", "effective_on", "id", "is_dropped", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."due_on", NEW."effective_on", NEW."id", NEW."is_dropped", NEW."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="6bf5ac60fb2c9ff4e9bbfdc42d035519c429f25c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_35f17",
                    table="plans_milestonechange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_milestonechangeevent" ("due_on", "effective_on", "id", "is_dropped", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."due_on", NEW."effective_on", NEW."id", NEW."is_dropped", NEW."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="f7d6ad08aad4840580670a1bdc390bd5e6ad9373",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9391d",
                    table="plans_milestonechange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_milestonechangeevent" ("due_on", "effective_on", "id", "is_dropped", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."due_on", OLD."effective_on", OLD."id", OLD."is_dropped", OLD."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                    hash="f6fedc8187146b65dd6fe1f7d02f02dfaaf0e98b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fc082",
                    table="plans_milestonechange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="68dfc18442ba5835120857e20c155fe1445599eb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6f5cc",
                    table="plans_milestonechangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(record_earlier_changes, migrations.RunPython.noop),
    ]
