"""What is planned of an action is dated; rules that only programs kept are kept by the database."""

from datetime import UTC, datetime

import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import apps.core.models


def rate_anew(apps, schema_editor):
    """Ask the worker to work out where every action stands: a job whose lease is past is taken up by the next one."""
    if apps.get_model("plans", "Action").objects.exists():
        past = datetime(2026, 1, 1, tzinfo=UTC)
        job = apps.get_model("core", "Job")
        job.objects.create(kind="plans.refresh_all", state="running", lease_until=past)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_jobs"),
        ("accounts", "0001_initial"),
        ("inspections", "0002_words_stay"),
        ("plans", "0003_milestone_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_on", models.DateField(verbose_name="date from which this is true")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("void_reason", models.TextField(blank=True)),
                ("start_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                ("is_critical", models.BooleanField(default=False, verbose_name="critical")),
                ("reason", models.TextField()),
            ],
            options={
                "ordering": ["-effective_on", "-recorded_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionChangeEvent",
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
                ("start_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                ("is_critical", models.BooleanField(default=False, verbose_name="critical")),
                ("reason", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrandFindingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrandFinding",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("plans.strand_findings",),
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondecision",
            name="accepted_by_second_person",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondecision",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondecision",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondecision",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="actiondecision",
            name="plans_actiondecision_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="actiondecision",
            name="plans_actiondecision_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="evidence",
            name="plans_evidence_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="evidencerelease",
            name="plans_evidencerelease_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="extension",
            name="plans_extension_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="extension",
            name="plans_extension_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="extensiondecision",
            name="plans_extensiondecision_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="extensiondecision",
            name="plans_extensiondecision_refusal_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="milestonechange",
            name="plans_milestonechange_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="milestonechange",
            name="plans_milestonechange_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="milestonecompletion",
            name="plans_milestonecompletion_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="publication",
            name="plans_publication_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="ratingword",
            name="plans_ratingword_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="statusupdate",
            name="plans_statusupdate_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="statusupdate",
            name="plans_statusupdate_says_something",
        ),
        migrations.RemoveConstraint(
            model_name="strandrating",
            name="plans_strandrating_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="thresholds",
            name="plans_thresholds_void_has_reason",
        ),
        migrations.AddField(
            model_name="action",
            name="dated_on",
            field=models.DateField(
                blank=True,
                editable=False,
                help_text="Empty: from the start.",
                null=True,
                verbose_name="first date agreed on",
            ),
        ),
        migrations.AddField(
            model_name="actiondecision",
            name="done_on",
            field=models.DateField(blank=True, null=True, verbose_name="when the work was done"),
        ),
        migrations.AddField(
            model_name="actiondecisionevent",
            name="done_on",
            field=models.DateField(blank=True, null=True, verbose_name="when the work was done"),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="dated_on",
            field=models.DateField(
                blank=True,
                editable=False,
                help_text="Empty: from the start.",
                null=True,
                verbose_name="first date agreed on",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="is_critical",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="extensiondecision",
            name="extension",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="plans.extension"
            ),
        ),
        migrations.AlterField(
            model_name="standing",
            name="rule_reason",
            field=models.CharField(
                choices=[
                    ("accepted", "Accepted as complete"),
                    ("dropped", "No longer part of the plan"),
                    ("plan_closed", "The plan is closed"),
                    ("no_date", "No date is agreed"),
                    ("said_done", "Said to be done"),
                    ("acceptance_overdue", "Waiting too long for acceptance"),
                    ("done_late", "Done after the date agreed"),
                    ("overdue", "Past the date agreed"),
                    ("milestone_long_overdue", "A milestone is long overdue"),
                    ("milestone_overdue", "A milestone is overdue"),
                    ("extended", "The date was moved too often or too far"),
                    ("start_missed", "Should have started"),
                    ("stale", "Nobody has reported on it"),
                    ("not_due_to_start", "Not due to start yet"),
                    ("in_time", "Nothing is late"),
                ],
                max_length=30,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="b8001e981d6cb0415e8a05a6bb505f976bab6ea7",
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
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (NEW."accountable_council_id", NEW."accountable_icb_id", NEW."added_on", NEW."dated_on", NEW."deputy_id", NEW."description", NEW."due_on", NEW."due_precision", NEW."due_text", NEW."id", NEW."is_critical", NEW."original_due_on", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_title", NEW."plan_id", NEW."rating", NEW."reference", NEW."reference_key", NEW."replaced_by_id", NEW."source", NEW."start_on", NEW."state", NEW."strand_id", NEW."success_criteria", NEW."title", NEW."updated_on", NEW."version"); RETURN NULL;',
                    hash="d18723b8ffcaff70381c8573130914bff80185fc",
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
                    func='INSERT INTO "plans_actionevent" ("accountable_council_id", "accountable_icb_id", "added_on", "dated_on", "deputy_id", "description", "due_on", "due_precision", "due_text", "id", "is_critical", "original_due_on", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "plan_id", "rating", "reference", "reference_key", "replaced_by_id", "source", "start_on", "state", "strand_id", "success_criteria", "title", "updated_on", "version") VALUES (OLD."accountable_council_id", OLD."accountable_icb_id", OLD."added_on", OLD."dated_on", OLD."deputy_id", OLD."description", OLD."due_on", OLD."due_precision", OLD."due_text", OLD."id", OLD."is_critical", OLD."original_due_on", OLD."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_title", OLD."plan_id", OLD."rating", OLD."reference", OLD."reference_key", OLD."replaced_by_id", OLD."source", OLD."start_on", OLD."state", OLD."strand_id", OLD."success_criteria", OLD."title", OLD."updated_on", OLD."version"); RETURN NULL;',
                    hash="8ec396d1951e64f5aa6ad8b6b2f300390846a1c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b325f",
                    table="plans_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="33bb71f2bce9eba57f651c1c98a4a2ca4f0c90ff",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_6635f",
                    table="plans_actiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_actiondecision t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="365884111ff7a552ab78f61f3e584613f8492143",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_61b00",
                    table="plans_actiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="accepted_by_second_person",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."kind" = \'accepted\' AND NEW."voids_id" IS NULL)',
                    declare="DECLARE newest TEXT; said_by BIGINT;",
                    func="\n    SELECT d.kind, d.recorded_by_id INTO newest, said_by FROM plans_actiondecision d\n    WHERE d.action_id = NEW.action_id AND d.voids_id IS NULL\n        AND NOT EXISTS (SELECT FROM plans_actiondecision v WHERE v.voids_id = d.id)\n    ORDER BY d.effective_on DESC, d.recorded_at DESC, d.id DESC LIMIT 1;\n    IF newest IS DISTINCT FROM 'said_done' THEN\n        RAISE EXCEPTION 'Nothing was said to be done' USING ERRCODE = 'check_violation';\n    END IF;\n    IF said_by = NEW.recorded_by_id THEN\n        RAISE EXCEPTION 'A second person accepts what was said to be done' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                    hash="98600e96e2c555f70958fca41f35e3dcf4a2bf9e",
                    operation="INSERT",
                    pgid="pgtrigger_accepted_by_second_person_99ce5",
                    table="plans_actiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actiondecisionevent" ("action_id", "author_title", "done_on", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "takes_its_place_id", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."done_on", NEW."effective_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."takes_its_place_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="1af2b2fb1d53f90c04d3603311750178acd427e1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_27a19",
                    table="plans_actiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_actiondecisionevent" ("action_id", "author_title", "done_on", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "takes_its_place_id", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."done_on", NEW."effective_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."takes_its_place_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="0502a2e4c725b723aeaaec0277b1d3bc433bc9ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e664a",
                    table="plans_actiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actiondecisionevent" ("action_id", "author_title", "done_on", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "takes_its_place_id", "token", "void_reason", "voids_id") VALUES (OLD."action_id", OLD."author_title", OLD."done_on", OLD."effective_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."takes_its_place_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                    hash="94b40da02502ac927a4cebb0ab2b0221fb3c0abd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc29f",
                    table="plans_actiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="10fc20397c5c9e718e9ab60b39abc5cb1727f062",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_9a9ec",
                    table="plans_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_evidence t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="77d331f2f68e0139c2ecb5868eb0332c3b267469",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_51359",
                    table="plans_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencerelease",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="593b36d489cf0a3b173d74fcbdfed72e36d6a737",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_77b08",
                    table="plans_evidencerelease",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencerelease",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_evidencerelease t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'evidence_id') IS DISTINCT FROM (to_jsonb(NEW)->>'evidence_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="2e92f110f556755faffc23ef39fb37b18c73bfbd",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_db5a5",
                    table="plans_evidencerelease",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="7ce6431f5f4ac5453e2bb3156669e2ac3a700fe4",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_14f34",
                    table="plans_extension",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_extension t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="104581fa34b4606631c26767d3ba3f90a5ac317f",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_08d93",
                    table="plans_extension",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="one_request_at_a_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NULL)',
                    func="\n    IF EXISTS (SELECT FROM plans_extension e WHERE e.action_id = NEW.action_id AND e.voids_id IS NULL\n        AND NOT EXISTS (SELECT FROM plans_extension v WHERE v.voids_id = e.id)\n        AND NOT EXISTS (SELECT FROM plans_extensiondecision d WHERE d.extension_id = e.id AND d.voids_id IS NULL\n            AND NOT EXISTS (SELECT FROM plans_extensiondecision w WHERE w.voids_id = d.id))) THEN\n        RAISE EXCEPTION 'A new date was already asked for' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                    hash="cf0a62598971974b2fd1a4e10a379cb778174376",
                    operation="INSERT",
                    pgid="pgtrigger_one_request_at_a_time_53975",
                    table="plans_extension",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="e4573e8d4b27aad5dd6ae912c276e97edac6d18d",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_c8bbb",
                    table="plans_extensiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_extensiondecision t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'extension_id') IS DISTINCT FROM (to_jsonb(NEW)->>'extension_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="bdef61047f7cd99331d2d8da47b77434394af73a",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_8fafe",
                    table="plans_extensiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="decided_by_another",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NULL)',
                    func="\n    IF EXISTS (SELECT FROM plans_extension e WHERE e.id = NEW.extension_id AND e.recorded_by_id = NEW.recorded_by_id)\n    THEN\n        RAISE EXCEPTION 'Somebody other than the person who asked decides' USING ERRCODE = 'check_violation';\n    END IF;\n    IF EXISTS (SELECT FROM plans_extensiondecision d WHERE d.extension_id = NEW.extension_id AND d.voids_id IS NULL\n        AND NOT EXISTS (SELECT FROM plans_extensiondecision v WHERE v.voids_id = d.id)) THEN\n        RAISE EXCEPTION 'This was already decided' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                    hash="ff831b944e6c917686f605619b0df4c5db099ad0",
                    operation="INSERT",
                    pgid="pgtrigger_decided_by_another_28fdc",
                    table="plans_extensiondecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechange",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="381db8f14506fdbf6eb85eec7e54b580547703b2",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_6a457",
                    table="plans_milestonechange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonechange",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_milestonechange t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'milestone_id') IS DISTINCT FROM (to_jsonb(NEW)->>'milestone_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="b00d5d75fddd7ad71deaac7d75e064e820b1a2e6",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_87f4c",
                    table="plans_milestonechange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonecompletion",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="095bcc1d2005b67a61a0d0f80af9b2a1d2f12165",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_802a8",
                    table="plans_milestonecompletion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonecompletion",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_milestonecompletion t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'milestone_id') IS DISTINCT FROM (to_jsonb(NEW)->>'milestone_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="b8cf5921a0aa621eb964095acdc1162d106e3700",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_ecbcc",
                    table="plans_milestonecompletion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="70d8ab449d53ba5a1aedb49631c7ce9ee9bfbad5",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_183b9",
                    table="plans_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_publication t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'plan_id') IS DISTINCT FROM (to_jsonb(NEW)->>'plan_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="f2633a8c19ebd9620c85a9c73216ee5f74e6b829",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_7b6a2",
                    table="plans_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratingword",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="99536fd66d77752b2e3d83df87651fa616922ba1",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_a527d",
                    table="plans_ratingword",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="db7dd3b011e20bcdf81b493da4f26cb6ffbca84d",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_d9249",
                    table="plans_statusupdate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_statusupdate t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="25feacd5b8b51b64e7ff021719becd5bd58fc1d2",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_caa3c",
                    table="plans_statusupdate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandrating",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="1ee54cbfe09ac4d0633c55f68a75185da7b80fb4",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_ea975",
                    table="plans_strandrating",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandrating",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_strandrating t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'strand_id') IS DISTINCT FROM (to_jsonb(NEW)->>'strand_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="227443e3a43d5c4c9f0f63bd7ab66d34583af161",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_08b09",
                    table="plans_strandrating",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholds",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="812ae33a2fdfe3c7f2598765c9d4f546b5517faa",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_303ea",
                    table="plans_thresholds",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="actiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_actiondecision_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_actiondecision_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_actiondecision_has_reason",
                violation_error_message="Give the reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on__isnull", True), ("done_on__lte", models.F("effective_on")), _connector="OR"
                ),
                name="plans_actiondecision_done_by_then",
                violation_error_message="It cannot be said to be done before it was done.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_evidence_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_evidence_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_evidence_has_title",
                violation_error_message="Say what the evidence is.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("link", ""), ("link__iregex", "^https?://"), _connector="OR"),
                name="plans_evidence_link_is_web_address",
                violation_error_message="The link must begin with https:// or http://.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencerelease",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_evidencerelease_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencerelease",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_evidencerelease_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_extension_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_extension_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_extension_has_reason",
                violation_error_message="Say why the date must move.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extensiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_extensiondecision_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extensiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_extensiondecision_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extensiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_approved", True), ("reason__regex", "\\S"), _connector="OR"),
                name="plans_extensiondecision_refusal_has_reason",
                violation_error_message="Say why the new date is refused.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_milestonechange_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_milestonechange_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_milestonechange_has_reason",
                violation_error_message="Say why the milestone changes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonecompletion",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_milestonecompletion_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonecompletion",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_milestonecompletion_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_publication_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_publication_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingword",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_ratingword_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingword",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_ratingword_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_statusupdate_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_statusupdate_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(("narrative__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_statusupdate_says_something",
                violation_error_message="Say what has happened.",
            ),
        ),
        migrations.AddConstraint(
            model_name="strandrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_strandrating_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="strandrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_strandrating_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="strandrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("narrative__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_strandrating_says_why",
                violation_error_message="Say why you rate it so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholds",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_thresholds_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholds",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_thresholds_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddField(
            model_name="actionchange",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="plans.action"
            ),
        ),
        migrations.AddField(
            model_name="actionchange",
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
            model_name="actionchange",
            name="voids",
            field=models.OneToOneField(
                blank=True,
                help_text="The row taken back.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="voided_by",
                to="plans.actionchange",
            ),
        ),
        migrations.AddField(
            model_name="actionchangeevent",
            name="action",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.action",
            ),
        ),
        migrations.AddField(
            model_name="actionchangeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.actionchange",
            ),
        ),
        migrations.AddField(
            model_name="actionchangeevent",
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
            model_name="actionchangeevent",
            name="voids",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The row taken back.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.actionchange",
            ),
        ),
        migrations.AddField(
            model_name="strandfindingevent",
            name="finding",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="inspections.finding",
            ),
        ),
        migrations.AddField(
            model_name="strandfindingevent",
            name="strand",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="plans.strand",
            ),
        ),
        migrations.AddField(
            model_name="strandfindingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="plans.strandfinding",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandfinding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_strandfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."strand_id"); RETURN NULL;',
                    hash="297cb72e32e4a54fdf2f05fc09427f32aa9fd305",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65e8a",
                    table="plans_strand_findings",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandfinding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_strandfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."strand_id"); RETURN NULL;',
                    hash="fb7c676f2e10722d0ef3e1b9e98e2a4354108ad7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_24e7c",
                    table="plans_strand_findings",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandfinding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_strandfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_id") VALUES (OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."strand_id"); RETURN NULL;',
                    hash="ea0a0b29b6ecbf8f480303339546f8177e4fcf19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_94ffd",
                    table="plans_strand_findings",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="actionchange",
            index=models.Index(
                fields=["action", "-effective_on", "-recorded_at"], name="plans_actio_action__3d9a9d_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="actionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="plans_actionchange_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="plans_actionchange_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                name="plans_actionchange_has_reason",
                violation_error_message="Say why.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                    hash="407d67b8b61e5a442ca09685555044c5a0910801",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_now_4ca5f",
                    table="plans_actionchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="voids_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                    declare="DECLARE taken_back JSONB;",
                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM plans_actionchange t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                    hash="db52d92cae100c627f8aca6c7b7ff4c3dc413561",
                    operation="INSERT",
                    pgid="pgtrigger_voids_its_own_41692",
                    table="plans_actionchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionchangeevent" ("action_id", "effective_on", "id", "is_critical", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "start_on", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."effective_on", NEW."id", NEW."is_critical", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."start_on", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="f20e4e9b045bc1d5af7237a4764ca29bc349ef7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_463f6",
                    table="plans_actionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_actionchangeevent" ("action_id", "effective_on", "id", "is_critical", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "start_on", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."effective_on", NEW."id", NEW."is_critical", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."start_on", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                    hash="725bcdc70620522bbb54f03f005a2ee465fa1e52",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5da5e",
                    table="plans_actionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_actionchangeevent" ("action_id", "effective_on", "id", "is_critical", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "start_on", "void_reason", "voids_id") VALUES (OLD."action_id", OLD."effective_on", OLD."id", OLD."is_critical", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."start_on", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                    hash="77733b8d1608ea0d18b06f23a0124f0d613481e9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_185b0",
                    table="plans_actionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4f5c65b761327d92aaf5256b21ba78866190217d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56772",
                    table="plans_actionchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strandfindingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1992d385c4cb94291e20ee91669118f96eefb157",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_805f9",
                    table="plans_strandfindingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(rate_anew, migrations.RunPython.noop),
    ]
