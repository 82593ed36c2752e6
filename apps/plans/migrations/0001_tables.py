import datetime

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("plans", "0001_initial"),
        ("plans", "0003_milestone_changes"),
        ("plans", "0004_dated_plans"),
        ("plans", "0005_rows_of_a_date"),
        ("plans", "0006_trouble_explained"),
        ("plans", "0007_words_with_reasons"),
        ("plans", "0008_evidence_taken_back"),
        ("plans", "0009_sheets"),
        ("plans", "0011_parts_taken_back"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("imports", "0001_tables"),
        ("inspections", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="PlanType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=30, unique=True)),
                        ("name", models.CharField(max_length=100)),
                        (
                            "strand_word",
                            models.CharField(default="strand", max_length=50, verbose_name="word for a strand"),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_plantypeevent" ("code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_word") VALUES (NEW."code", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."strand_word"); RETURN NULL;',
                                    hash="ac6c7ec5f68cac68aeea57201b03beba87f24419",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0c6ac",
                                    table="plans_plantype",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_plantypeevent" ("code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_word") VALUES (NEW."code", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."strand_word"); RETURN NULL;',
                                    hash="244ab4e73a7557a5e5ef67749d11bce2ab36b34d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cdb98",
                                    table="plans_plantype",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_plantypeevent" ("code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strand_word") VALUES (OLD."code", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."strand_word"); RETURN NULL;',
                                    hash="829ba494ebf5457ed5159ec4149aed5be9882f4c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_58905",
                                    table="plans_plantype",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanTypeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False, max_length=30)),
                        ("name", models.CharField(max_length=100)),
                        (
                            "strand_word",
                            models.CharField(default="strand", max_length=50, verbose_name="word for a strand"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.plantype",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="6b9df25a87fc316eaeb249a9e9dfda8c72a70b36",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_2dd80",
                                    table="plans_plantypeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("is_published", models.BooleanField(verbose_name="published")),
                        ("note", models.TextField(blank=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_publication_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_publication_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_publicationevent" ("effective_on", "id", "is_published", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."is_published", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="91add87a2fcfb743aa9f77bf3e4d32b0adb39b10",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_75485",
                                    table="plans_publication",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_publicationevent" ("effective_on", "id", "is_published", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."is_published", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="8c6efe3864e77e8b2c8ee4285f7eea8da8be6e97",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6a20e",
                                    table="plans_publication",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_publicationevent" ("effective_on", "id", "is_published", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."id", OLD."is_published", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="b5c53d39fe8fa5b2a64221e31f0246b19ba28312",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dbc48",
                                    table="plans_publication",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicationEvent",
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
                        ("is_published", models.BooleanField(verbose_name="published")),
                        ("note", models.TextField(blank=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.publication",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.publication",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="16a34d3d433d246c1e4b010d36b68e665de41588",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9ebf2",
                                    table="plans_publicationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RatingWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("word", models.CharField(max_length=40)),
                        (
                            "shape",
                            models.CharField(
                                choices=[
                                    ("▲", "▲ triangle"),
                                    ("◆", "◆ diamond"),
                                    ("●", "● circle"),
                                    ("✔", "✔ tick"),
                                    ("○", "○ ring"),
                                    ("■", "■ square"),
                                    ("★", "★ star"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("meaning", models.CharField(max_length=300)),
                        ("source", models.CharField(blank=True, max_length=300)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.ratingword",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why it was changed")),
                        ("token", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["code", "-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code__in", ["not_started", "off_track", "at_risk", "on_track", "complete"])
                                ),
                                name="plans_ratingword_code_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("shape__in", ["▲", "◆", "●", "✔", "○", "■", "★"])),
                                name="plans_ratingword_shape_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_ratingword_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_ratingword_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="one_meaning",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NULL)',
                                    declare="DECLARE next_day DATE;",
                                    func="\n        PERFORM pg_advisory_xact_lock(hashtextextended('plans_ratingword', 0));\n        SELECT min(t.effective_on) INTO next_day FROM plans_ratingword t\n            WHERE t.code = NEW.code AND t.effective_on > NEW.effective_on AND t.voids_id IS NULL\n                AND NOT EXISTS (SELECT FROM plans_ratingword v WHERE v.voids_id = t.id);\n        IF EXISTS (\n            SELECT FROM (\n                SELECT t.code, t.word, t.shape, t.effective_on,\n                    lead(t.effective_on) OVER (\n                        PARTITION BY t.code ORDER BY t.effective_on, t.recorded_at, t.id) AS until\n                FROM plans_ratingword t\n                WHERE t.voids_id IS NULL AND NOT EXISTS (SELECT FROM plans_ratingword v WHERE v.voids_id = t.id)\n            ) other\n            WHERE other.code <> NEW.code\n                AND (other.until IS NULL OR other.until > greatest(NEW.effective_on, other.effective_on))\n                AND (next_day IS NULL OR other.effective_on < next_day)\n                AND (lower(btrim(other.word)) = lower(btrim(NEW.word)) OR other.shape = NEW.shape)\n        ) THEN\n            RAISE EXCEPTION 'Two ratings cannot have the same word or shape' USING ERRCODE = 'unique_violation',\n                CONSTRAINT = 'plans_ratingword_one_meaning';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="6735e455aa8636ee922dd3457e6c2a223261a30a",
                                    operation="INSERT",
                                    pgid="pgtrigger_one_meaning_2ec62",
                                    table="plans_ratingword",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_ratingwordevent" ("code", "effective_on", "id", "meaning", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "shape", "source", "token", "void_reason", "voids_id", "word") VALUES (NEW."code", NEW."effective_on", NEW."id", NEW."meaning", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."shape", NEW."source", NEW."token", NEW."void_reason", NEW."voids_id", NEW."word"); RETURN NULL;',
                                    hash="f9e6fbb90e8dd9fd4c9dff4bb299c651e6459390",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0c67a",
                                    table="plans_ratingword",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_ratingwordevent" ("code", "effective_on", "id", "meaning", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "shape", "source", "token", "void_reason", "voids_id", "word") VALUES (NEW."code", NEW."effective_on", NEW."id", NEW."meaning", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."shape", NEW."source", NEW."token", NEW."void_reason", NEW."voids_id", NEW."word"); RETURN NULL;',
                                    hash="c6a055cd3442af7af69635c08c7053e6207b19c8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_42b91",
                                    table="plans_ratingword",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_ratingwordevent" ("code", "effective_on", "id", "meaning", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "shape", "source", "token", "void_reason", "voids_id", "word") VALUES (OLD."code", OLD."effective_on", OLD."id", OLD."meaning", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."shape", OLD."source", OLD."token", OLD."void_reason", OLD."voids_id", OLD."word"); RETURN NULL;',
                                    hash="f9456099779e37154510dfd7f63d624c974d59f0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_554c6",
                                    table="plans_ratingword",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "verbose_name": "word of a rating",
                        "verbose_name_plural": "words of the ratings",
                    },
                ),
                migrations.CreateModel(
                    name="RatingWordEvent",
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
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("word", models.CharField(max_length=40)),
                        (
                            "shape",
                            models.CharField(
                                choices=[
                                    ("▲", "▲ triangle"),
                                    ("◆", "◆ diamond"),
                                    ("●", "● circle"),
                                    ("✔", "✔ tick"),
                                    ("○", "○ ring"),
                                    ("■", "■ square"),
                                    ("★", "★ star"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("meaning", models.CharField(max_length=300)),
                        ("source", models.CharField(blank=True, max_length=300)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.ratingword",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.ratingword",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why it was changed")),
                        ("token", models.UUIDField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="99020e37591ead2fd55d8de011f64886ed4aaa91",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ced3d",
                                    table="plans_ratingwordevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedFilter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100)),
                        ("query", models.CharField(max_length=2000)),
                        ("is_shared", models.BooleanField(default=False, verbose_name="shared with colleagues")),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="saved_filters",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("owner"),
                                django.db.models.functions.text.Lower("name"),
                                name="plans_savedfilter_name_once",
                                violation_error_message="You already have a filter with this name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="plans_savedfilter_has_name"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_savedfilterevent" ("id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") VALUES (NEW."id", NEW."is_shared", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."query"); RETURN NULL;',
                                    hash="4d5d5896cf08ed97ed48610fc3bcb9ae4e51417e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9b4ae",
                                    table="plans_savedfilter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_savedfilterevent" ("id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") VALUES (NEW."id", NEW."is_shared", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."query"); RETURN NULL;',
                                    hash="f125142afdeb4182530ca4bc070b7ddc058e5b2a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0fce7",
                                    table="plans_savedfilter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_savedfilterevent" ("id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") VALUES (OLD."id", OLD."is_shared", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."query"); RETURN NULL;',
                                    hash="872964d40b243da730d5573dc3e241d8f71e38db",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bdc04",
                                    table="plans_savedfilter",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedFilterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=100)),
                        ("query", models.CharField(max_length=2000)),
                        ("is_shared", models.BooleanField(default=False, verbose_name="shared with colleagues")),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.savedfilter",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="78a4ce18182c9563003f1bfa5bbfd5693a960c74",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_459d5",
                                    table="plans_savedfilterevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Standing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("said_done", "Said to be done"),
                                    ("accepted", "Complete"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged into another action"),
                                    ("replaced", "Replaced by another action"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("is_plan_closed", models.BooleanField(default=False)),
                        ("due_on", models.DateField(null=True)),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("rated_on", models.DateField(null=True)),
                        ("updated_on", models.DateField(null=True)),
                        ("touched_on", models.DateField(null=True)),
                        ("finished_on", models.DateField(null=True)),
                        ("percent_complete", models.PositiveSmallIntegerField(null=True)),
                        ("times_extended", models.PositiveSmallIntegerField(default=0)),
                        ("days_extended", models.PositiveIntegerField(default=0)),
                        ("times_unchanged", models.PositiveSmallIntegerField(default=0)),
                        ("was_sent_back", models.BooleanField(default=False)),
                        (
                            "rule_rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        (
                            "rule_reason",
                            models.CharField(
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
                        ("rule_date", models.DateField(null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="standings", to="plans.action"
                            ),
                        ),
                        ("is_critical", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["action", "starts_on"],
                        "indexes": [
                            models.Index(
                                django.db.models.functions.comparison.Coalesce(
                                    "ends_on", models.Value(datetime.date(9999, 12, 31))
                                ),
                                models.F("starts_on"),
                                include=(
                                    "id",
                                    "action",
                                    "ends_on",
                                    "state",
                                    "is_plan_closed",
                                    "rating",
                                    "rule_rating",
                                    "rule_reason",
                                    "rule_date",
                                    "due_on",
                                    "updated_on",
                                    "touched_on",
                                    "finished_on",
                                    "is_critical",
                                ),
                                name="plans_standing_holds",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("action", "starts_on"), name="plans_standing_starts_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("action",),
                                name="plans_standing_one_without_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"
                                ),
                                name="plans_standing_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusUpdate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("narrative", models.TextField()),
                        ("families_text", models.TextField(blank=True, verbose_name="for families")),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("percent_complete", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "reason_differs",
                            models.TextField(blank=True, verbose_name="why the rating is greener than the dates say"),
                        ),
                        ("why", models.TextField(blank=True, verbose_name="why it is late or at risk")),
                        ("being_done", models.TextField(blank=True, verbose_name="what is being done")),
                        ("back_on", models.DateField(blank=True, null=True, verbose_name="back on track on")),
                        ("board_ask", models.TextField(blank=True, verbose_name="what the Board must do")),
                        ("is_no_change", models.BooleanField(default=False, verbose_name="no change")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("bulk", models.UUIDField(blank=True, null=True, verbose_name="recorded together with others")),
                        ("source", models.TextField(blank=True)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="updates", to="plans.action"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.statusupdate",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="imports.batch",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["action", "-effective_on", "-recorded_at"],
                                name="plans_statu_action__54f4e4_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    ("rating__in", ("not_started", "off_track", "at_risk", "on_track")),
                                    _connector="OR",
                                ),
                                name="plans_statusupdate_rating_reportable",
                                violation_error_message="An action becomes complete when a second person accepts it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("percent_complete__isnull", True), ("percent_complete__lte", 100), _connector="OR"
                                ),
                                name="plans_statusupdate_percent_in_range",
                                violation_error_message="Enter a percentage from 0 to 100.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_statusupdate_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_statusupdate_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("narrative__regex", "\\S"), ("voids__isnull", False), _connector="OR"
                                ),
                                name="plans_statusupdate_says_something",
                                violation_error_message="Say what has happened.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("recorded_by__isnull", True),
                                    ("batch__isnull", False),
                                    ("rating__isnull", True),
                                    models.Q(("rating__in", ("off_track", "at_risk")), _negated=True),
                                    models.Q(
                                        ("back_on__isnull", False),
                                        ("being_done__regex", "\\S"),
                                        ("board_ask__regex", "\\S"),
                                        ("why__regex", "\\S"),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_statusupdate_trouble_explained",
                                violation_error_message="Say why, what is being done, back when, and what the Board must do.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_statusupdateevent" ("action_id", "author_title", "back_on", "batch_id", "being_done", "board_ask", "bulk", "effective_on", "families_text", "id", "is_no_change", "narrative", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "source", "token", "void_reason", "voids_id", "why") VALUES (NEW."action_id", NEW."author_title", NEW."back_on", NEW."batch_id", NEW."being_done", NEW."board_ask", NEW."bulk", NEW."effective_on", NEW."families_text", NEW."id", NEW."is_no_change", NEW."narrative", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."reason_differs", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."token", NEW."void_reason", NEW."voids_id", NEW."why"); RETURN NULL;',
                                    hash="164cde4b16f73edf86ef400f7f0993c5a42d0f5a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cf608",
                                    table="plans_statusupdate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_statusupdateevent" ("action_id", "author_title", "back_on", "batch_id", "being_done", "board_ask", "bulk", "effective_on", "families_text", "id", "is_no_change", "narrative", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "source", "token", "void_reason", "voids_id", "why") VALUES (NEW."action_id", NEW."author_title", NEW."back_on", NEW."batch_id", NEW."being_done", NEW."board_ask", NEW."bulk", NEW."effective_on", NEW."families_text", NEW."id", NEW."is_no_change", NEW."narrative", NEW."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."reason_differs", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."token", NEW."void_reason", NEW."voids_id", NEW."why"); RETURN NULL;',
                                    hash="0187e6ccde457ad144776d35b858edbb2f187b4a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d2390",
                                    table="plans_statusupdate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_statusupdateevent" ("action_id", "author_title", "back_on", "batch_id", "being_done", "board_ask", "bulk", "effective_on", "families_text", "id", "is_no_change", "narrative", "percent_complete", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "source", "token", "void_reason", "voids_id", "why") VALUES (OLD."action_id", OLD."author_title", OLD."back_on", OLD."batch_id", OLD."being_done", OLD."board_ask", OLD."bulk", OLD."effective_on", OLD."families_text", OLD."id", OLD."is_no_change", OLD."narrative", OLD."percent_complete", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."reason_differs", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."token", OLD."void_reason", OLD."voids_id", OLD."why"); RETURN NULL;',
                                    hash="d0b9d1fdc98264d9a4f2cbe1e277eae014ce29bc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fb944",
                                    table="plans_statusupdate",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusUpdateEvent",
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
                        ("narrative", models.TextField()),
                        ("families_text", models.TextField(blank=True, verbose_name="for families")),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("percent_complete", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "reason_differs",
                            models.TextField(blank=True, verbose_name="why the rating is greener than the dates say"),
                        ),
                        ("why", models.TextField(blank=True, verbose_name="why it is late or at risk")),
                        ("being_done", models.TextField(blank=True, verbose_name="what is being done")),
                        ("back_on", models.DateField(blank=True, null=True, verbose_name="back on track on")),
                        ("board_ask", models.TextField(blank=True, verbose_name="what the Board must do")),
                        ("is_no_change", models.BooleanField(default=False, verbose_name="no change")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("bulk", models.UUIDField(blank=True, null=True, verbose_name="recorded together with others")),
                        ("source", models.TextField(blank=True)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.statusupdate",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.statusupdate",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="imports.batch",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ecbde9a7e62a24550fbe7f52cf4e546860849ae7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_822c1",
                                    table="plans_statusupdateevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Strand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("area", "Area"),
                                    ("priority", "Priority"),
                                    ("condition", "Condition"),
                                    ("workstream", "Workstream"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reference", models.CharField(max_length=20)),
                        (
                            "reference_key",
                            models.CharField(editable=False, help_text="Sorts 2.10 after 2.9.", max_length=80),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place in the plan")),
                        ("title", models.CharField(max_length=300)),
                        (
                            "plain_title",
                            models.CharField(blank=True, max_length=300, verbose_name="title in plain words"),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "accountable_council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="council_strands",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "accountable_icb",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="icb_strands",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(blank=True, related_name="strands", to="inspections.finding"),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="strands", to="plans.plan"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "ordering": ["plan", "position", "reference_key"],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("plan"),
                                django.db.models.functions.text.Lower("reference"),
                                name="plans_strand_reference_once",
                                violation_error_message="This plan already has a strand with this reference.",
                            ),
                            models.UniqueConstraint(fields=("id", "plan"), name="plans_strand_of_plan"),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["area", "priority", "condition", "workstream"])),
                                name="plans_strand_kind_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="stays_when_published",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n                -- A file that added the part may be taken back by the procedure of the tables' owner.\n                IF starts_with(current_user::text, 'sendtracker_web')\n                    AND EXISTS (SELECT FROM plans_plan p WHERE p.id = OLD.plan_id AND p.is_published) THEN\n                    RAISE EXCEPTION 'A part of a published plan is not deleted' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n                ",
                                    hash="20ebfb5c55a365e4235fafaa5b85405238d67c8e",
                                    operation="DELETE",
                                    pgid="pgtrigger_stays_when_published_8f030",
                                    table="plans_strand",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrandEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("area", "Area"),
                                    ("priority", "Priority"),
                                    ("condition", "Condition"),
                                    ("workstream", "Workstream"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reference", models.CharField(max_length=20)),
                        (
                            "reference_key",
                            models.CharField(editable=False, help_text="Sorts 2.10 after 2.9.", max_length=80),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place in the plan")),
                        ("title", models.CharField(max_length=300)),
                        (
                            "plain_title",
                            models.CharField(blank=True, max_length=300, verbose_name="title in plain words"),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "accountable_council",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "accountable_icb",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.strand",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.plan",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="a391909ad4c06140806316a057a69c4e529c8ca8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a2b05",
                                    table="plans_strandevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrandRating",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("narrative", models.TextField()),
                        ("reason_differs", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "strand",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="plans.strand"
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.strandrating",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["strand", "-effective_on", "-recorded_at"],
                                name="plans_stran_strand__3a6cf1_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__in", ["not_started", "off_track", "at_risk", "on_track", "complete"])
                                ),
                                name="plans_strandrating_rating_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_strandrating_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_strandrating_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("narrative__regex", "\\S"), ("voids__isnull", False), _connector="OR"
                                ),
                                name="plans_strandrating_says_why",
                                violation_error_message="Say why you rate it so.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_strandratingevent" ("author_title", "effective_on", "id", "narrative", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "strand_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."narrative", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."reason_differs", NEW."recorded_at", NEW."recorded_by_id", NEW."strand_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="09e958cdf276e3214d84471d0c1aaa9d218dd056",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e211f",
                                    table="plans_strandrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_strandratingevent" ("author_title", "effective_on", "id", "narrative", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "strand_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."narrative", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."reason_differs", NEW."recorded_at", NEW."recorded_by_id", NEW."strand_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="6d0c7a18145dff3237c29f6003bfe82d47793f10",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a85b5",
                                    table="plans_strandrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_strandratingevent" ("author_title", "effective_on", "id", "narrative", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "reason_differs", "recorded_at", "recorded_by_id", "strand_id", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."narrative", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."reason_differs", OLD."recorded_at", OLD."recorded_by_id", OLD."strand_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="4f95a14b10686a1582dff3d30fd18918ef8e4294",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_821ab",
                                    table="plans_strandrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrandRatingEvent",
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
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("narrative", models.TextField()),
                        ("reason_differs", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.strandrating",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "strand",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strand",
                            ),
                        ),
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strandrating",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d6b21c0f84667ed115ab6b619b4a8ee3dd837239",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a3381",
                                    table="plans_strandratingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Thresholds",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "stale_days",
                            models.PositiveSmallIntegerField(
                                default=35, verbose_name="days without a report before an action is at risk"
                            ),
                        ),
                        (
                            "start_grace_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days after its start date that an action may wait"
                            ),
                        ),
                        (
                            "milestone_red_days",
                            models.PositiveSmallIntegerField(
                                default=28, verbose_name="days late before a milestone makes an action off track"
                            ),
                        ),
                        (
                            "acceptance_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days that an action said to be done may wait"
                            ),
                        ),
                        (
                            "extension_count",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="extensions from which an action is at best at risk"
                            ),
                        ),
                        (
                            "extension_days",
                            models.PositiveSmallIntegerField(
                                default=90, verbose_name="days of extension above which it is at best at risk"
                            ),
                        ),
                        (
                            "due_soon_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days ahead that count as due soon"
                            ),
                        ),
                        (
                            "no_change_count",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name='times in a row that "no change" is flagged'
                            ),
                        ),
                        (
                            "strand_off_track_share",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="per cent off track that puts a strand off track"
                            ),
                        ),
                        (
                            "strand_at_risk_share",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="per cent at risk that puts a strand at risk"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.thresholds",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why they were changed")),
                        ("token", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                    ],
                    options={
                        "verbose_name_plural": "numbers of the rules",
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stale_days__gte", 1),
                                    ("strand_off_track_share__range", (1, 100)),
                                    ("strand_at_risk_share__range", (1, 100)),
                                    ("extension_count__gte", 1),
                                    ("no_change_count__gte", 2),
                                ),
                                name="plans_thresholds_in_range",
                                violation_error_message="Shares are from 1 to 100; counts and days are at least 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_thresholds_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_thresholds_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_thresholdsevent" ("acceptance_days", "due_soon_days", "effective_on", "extension_count", "extension_days", "id", "milestone_red_days", "no_change_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "stale_days", "start_grace_days", "strand_at_risk_share", "strand_off_track_share", "token", "void_reason", "voids_id") VALUES (NEW."acceptance_days", NEW."due_soon_days", NEW."effective_on", NEW."extension_count", NEW."extension_days", NEW."id", NEW."milestone_red_days", NEW."no_change_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."stale_days", NEW."start_grace_days", NEW."strand_at_risk_share", NEW."strand_off_track_share", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="1de6824ad780523683527ffb586d75bfdb16ef8e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_be858",
                                    table="plans_thresholds",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_thresholdsevent" ("acceptance_days", "due_soon_days", "effective_on", "extension_count", "extension_days", "id", "milestone_red_days", "no_change_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "stale_days", "start_grace_days", "strand_at_risk_share", "strand_off_track_share", "token", "void_reason", "voids_id") VALUES (NEW."acceptance_days", NEW."due_soon_days", NEW."effective_on", NEW."extension_count", NEW."extension_days", NEW."id", NEW."milestone_red_days", NEW."no_change_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."stale_days", NEW."start_grace_days", NEW."strand_at_risk_share", NEW."strand_off_track_share", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="463d28cd1ba771e4023b5498662ca615438a04b2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4cbe1",
                                    table="plans_thresholds",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_thresholdsevent" ("acceptance_days", "due_soon_days", "effective_on", "extension_count", "extension_days", "id", "milestone_red_days", "no_change_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "stale_days", "start_grace_days", "strand_at_risk_share", "strand_off_track_share", "token", "void_reason", "voids_id") VALUES (OLD."acceptance_days", OLD."due_soon_days", OLD."effective_on", OLD."extension_count", OLD."extension_days", OLD."id", OLD."milestone_red_days", OLD."no_change_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."stale_days", OLD."start_grace_days", OLD."strand_at_risk_share", OLD."strand_off_track_share", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="ea5a98f157f443b60a62be8370f58fed233a768b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3a027",
                                    table="plans_thresholds",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "verbose_name": "numbers of the rules",
                    },
                ),
                migrations.CreateModel(
                    name="ThresholdsEvent",
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
                        (
                            "stale_days",
                            models.PositiveSmallIntegerField(
                                default=35, verbose_name="days without a report before an action is at risk"
                            ),
                        ),
                        (
                            "start_grace_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days after its start date that an action may wait"
                            ),
                        ),
                        (
                            "milestone_red_days",
                            models.PositiveSmallIntegerField(
                                default=28, verbose_name="days late before a milestone makes an action off track"
                            ),
                        ),
                        (
                            "acceptance_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days that an action said to be done may wait"
                            ),
                        ),
                        (
                            "extension_count",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="extensions from which an action is at best at risk"
                            ),
                        ),
                        (
                            "extension_days",
                            models.PositiveSmallIntegerField(
                                default=90, verbose_name="days of extension above which it is at best at risk"
                            ),
                        ),
                        (
                            "due_soon_days",
                            models.PositiveSmallIntegerField(
                                default=14, verbose_name="days ahead that count as due soon"
                            ),
                        ),
                        (
                            "no_change_count",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name='times in a row that "no change" is flagged'
                            ),
                        ),
                        (
                            "strand_off_track_share",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="per cent off track that puts a strand off track"
                            ),
                        ),
                        (
                            "strand_at_risk_share",
                            models.PositiveSmallIntegerField(
                                default=25, verbose_name="per cent at risk that puts a strand at risk"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.thresholds",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.thresholds",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why they were changed")),
                        ("token", models.UUIDField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="101c41ae8a92c8a1335cb2b014a50fbef213c613",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7523f",
                                    table="plans_thresholdsevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reference", models.CharField(max_length=30)),
                        ("reference_key", models.CharField(editable=False, max_length=80)),
                        ("title", models.CharField(max_length=500, verbose_name="what was promised")),
                        (
                            "plain_title",
                            models.CharField(blank=True, max_length=500, verbose_name="in plain words for families"),
                        ),
                        ("description", models.TextField(blank=True)),
                        ("success_criteria", models.TextField(blank=True, verbose_name="how we will know it worked")),
                        (
                            "is_critical",
                            models.BooleanField(
                                default=False,
                                help_text="When a critical action is off track, so is its strand.",
                                verbose_name="critical",
                            ),
                        ),
                        ("added_on", models.DateField(verbose_name="part of the plan from")),
                        ("start_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                        (
                            "original_due_on",
                            models.DateField(blank=True, null=True, verbose_name="first date promised"),
                        ),
                        (
                            "due_precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        (
                            "due_text",
                            models.CharField(blank=True, max_length=200, verbose_name="date as the source writes it"),
                        ),
                        ("source", models.TextField(blank=True)),
                        (
                            "due_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="date now agreed"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("said_done", "Said to be done"),
                                    ("accepted", "Complete"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged into another action"),
                                    ("replaced", "Replaced by another action"),
                                ],
                                default="open",
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                editable=False,
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("percent_complete", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("updated_on", models.DateField(editable=False, null=True, verbose_name="last reported on")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "accountable_council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="council_actions",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "accountable_icb",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="icb_actions",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputy_actions",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="plans.action",
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                related_name="actions", through="plans.ActionFinding", to="inspections.finding"
                            ),
                        ),
                        (
                            "leads",
                            models.ManyToManyField(
                                related_name="actions", through="plans.ActionLead", to="accounts.post"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="plans.plan"
                            ),
                        ),
                        (
                            "strand",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="plans.strand"
                            ),
                        ),
                        (
                            "dated_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="Empty: from the start.",
                                null=True,
                                verbose_name="first date agreed on",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "reference_key"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector(
                                    "reference", "title", "plain_title", "description", config="simple"
                                ),
                                name="plans_action_words",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("plan"),
                                django.db.models.functions.text.Lower("reference"),
                                name="plans_action_reference_once",
                                violation_error_message="This plan already has an action with this reference.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="plans_action_has_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_on__isnull", True),
                                    ("original_due_on__isnull", True),
                                    ("original_due_on__gte", models.F("start_on")),
                                    _connector="OR",
                                ),
                                name="plans_action_due_after_start",
                                violation_error_message="The date promised cannot be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("percent_complete__isnull", True), ("percent_complete__lte", 100), _connector="OR"
                                ),
                                name="plans_action_percent_in_range",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "said_done", "accepted", "withdrawn", "merged", "replaced"])
                                ),
                                name="plans_action_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    ("rating__in", ["not_started", "off_track", "at_risk", "on_track", "complete"]),
                                    _connector="OR",
                                ),
                                name="plans_action_rating_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    models.Q(("rating", "complete"), ("state", "accepted")),
                                    models.Q(
                                        models.Q(("rating", "complete"), _negated=True),
                                        models.Q(("state", "accepted"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_action_complete_when_accepted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["merged", "replaced"]), _negated=True),
                                    ("replaced_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_action_replacement_named",
                                violation_error_message="Name the action that takes its place.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("replaced_by__isnull", True),
                                    models.Q(("replaced_by", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_action_not_replaced_by_itself",
                                violation_error_message="An action cannot take its own place.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="keep_original_due_on",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."original_due_on" IS NOT NULL AND OLD."original_due_on" IS DISTINCT FROM (NEW."original_due_on"))',
                                    func="RAISE EXCEPTION 'The first date promised is never changed' USING ERRCODE = 'check_violation';",
                                    hash="91e648836a362aac4e7a2b72e2e431a3e3c3836e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_keep_original_due_on_e13b7",
                                    table="plans_action",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("said_done", "Said to be done"),
                                    ("accepted", "Accepted as complete"),
                                    ("sent_back", "Sent back"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged into another action"),
                                    ("replaced", "Replaced by another action"),
                                    ("reopened", "Reopened"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="plans.action"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "takes_its_place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.actiondecision",
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="when the work was done")),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["action", "-effective_on", "-recorded_at"],
                                name="plans_actio_action__b65970_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "said_done",
                                            "accepted",
                                            "sent_back",
                                            "withdrawn",
                                            "merged",
                                            "replaced",
                                            "reopened",
                                        ],
                                    )
                                ),
                                name="plans_actiondecision_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ["merged", "replaced"]), _negated=True),
                                    ("takes_its_place__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_actiondecision_replacement_named",
                                violation_error_message="Name the action that takes its place.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_actiondecision_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_actiondecision_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_actiondecision_has_reason",
                                violation_error_message="Give the reason.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("done_on__isnull", True),
                                    ("done_on__lte", models.F("effective_on")),
                                    _connector="OR",
                                ),
                                name="plans_actiondecision_done_by_then",
                                violation_error_message="It cannot be said to be done before it was done.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionDecisionEvent",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("said_done", "Said to be done"),
                                    ("accepted", "Accepted as complete"),
                                    ("sent_back", "Sent back"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged into another action"),
                                    ("replaced", "Replaced by another action"),
                                    ("reopened", "Reopened"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.actiondecision",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "takes_its_place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.actiondecision",
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="when the work was done")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="fbc909ba2478a79ffa2a2c7bd2ba874f97de9e4c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8c0ee",
                                    table="plans_actiondecisionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reading", models.CharField(blank=True, max_length=300, verbose_name="whose reading")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="action_findings",
                                to="plans.action",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="action_findings",
                                to="inspections.finding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "finding"),
                                name="plans_actionfinding_once",
                                violation_error_message="The action already answers this finding.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_actionfindingevent" ("action_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (NEW."action_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reading"); RETURN NULL;',
                                    hash="3260cb5b4804699f4d25c74ba32d92accc1a3a26",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31be7",
                                    table="plans_actionfinding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_actionfindingevent" ("action_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (NEW."action_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reading"); RETURN NULL;',
                                    hash="6926f7ac6fe1cec1e1bd1412d2b0d448ecd23b7b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e3cc8",
                                    table="plans_actionfinding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_actionfindingevent" ("action_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (OLD."action_id", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reading"); RETURN NULL;',
                                    hash="b0b49683366569fe77f3a669fd6ea1b355134dd3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_edf79",
                                    table="plans_actionfinding",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionFindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reading", models.CharField(blank=True, max_length=300, verbose_name="whose reading")),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.actionfinding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="4c795e3a7d145258b19f44517ace934738320cff",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3e8fd",
                                    table="plans_actionfindingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionLead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="action_leads",
                                to="plans.action",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="action_leads",
                                to="accounts.post",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "post"),
                                name="plans_actionlead_once",
                                violation_error_message="This post already leads the action.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_actionleadevent" ("action_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id") VALUES (NEW."action_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."post_id"); RETURN NULL;',
                                    hash="1d6c60320c5239ea7cc889eb78aba67d4c769a85",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8fc85",
                                    table="plans_actionlead",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_actionleadevent" ("action_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id") VALUES (NEW."action_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."post_id"); RETURN NULL;',
                                    hash="7a152aef1d4c4dbec8d52e390e5b502b21169ae7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_68fdb",
                                    table="plans_actionlead",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_actionleadevent" ("action_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id") VALUES (OLD."action_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."post_id"); RETURN NULL;',
                                    hash="9d2f51ce0254180d204db48f253a9fe75a29e8de",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f7a87",
                                    table="plans_actionlead",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionLeadEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.actionlead",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="66e5d4be3d1ac964485f20352fff5db5f1032155",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d85bf",
                                    table="plans_actionleadevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "shows",
                            models.CharField(
                                choices=[
                                    ("done", "that it was done"),
                                    ("changed", "that something changed"),
                                    ("felt", "that families feel it"),
                                ],
                                max_length=20,
                                verbose_name="what it shows",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("link", models.URLField(blank=True, max_length=1000)),
                        ("file", models.FileField(blank=True, max_length=300, upload_to="evidence")),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("content_type", models.CharField(blank=True, max_length=100)),
                        ("size", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="size in bytes")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="plans.action"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="accounts.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                help_text="The report that it was added with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="plans.statusupdate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("shows__in", ["done", "changed", "felt"])),
                                name="plans_evidence_shows_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("link", ""), models.Q(("file", ""), _negated=True)),
                                    models.Q(models.Q(("link", ""), _negated=True), ("file", "")),
                                    ("voids__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_evidence_file_or_link",
                                violation_error_message="Give a file or a link, not both.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_evidence_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_evidence_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_evidence_has_title",
                                violation_error_message="Say what the evidence is.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("link", ""), ("link__iregex", "^https?://"), _connector="OR"),
                                name="plans_evidence_link_is_web_address",
                                violation_error_message="The link must begin with https:// or http://.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidenceevent" ("action_id", "author_title", "content_type", "effective_on", "file", "file_name", "id", "link", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_id", "sha256", "shows", "size", "title", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."content_type", NEW."effective_on", NEW."file", NEW."file_name", NEW."id", NEW."link", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_id", NEW."sha256", NEW."shows", NEW."size", NEW."title", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="fa2a1c17de3e0a50b0d2b1844a3662aa3a9034a6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_adbad",
                                    table="plans_evidence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_evidenceevent" ("action_id", "author_title", "content_type", "effective_on", "file", "file_name", "id", "link", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_id", "sha256", "shows", "size", "title", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."content_type", NEW."effective_on", NEW."file", NEW."file_name", NEW."id", NEW."link", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_id", NEW."sha256", NEW."shows", NEW."size", NEW."title", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="954f344490510def4313988d561e85ae1439cee5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9fe0c",
                                    table="plans_evidence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidenceevent" ("action_id", "author_title", "content_type", "effective_on", "file", "file_name", "id", "link", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_id", "sha256", "shows", "size", "title", "token", "void_reason", "voids_id") VALUES (OLD."action_id", OLD."author_title", OLD."content_type", OLD."effective_on", OLD."file", OLD."file_name", OLD."id", OLD."link", OLD."note", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."report_id", OLD."sha256", OLD."shows", OLD."size", OLD."title", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="315176fd235c8b2ecbae405ac7c09a4ebf366908",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fdb79",
                                    table="plans_evidence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceEvent",
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
                        ("title", models.CharField(max_length=200)),
                        (
                            "shows",
                            models.CharField(
                                choices=[
                                    ("done", "that it was done"),
                                    ("changed", "that something changed"),
                                    ("felt", "that families feel it"),
                                ],
                                max_length=20,
                                verbose_name="what it shows",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("link", models.URLField(blank=True, max_length=1000)),
                        ("file", models.FileField(blank=True, max_length=300, upload_to="evidence")),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("content_type", models.CharField(blank=True, max_length=100)),
                        ("size", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="size in bytes")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The report that it was added with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.statusupdate",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="057c275a2d7917234775ea569aabe7ce070564ef",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8f46f",
                                    table="plans_evidenceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceRelease",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "evidence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="releases",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.evidencerelease",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_evidencerelease_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_evidencerelease_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidencereleaseevent" ("effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."evidence_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="242c32feed45ee6c4bdad84863f4497823cb52ed",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_beae0",
                                    table="plans_evidencerelease",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_evidencereleaseevent" ("effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."evidence_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ca6ee057a12f2d0ebec26f2c54309429902a7d90",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7c30a",
                                    table="plans_evidencerelease",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidencereleaseevent" ("effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."evidence_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="af67d0d94ec6c4290283bffed85e8c7b0d099674",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_02940",
                                    table="plans_evidencerelease",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceReleaseEvent",
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
                        (
                            "evidence",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.evidencerelease",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.evidencerelease",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="cd95eef065b6389083d2ca0a7be7d0532313c983",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_273ed",
                                    table="plans_evidencereleaseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("from_due_on", models.DateField(verbose_name="date agreed when asked")),
                        ("to_due_on", models.DateField(verbose_name="date asked for")),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="plans.action",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.extension",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["action", "-effective_on"], name="plans_exten_action__618684_idx")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_due_on__gt", models.F("from_due_on"))),
                                name="plans_extension_moves_later",
                                violation_error_message="The new date must be later than the date now agreed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_extension_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_extension_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_extension_has_reason",
                                violation_error_message="Say why the date must move.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_extensionevent" ("action_id", "author_title", "effective_on", "from_due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "to_due_on", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."effective_on", NEW."from_due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."to_due_on", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="1111f96a5f5163194d714da7dbe3fbe5c8eae0a1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_48a7b",
                                    table="plans_extension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_extensionevent" ("action_id", "author_title", "effective_on", "from_due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "to_due_on", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."author_title", NEW."effective_on", NEW."from_due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."to_due_on", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="53d4b3fc6c0de6ff011ab5d73d9504a8d4748df8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_bbb27",
                                    table="plans_extension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_extensionevent" ("action_id", "author_title", "effective_on", "from_due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "to_due_on", "token", "void_reason", "voids_id") VALUES (OLD."action_id", OLD."author_title", OLD."effective_on", OLD."from_due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."to_due_on", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="38ea8d5dbade807e3e0af04bdda51053026f506f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_55738",
                                    table="plans_extension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("is_approved", models.BooleanField(verbose_name="approved")),
                        ("reason", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        (
                            "extension",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="plans.extension",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.extensiondecision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_extensiondecision_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_extensiondecision_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_approved", True), ("reason__regex", "\\S"), _connector="OR"),
                                name="plans_extensiondecision_refusal_has_reason",
                                violation_error_message="Say why the new date is refused.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_extensiondecisionevent" ("author_title", "effective_on", "extension_id", "id", "is_approved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."extension_id", NEW."id", NEW."is_approved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e88282732954d2665f78fdfe09bfcbcca718723a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_350fb",
                                    table="plans_extensiondecision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_extensiondecisionevent" ("author_title", "effective_on", "extension_id", "id", "is_approved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."extension_id", NEW."id", NEW."is_approved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="cfef601b9a342e52abc01648a299f45bb1c70e07",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2bc35",
                                    table="plans_extensiondecision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_extensiondecisionevent" ("author_title", "effective_on", "extension_id", "id", "is_approved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."extension_id", OLD."id", OLD."is_approved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="a0e084299016c5d77625460e9de7029f68bd2dcb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_edd35",
                                    table="plans_extensiondecision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionDecisionEvent",
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
                        ("is_approved", models.BooleanField(verbose_name="approved")),
                        ("reason", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        (
                            "extension",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.extension",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.extensiondecision",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.extensiondecision",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1cea7e7f1cf356c405d1d8e0a38aa18fc941070b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_da5fe",
                                    table="plans_extensiondecisionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionEvent",
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
                        ("from_due_on", models.DateField(verbose_name="date agreed when asked")),
                        ("to_due_on", models.DateField(verbose_name="date asked for")),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.extension",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.extension",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="82934a591bc15031cd8073164097298e957ca0a6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_89247",
                                    table="plans_extensionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=300)),
                        ("original_due_on", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("is_dropped", models.BooleanField(default=False, verbose_name="no longer needed")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="plans.action",
                            ),
                        ),
                        ("added_on", models.DateField(blank=True, null=True, verbose_name="part of the action from")),
                    ],
                    options={
                        "ordering": ["action", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("action", "title"),
                                name="plans_milestone_title_once",
                                violation_error_message="This action already has a milestone with these words.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneCompletion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        (
                            "milestone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="completions",
                                to="plans.milestone",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.milestonecompletion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_milestonecompletion_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_milestonecompletion_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_milestonecompletionevent" ("effective_on", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="5d885e95bdd850988f87dadffa81cdf64c931e76",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ace44",
                                    table="plans_milestonecompletion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_milestonecompletionevent" ("effective_on", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="b972d5c51e61d782b5d1d63a9ccec79a15a294dc",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_87fc7",
                                    table="plans_milestonecompletion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_milestonecompletionevent" ("effective_on", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."id", OLD."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="92f88428618e759a150a38f490b6afb34677c701",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a5ac0",
                                    table="plans_milestonecompletion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneCompletionEvent",
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
                        (
                            "milestone",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.milestone",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.milestonecompletion",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.milestonecompletion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f7975a487ad53ca654bf6e474f791851b76fd771",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0cc70",
                                    table="plans_milestonecompletionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=300)),
                        ("original_due_on", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("is_dropped", models.BooleanField(default=False, verbose_name="no longer needed")),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.milestone",
                            ),
                        ),
                        ("added_on", models.DateField(blank=True, null=True, verbose_name="part of the action from")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="44e627e5c4e275825609c2712cd5171207eb9efa",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c5a24",
                                    table="plans_milestoneevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("starts_on", models.DateField(verbose_name="counts from")),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("note", models.TextField(blank=True)),
                        ("source", models.TextField(blank=True)),
                        ("is_demonstration", models.BooleanField(default=False)),
                        (
                            "is_published",
                            models.BooleanField(
                                default=False, editable=False, help_text="The latest publication row says so."
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="plans.plantype"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "ordering": ["-starts_on", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                name="plans_plan_name_once",
                                violation_error_message="There is already a plan with this name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="plans_plan_closed_after_start",
                                violation_error_message="The plan cannot be closed before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    models.Q(("closed_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_plan_closed_with_reason",
                                violation_error_message="Say why the plan is closed.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reference", models.CharField(max_length=30)),
                        ("reference_key", models.CharField(editable=False, max_length=80)),
                        ("title", models.CharField(max_length=500, verbose_name="what was promised")),
                        (
                            "plain_title",
                            models.CharField(blank=True, max_length=500, verbose_name="in plain words for families"),
                        ),
                        ("description", models.TextField(blank=True)),
                        ("success_criteria", models.TextField(blank=True, verbose_name="how we will know it worked")),
                        (
                            "is_critical",
                            models.BooleanField(
                                default=False,
                                help_text="When a critical action is off track, so is its strand.",
                                verbose_name="critical",
                            ),
                        ),
                        ("added_on", models.DateField(verbose_name="part of the plan from")),
                        ("start_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                        (
                            "original_due_on",
                            models.DateField(blank=True, null=True, verbose_name="first date promised"),
                        ),
                        (
                            "due_precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        (
                            "due_text",
                            models.CharField(blank=True, max_length=200, verbose_name="date as the source writes it"),
                        ),
                        ("source", models.TextField(blank=True)),
                        (
                            "due_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="date now agreed"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("said_done", "Said to be done"),
                                    ("accepted", "Complete"),
                                    ("withdrawn", "Withdrawn"),
                                    ("merged", "Merged into another action"),
                                    ("replaced", "Replaced by another action"),
                                ],
                                default="open",
                                editable=False,
                                max_length=20,
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                editable=False,
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("percent_complete", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("updated_on", models.DateField(editable=False, null=True, verbose_name="last reported on")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "accountable_council",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "accountable_icb",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.action",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "strand",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strand",
                            ),
                        ),
                        (
                            "dated_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="Empty: from the start.",
                                null=True,
                                verbose_name="first date agreed on",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b6b323b840fa156e10b2953d8cfc2e12b29c8fb9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_58bca",
                                    table="plans_actionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("shared_on", models.DateField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shared_plans",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="plans.plan"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "person"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "person"),
                                name="plans_planshare_once",
                                violation_error_message="The plan is already shared with this person.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_planshareevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "shared_on") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."shared_on"); RETURN NULL;',
                                    hash="db9713cd6d65385c2fa972baa8304a3fc5e3c186",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f9e5e",
                                    table="plans_planshare",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_planshareevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "shared_on") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."shared_on"); RETURN NULL;',
                                    hash="77dc1c5842c2caf10f00546d1d9e8a925cf1f33f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b955b",
                                    table="plans_planshare",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_planshareevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "shared_on") VALUES (OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."shared_on"); RETURN NULL;',
                                    hash="3a43fbeef9c2ed0b1e6a11a2b0d77cf62e0e994c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8c0e8",
                                    table="plans_planshare",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanShareEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("shared_on", models.DateField()),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.planshare",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="8ad3f265579f76509150fa6f45676efe93e9dfb7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_5ceed",
                                    table="plans_planshareevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("starts_on", models.DateField(verbose_name="counts from")),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("note", models.TextField(blank=True)),
                        ("source", models.TextField(blank=True)),
                        ("is_demonstration", models.BooleanField(default=False)),
                        (
                            "is_published",
                            models.BooleanField(
                                default=False, editable=False, help_text="The latest publication row says so."
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "type",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.plantype",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b3f68a381db6a5160c734b02b91c789f663d554e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_038a7",
                                    table="plans_planevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("is_dropped", models.BooleanField(default=False, verbose_name="no longer needed")),
                        ("reason", models.TextField()),
                        (
                            "milestone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="plans.milestone",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.milestonechange",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["milestone", "-effective_on", "-recorded_at"],
                                name="plans_miles_milesto_dd98b4_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_milestonechange_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_milestonechange_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_milestonechange_has_reason",
                                violation_error_message="Say why the milestone changes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
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
                        (
                            "milestone",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.milestone",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.milestonechange",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="68dfc18442ba5835120857e20c155fe1445599eb",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6f5cc",
                                    table="plans_milestonechangeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("start_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
                        ("is_critical", models.BooleanField(default=False, verbose_name="critical")),
                        ("reason", models.TextField()),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="plans.action"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.actionchange",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["action", "-effective_on", "-recorded_at"],
                                name="plans_actio_action__3d9a9d_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_actionchange_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_actionchange_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_actionchange_has_reason",
                                violation_error_message="Say why.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
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
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.actionchange",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="4f5c65b761327d92aaf5256b21ba78866190217d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_56772",
                                    table="plans_actionchangeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
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
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "strand",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strand",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.strandfinding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1992d385c4cb94291e20ee91669118f96eefb157",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_805f9",
                                    table="plans_strandfindingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrandFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                    bases=("plans.strand_findings",),
                ),
                migrations.CreateModel(
                    name="EvidenceErasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("sha256", models.CharField(max_length=64)),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        (
                            "evidence",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="erasure", to="plans.evidence"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty where the row was loaded from a document.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "voids",
                            models.OneToOneField(
                                blank=True,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voided_by",
                                to="plans.evidenceerasure",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="plans_evidenceerasure_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="plans_evidenceerasure_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="plans_evidenceerasure_has_reason",
                                violation_error_message="Say why the file is erased.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="plans_evidenceerasure_stands",
                                violation_error_message="What was erased cannot be brought back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="4024f7a3928864418f1401ee6ab63bf965eef6bd",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_a9cfd",
                                    table="plans_evidenceerasure",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidenceerasureevent" ("author_title", "effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sha256", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."evidence_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="185cc6b2e0654ef2147dbd7f631820e9e68a24dd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8f1e1",
                                    table="plans_evidenceerasure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "plans_evidenceerasureevent" ("author_title", "effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sha256", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."evidence_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="f9c6931e9b3dae57ec0fe4907dd72fa9200f634d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_65417",
                                    table="plans_evidenceerasure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "plans_evidenceerasureevent" ("author_title", "effective_on", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sha256", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."evidence_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="746eaaf355ce0975beef1c89cb644cd86c6a268a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_68644",
                                    table="plans_evidenceerasure",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceErasureEvent",
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
                        ("sha256", models.CharField(max_length=64)),
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        (
                            "evidence",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="plans.evidenceerasure",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                        (
                            "voids",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The row taken back.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.evidenceerasure",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d5cf676c629c42ef0872ccb77df4eb9ca1f99b05",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_085d9",
                                    table="plans_evidenceerasureevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
