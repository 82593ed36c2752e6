import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("inspections", "0001_initial"),
        ("inspections", "0002_words_stay"),
        ("inspections", "0003_plain_names"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="GlossaryEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("abbreviation", models.CharField(max_length=30, unique=True)),
                        ("expansion", models.CharField(blank=True, max_length=300)),
                        ("plain_meaning", models.TextField(blank=True)),
                        (
                            "is_general_knowledge",
                            models.BooleanField(default=False, help_text="Not taken from one of Bury's own papers."),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "glossary entries",
                        "ordering": ["abbreviation"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_glossaryentryevent" ("abbreviation", "expansion", "id", "is_general_knowledge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_meaning") VALUES (NEW."abbreviation", NEW."expansion", NEW."id", NEW."is_general_knowledge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_meaning"); RETURN NULL;',
                                    hash="1ed75182e5db90137753048bf877c84500debcc9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7f02d",
                                    table="inspections_glossaryentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_glossaryentryevent" ("abbreviation", "expansion", "id", "is_general_knowledge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_meaning") VALUES (NEW."abbreviation", NEW."expansion", NEW."id", NEW."is_general_knowledge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_meaning"); RETURN NULL;',
                                    hash="85c26bafa2fbaa826523376d0ea95f6e13a25c66",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ecefa",
                                    table="inspections_glossaryentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_glossaryentryevent" ("abbreviation", "expansion", "id", "is_general_knowledge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_meaning") VALUES (OLD."abbreviation", OLD."expansion", OLD."id", OLD."is_general_knowledge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_meaning"); RETURN NULL;',
                                    hash="85488d9c2294a11002f90ec64fc33db362b3f1be",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ee157",
                                    table="inspections_glossaryentry",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GlossaryEntryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("abbreviation", models.CharField(max_length=30)),
                        ("expansion", models.CharField(blank=True, max_length=300)),
                        ("plain_meaning", models.TextField(blank=True)),
                        (
                            "is_general_knowledge",
                            models.BooleanField(default=False, help_text="Not taken from one of Bury's own papers."),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.glossaryentry",
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
                                    hash="14d05d8f88f8af6ad70d1d94f45b0df69e7dcf74",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a57e6",
                                    table="inspections_glossaryentryevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.SlugField(unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("framework", models.CharField(max_length=200)),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField()),
                        ("letter_on", models.DateField(blank=True, null=True, verbose_name="date of the letter")),
                        ("published_on", models.DateField(blank=True, null=True)),
                        ("outcome", models.TextField()),
                        (
                            "follow_up",
                            models.TextField(blank=True, help_text="What was to follow, in the report's words."),
                        ),
                        ("source", models.TextField()),
                        (
                            "revisits",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revisited_by",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["started_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ended_on__gte", models.F("started_on"))),
                                name="inspections_inspection_ends_after_start",
                                violation_error_message="The inspection cannot end before it starts.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_inspectionevent" ("ended_on", "follow_up", "framework", "id", "key", "letter_on", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "revisits_id", "source", "started_on") VALUES (NEW."ended_on", NEW."follow_up", NEW."framework", NEW."id", NEW."key", NEW."letter_on", NEW."name", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."published_on", NEW."revisits_id", NEW."source", NEW."started_on"); RETURN NULL;',
                                    hash="0e24a150b89c5559b01d65e4aa228c493952f437",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f089c",
                                    table="inspections_inspection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_inspectionevent" ("ended_on", "follow_up", "framework", "id", "key", "letter_on", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "revisits_id", "source", "started_on") VALUES (NEW."ended_on", NEW."follow_up", NEW."framework", NEW."id", NEW."key", NEW."letter_on", NEW."name", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."published_on", NEW."revisits_id", NEW."source", NEW."started_on"); RETURN NULL;',
                                    hash="4ed1dec8abdec17638a6255f9a5ace33047a651f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fe5c3",
                                    table="inspections_inspection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_inspectionevent" ("ended_on", "follow_up", "framework", "id", "key", "letter_on", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "revisits_id", "source", "started_on") VALUES (OLD."ended_on", OLD."follow_up", OLD."framework", OLD."id", OLD."key", OLD."letter_on", OLD."name", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."published_on", OLD."revisits_id", OLD."source", OLD."started_on"); RETURN NULL;',
                                    hash="4273fc29ab8e368f5d24e34aea769593c13ed62c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6efc3",
                                    table="inspections_inspection",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.SlugField(db_index=False)),
                        ("name", models.CharField(max_length=200)),
                        ("framework", models.CharField(max_length=200)),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField()),
                        ("letter_on", models.DateField(blank=True, null=True, verbose_name="date of the letter")),
                        ("published_on", models.DateField(blank=True, null=True)),
                        ("outcome", models.TextField()),
                        (
                            "follow_up",
                            models.TextField(blank=True, help_text="What was to follow, in the report's words."),
                        ),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "revisits",
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="c67961df31005f36293e313c257085308f91f0fc",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bf9e3",
                                    table="inspections_inspectionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Judgement",
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
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("sufficient", "Sufficient progress"),
                                    ("not_sufficient", "Not sufficient progress"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("sentence", models.TextField(verbose_name="the judgement, word for word")),
                        ("text", models.TextField(verbose_name="what they saw, word for word")),
                        ("source", models.TextField()),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="judgements",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="judgements",
                                to="inspections.inspection",
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
                                to="inspections.judgement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("verdict__in", ["sufficient", "not_sufficient"])),
                                name="inspections_judgement_verdict_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="inspections_judgement_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="inspections_judgement_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_judgementevent" ("effective_on", "finding_id", "id", "inspection_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sentence", "source", "text", "verdict", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."id", NEW."inspection_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."sentence", NEW."source", NEW."text", NEW."verdict", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="5940746db4b0564feb8d66951e31a4562cc8cbbd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8f46f",
                                    table="inspections_judgement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_judgementevent" ("effective_on", "finding_id", "id", "inspection_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sentence", "source", "text", "verdict", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."id", NEW."inspection_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."sentence", NEW."source", NEW."text", NEW."verdict", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="7f2d9ff635bd8f4ecf6c981560d07eaef14cc385",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1a698",
                                    table="inspections_judgement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_judgementevent" ("effective_on", "finding_id", "id", "inspection_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sentence", "source", "text", "verdict", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."finding_id", OLD."id", OLD."inspection_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."sentence", OLD."source", OLD."text", OLD."verdict", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="71512f76a0f5b4a78404dba6074dfcefba0aea68",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_27547",
                                    table="inspections_judgement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="9d495cda90f9d8f694931025f176418e3068d29a",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_0c329",
                                    table="inspections_judgement",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM inspections_judgement t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'finding_id') IS DISTINCT FROM (to_jsonb(NEW)->>'finding_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="82e46d53b1c5c6aff41380864144929b5e0035c7",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_46fab",
                                    table="inspections_judgement",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JudgementEvent",
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
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("sufficient", "Sufficient progress"),
                                    ("not_sufficient", "Not sufficient progress"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("sentence", models.TextField(verbose_name="the judgement, word for word")),
                        ("text", models.TextField(verbose_name="what they saw, word for word")),
                        ("source", models.TextField()),
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
                            "inspection",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="inspections.judgement",
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
                                to="inspections.judgement",
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
                                    hash="7883a641415dbb7cdd047abac979be509af346ee",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cca78",
                                    table="inspections_judgementevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("dated_on", models.DateField(blank=True, null=True)),
                        ("text", models.TextField(blank=True, verbose_name="words quoted from it")),
                        ("link", models.URLField(blank=True)),
                        ("is_restricted", models.BooleanField(default=True, verbose_name="restricted")),
                        ("source", models.TextField()),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="inspections.monitoringevent",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-dated_on", "title"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_letterevent" ("dated_on", "event_id", "id", "is_restricted", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title") VALUES (NEW."dated_on", NEW."event_id", NEW."id", NEW."is_restricted", NEW."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."source", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="4e74933ab3ae03f2ade721681b0e2362859d6d9f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_27d01",
                                    table="inspections_letter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_letterevent" ("dated_on", "event_id", "id", "is_restricted", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title") VALUES (NEW."dated_on", NEW."event_id", NEW."id", NEW."is_restricted", NEW."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."source", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="bd7fe94a8e5f4e2a53e910946e3173669d9c3e88",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1d56b",
                                    table="inspections_letter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_letterevent" ("dated_on", "event_id", "id", "is_restricted", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title") VALUES (OLD."dated_on", OLD."event_id", OLD."id", OLD."is_restricted", OLD."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."source", OLD."text", OLD."title"); RETURN NULL;',
                                    hash="71384a35f8f5a62d826a7cbfeecdf57eb2d71d1c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7424d",
                                    table="inspections_letter",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("dated_on", models.DateField(blank=True, null=True)),
                        ("text", models.TextField(blank=True, verbose_name="words quoted from it")),
                        ("link", models.URLField(blank=True)),
                        ("is_restricted", models.BooleanField(default=True, verbose_name="restricted")),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.letter",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.monitoringevent",
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
                                    hash="0f050a6c4cb935df9da68066ebe5834cf95c4d4b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9d5ec",
                                    table="inspections_letterevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LocalClaim",
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
                        ("text", models.TextField(verbose_name="what was said, word for word")),
                        ("said_by", models.CharField(max_length=200)),
                        (
                            "date_note",
                            models.CharField(
                                blank=True, help_text="How exactly the source gives the date.", max_length=200
                            ),
                        ),
                        ("source", models.TextField()),
                        ("findings", models.ManyToManyField(related_name="claims", to="inspections.finding")),
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
                                to="inspections.localclaim",
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
                                name="inspections_localclaim_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="inspections_localclaim_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_localclaimevent" ("date_note", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "said_by", "source", "text", "void_reason", "voids_id") VALUES (NEW."date_note", NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."said_by", NEW."source", NEW."text", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ab895886b99ae4a8d5a89e13b58c3b51cf5185f6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2af4f",
                                    table="inspections_localclaim",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_localclaimevent" ("date_note", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "said_by", "source", "text", "void_reason", "voids_id") VALUES (NEW."date_note", NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."said_by", NEW."source", NEW."text", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="0e3380ae9a0b97c62ae7fdd2981360b6f3156064",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_323ba",
                                    table="inspections_localclaim",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_localclaimevent" ("date_note", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "said_by", "source", "text", "void_reason", "voids_id") VALUES (OLD."date_note", OLD."effective_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."said_by", OLD."source", OLD."text", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="92eeba41541455323db858490b70c611794fb294",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a1aeb",
                                    table="inspections_localclaim",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="b60f5f5ec18545c90454ecc13981480555ad507b",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_baf0a",
                                    table="inspections_localclaim",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LocalClaimEvent",
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
                        ("text", models.TextField(verbose_name="what was said, word for word")),
                        ("said_by", models.CharField(max_length=200)),
                        (
                            "date_note",
                            models.CharField(
                                blank=True, help_text="How exactly the source gives the date.", max_length=200
                            ),
                        ),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.localclaim",
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
                                to="inspections.localclaim",
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
                                    hash="01c91c3988004ac643e4511562603e73f0494a44",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_813a4",
                                    table="inspections_localclaimevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MonitoringEvent",
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
                                    ("stocktake", "Stocktake"),
                                    ("deep_dive", "Deep dive"),
                                    ("monitoring_inspection", "Monitoring inspection"),
                                    ("improvement_notice", "Improvement notice"),
                                    ("quarterly_return", "Quarterly return"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("outcome", models.TextField(blank=True)),
                        (
                            "is_restricted",
                            models.BooleanField(
                                default=True,
                                help_text="Hidden from all but those named by role.",
                                verbose_name="restricted",
                            ),
                        ),
                        ("source", models.TextField()),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="monitoring_events",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-held_on", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "name"), name="inspections_monitoringevent_name_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "stocktake",
                                            "deep_dive",
                                            "monitoring_inspection",
                                            "improvement_notice",
                                            "quarterly_return",
                                        ],
                                    )
                                ),
                                name="inspections_monitoringevent_kind_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_monitoringeventevent" ("held_on", "id", "inspection_id", "is_restricted", "kind", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source") VALUES (NEW."held_on", NEW."id", NEW."inspection_id", NEW."is_restricted", NEW."kind", NEW."name", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."precision", NEW."source"); RETURN NULL;',
                                    hash="b934c561f7085202b79f2d2ad6db0ca0632c7337",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e3f66",
                                    table="inspections_monitoringevent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_monitoringeventevent" ("held_on", "id", "inspection_id", "is_restricted", "kind", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source") VALUES (NEW."held_on", NEW."id", NEW."inspection_id", NEW."is_restricted", NEW."kind", NEW."name", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."precision", NEW."source"); RETURN NULL;',
                                    hash="eab2803c7c58ffbafee4b69d37a3aa92a70e9bd8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7021a",
                                    table="inspections_monitoringevent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_monitoringeventevent" ("held_on", "id", "inspection_id", "is_restricted", "kind", "name", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source") VALUES (OLD."held_on", OLD."id", OLD."inspection_id", OLD."is_restricted", OLD."kind", OLD."name", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."precision", OLD."source"); RETURN NULL;',
                                    hash="0ade2c62a4e42dd6e451c19b4053b7ab258dfbf0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e2c77",
                                    table="inspections_monitoringevent",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MonitoringEventEvent",
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
                                    ("stocktake", "Stocktake"),
                                    ("deep_dive", "Deep dive"),
                                    ("monitoring_inspection", "Monitoring inspection"),
                                    ("improvement_notice", "Improvement notice"),
                                    ("quarterly_return", "Quarterly return"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        (
                            "precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("outcome", models.TextField(blank=True)),
                        (
                            "is_restricted",
                            models.BooleanField(
                                default=True,
                                help_text="Hidden from all but those named by role.",
                                verbose_name="restricted",
                            ),
                        ),
                        ("source", models.TextField()),
                        (
                            "inspection",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="inspections.monitoringevent",
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
                                    hash="d133bc68117ab54d6b979e8a359bc5a01e29681d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f891b",
                                    table="inspections_monitoringeventevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("answer_due_on", models.DateField(blank=True, null=True)),
                        ("source", models.TextField()),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="inspections.monitoringevent",
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                blank=True, related_name="recommendations", to="inspections.finding"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["event", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "number"), name="inspections_recommendation_number_once"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationevent" ("answer_due_on", "event_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."answer_due_on", NEW."event_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."source", NEW."text"); RETURN NULL;',
                                    hash="734780cb509e332d24f28eed314b98104718b6e9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f9dd4",
                                    table="inspections_recommendation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_recommendationevent" ("answer_due_on", "event_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."answer_due_on", NEW."event_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."source", NEW."text"); RETURN NULL;',
                                    hash="c14b25cebe17061227d10db957d899f16d81f751",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4a0d4",
                                    table="inspections_recommendation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationevent" ("answer_due_on", "event_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (OLD."answer_due_on", OLD."event_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."source", OLD."text"); RETURN NULL;',
                                    hash="af06c2ee0a963be5622caa956bb8c4f8191f31ab",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_faf08",
                                    table="inspections_recommendation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationAnswer",
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
                        ("text", models.TextField()),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="inspections.recommendation",
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
                                to="inspections.recommendationanswer",
                            ),
                        ),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["-effective_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="inspections_recommendationanswer_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="inspections_recommendationanswer_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="dc7eac023936a7665ef06acad4dd04534b37a98f",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_dfcd0",
                                    table="inspections_recommendationanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM inspections_recommendationanswer t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'recommendation_id') IS DISTINCT FROM (to_jsonb(NEW)->>'recommendation_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="905cdec5c98a7a3181b8f2a7b38eab11fe27062c",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_aec3d",
                                    table="inspections_recommendationanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationanswerevent" ("effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="618118a3a30f5193871cebdbeefb8986744e8f01",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_958e9",
                                    table="inspections_recommendationanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_recommendationanswerevent" ("effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="13f7c5aee7fb42d14ea5d21d498564e8aa79d589",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b816a",
                                    table="inspections_recommendationanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationanswerevent" ("effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recommendation_id", OLD."recorded_at", OLD."recorded_by_id", OLD."text", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="be45b3a80832080ffdaf455e3aa2826724ad0ec6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_86797",
                                    table="inspections_recommendationanswer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationAnswerEvent",
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
                        ("text", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.recommendationanswer",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.recommendation",
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
                                to="inspections.recommendationanswer",
                            ),
                        ),
                        ("token", models.UUIDField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b0faf090f344f48f9c58b5ffb927053a164d709c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a9270",
                                    table="inspections_recommendationanswerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("answer_due_on", models.DateField(blank=True, null=True)),
                        ("source", models.TextField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.monitoringevent",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.recommendation",
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
                                    hash="3be879675d41b14870241629281bc8cd41548e4b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b772e",
                                    table="inspections_recommendationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviserRating",
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
                        ("rating", models.CharField(max_length=100, verbose_name="the advisers' word")),
                        ("text", models.TextField(blank=True)),
                        ("source", models.TextField()),
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
                                to="inspections.adviserrating",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adviser_ratings",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="inspections.monitoringevent",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "finding"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="inspections_adviserrating_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="inspections_adviserrating_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_adviserratingevent" ("effective_on", "event_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "source", "text", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."event_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."text", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="a483cdddbe135c8988143f58c2e064ce2c82d351",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f6fda",
                                    table="inspections_adviserrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_adviserratingevent" ("effective_on", "event_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "source", "text", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."event_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."text", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ccf12f5054a80c4cb3c09719daafe3fc30c14da8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_be3c4",
                                    table="inspections_adviserrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_adviserratingevent" ("effective_on", "event_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "source", "text", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."event_id", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."text", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="eb92946afb1774fafbc2aebf904bac5063185c9d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_be749",
                                    table="inspections_adviserrating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="b64fbe6d9b4c2e4fd160e864662bd362b34562a2",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_0370a",
                                    table="inspections_adviserrating",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM inspections_adviserrating t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'event_id') IS DISTINCT FROM (to_jsonb(NEW)->>'event_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="c4d3e8b6a3b2fe679cdd87af5c338bd9eb670bfe",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_f9deb",
                                    table="inspections_adviserrating",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                                    ("significant_weakness", "Area of significant weakness"),
                                    ("priority_action", "Area for priority action"),
                                    ("area_for_improvement", "Area for improvement"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "reference",
                            models.CharField(help_text="As the plans cite it: A1, PA6, AFI2.", max_length=20),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="short title (ours)")),
                        (
                            "plain_title",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="short title in plain words (ours)"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="the inspectors' words")),
                        (
                            "tail",
                            models.TextField(blank=True, verbose_name="the inspectors' words after the sub-points"),
                        ),
                        ("source", models.TextField()),
                        (
                            "responsible",
                            models.ManyToManyField(blank=True, related_name="findings", to="accounts.organisation"),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-inspection__started_on", "-kind", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "kind", "number"), name="inspections_finding_number_once"
                            ),
                            models.UniqueConstraint(
                                fields=("inspection", "reference"), name="inspections_finding_reference_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["significant_weakness", "priority_action", "area_for_improvement"])
                                ),
                                name="inspections_finding_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="inspections_finding_has_text"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingevent" ("id", "inspection_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "reference", "source", "tail", "text", "title") VALUES (NEW."id", NEW."inspection_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_title", NEW."reference", NEW."source", NEW."tail", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="ccb207049263ed430dd3f521771f388f00c30a17",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6f287",
                                    table="inspections_finding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_findingevent" ("id", "inspection_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "reference", "source", "tail", "text", "title") VALUES (NEW."id", NEW."inspection_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_title", NEW."reference", NEW."source", NEW."tail", NEW."text", NEW."title"); RETURN NULL;',
                                    hash="20ca4ce79c85707692fa978421614c055d563c3d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_edce6",
                                    table="inspections_finding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingevent" ("id", "inspection_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_title", "reference", "source", "tail", "text", "title") VALUES (OLD."id", OLD."inspection_id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_title", OLD."reference", OLD."source", OLD."tail", OLD."text", OLD."title"); RETURN NULL;',
                                    hash="9ab3509478728da8d020a5c9e3a86632f3e572a3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1c623",
                                    table="inspections_finding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="inspectors_words_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF starts_with(current_user::text, 'sendtracker_web') AND (OLD.text IS DISTINCT FROM NEW.text OR OLD.tail IS DISTINCT FROM NEW.tail) THEN\n            RAISE EXCEPTION 'The words of inspectors are never changed' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="c345efe9af8fba56f6a8ae821dd697d4f56c43a0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_inspectors_words_stay_38451",
                                    table="inspections_finding",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviserRatingEvent",
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
                        ("rating", models.CharField(max_length=100, verbose_name="the advisers' word")),
                        ("text", models.TextField(blank=True)),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.adviserrating",
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
                                to="inspections.adviserrating",
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
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.monitoringevent",
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
                                    hash="ea00758a76e28d09660bb4b90065730193b6034f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6b70a",
                                    table="inspections_adviserratingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
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
                                    ("significant_weakness", "Area of significant weakness"),
                                    ("priority_action", "Area for priority action"),
                                    ("area_for_improvement", "Area for improvement"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "reference",
                            models.CharField(help_text="As the plans cite it: A1, PA6, AFI2.", max_length=20),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="short title (ours)")),
                        (
                            "plain_title",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="short title in plain words (ours)"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="the inspectors' words")),
                        (
                            "tail",
                            models.TextField(blank=True, verbose_name="the inspectors' words after the sub-points"),
                        ),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.inspection",
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
                                    hash="bbf8ae1dccb9acb5375af02454459ed631b467ee",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_37b82",
                                    table="inspections_findingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("letter", models.CharField(max_length=1)),
                        ("text", models.TextField()),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="inspections.finding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["letter"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("finding", "letter"), name="inspections_findingpart_letter_once"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingpartevent" ("finding_id", "id", "letter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."finding_id", NEW."id", NEW."letter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                                    hash="983401962b52274ee394a0551ed523215f6b5c0f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_57203",
                                    table="inspections_findingpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_findingpartevent" ("finding_id", "id", "letter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."finding_id", NEW."id", NEW."letter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                                    hash="454957a365b09bad1f417ef082a97265944cb7f3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b1d7c",
                                    table="inspections_findingpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingpartevent" ("finding_id", "id", "letter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."finding_id", OLD."id", OLD."letter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                                    hash="42e0c7280ead637d32ecdb80c3ea68d840e6ecf8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_47cf0",
                                    table="inspections_findingpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="inspectors_words_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF starts_with(current_user::text, 'sendtracker_web') AND (OLD.text IS DISTINCT FROM NEW.text) THEN\n            RAISE EXCEPTION 'The words of inspectors are never changed' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="fef5acbb07cba538de6d2ace2825ef2053ffd5c9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_inspectors_words_stay_54a90",
                                    table="inspections_findingpart",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingPartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("letter", models.CharField(max_length=1)),
                        ("text", models.TextField()),
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
                                to="inspections.findingpart",
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
                                    hash="9055663e508e39396094edcf8bc4b054c143eb83",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_de4f2",
                                    table="inspections_findingpartevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingRepeat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reading", models.TextField(verbose_name="why we read it so")),
                        (
                            "earlier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repeated_by",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "later",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repeats",
                                to="inspections.finding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["later", "earlier"],
                        "constraints": [
                            models.UniqueConstraint(fields=("later", "earlier"), name="inspections_findingrepeat_once"),
                            models.CheckConstraint(
                                condition=models.Q(("later", models.F("earlier")), _negated=True),
                                name="inspections_findingrepeat_not_itself",
                                violation_error_message="A finding cannot repeat itself.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingrepeatevent" ("earlier_id", "id", "later_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (NEW."earlier_id", NEW."id", NEW."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reading"); RETURN NULL;',
                                    hash="ef836e69170b6d7ed62e2ebecdf95db1da844b41",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_57d61",
                                    table="inspections_findingrepeat",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_findingrepeatevent" ("earlier_id", "id", "later_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (NEW."earlier_id", NEW."id", NEW."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reading"); RETURN NULL;',
                                    hash="2247f0eb80f79a703981451fd726de547e28a18b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a48c8",
                                    table="inspections_findingrepeat",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingrepeatevent" ("earlier_id", "id", "later_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading") VALUES (OLD."earlier_id", OLD."id", OLD."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reading"); RETURN NULL;',
                                    hash="3ccf4384a1f2ad8b8dbc01a7d9b7bdc8e39e89ac",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7944f",
                                    table="inspections_findingrepeat",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "verbose_name": "finding made again",
                        "verbose_name_plural": "findings made again",
                    },
                ),
                migrations.CreateModel(
                    name="FindingRepeatEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reading", models.TextField(verbose_name="why we read it so")),
                        (
                            "earlier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "later",
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
                                to="inspections.findingrepeat",
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
                                    hash="56e9243e8d54427feedfa3c6315aa6cd2a074554",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7eed1",
                                    table="inspections_findingrepeatevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimFindingEvent",
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
                            "localclaim",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.localclaim",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.claimfinding",
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
                                    hash="e8f156c4104659c0e095878343d1b0da6b45faf5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_20b84",
                                    table="inspections_claimfindingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingResponsibleEvent",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
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
                                to="inspections.findingresponsible",
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
                                    hash="87a07335ac92572c17c3dad1912c15ae84b2c39e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ebc24",
                                    table="inspections_findingresponsibleevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationFindingEvent",
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
                            "recommendation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inspections.recommendation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inspections.recommendationfinding",
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
                                    hash="a5592cf1510e5028a5035da9df69824810dacea5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_24c4c",
                                    table="inspections_recommendationfindingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recommendation_id"); RETURN NULL;',
                                    hash="3d87cd94de7dfc604e37d81a16f76723549bcfd5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2bb41",
                                    table="inspections_recommendation_findings",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_recommendationfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recommendation_id"); RETURN NULL;',
                                    hash="2b0960582c2caae2b204fef288e611df28ad5aa9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_aa0a4",
                                    table="inspections_recommendation_findings",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_recommendationfindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recommendation_id"); RETURN NULL;',
                                    hash="54d480c1f6b79dbbf8be3d7f0ad3508e542dbe8a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_debd2",
                                    table="inspections_recommendation_findings",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    bases=("inspections.recommendation_findings",),
                ),
                migrations.CreateModel(
                    name="FindingResponsible",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingresponsibleevent" ("finding_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="f39a112e43e48341f8d0d5ca5c5ca5270704ab1f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f2f77",
                                    table="inspections_finding_responsible",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_findingresponsibleevent" ("finding_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="6cfe576c5fc5d10000ef4f1d0e9301e9783fa11b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4e977",
                                    table="inspections_finding_responsible",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_findingresponsibleevent" ("finding_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."finding_id", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="fef7fcf281ac9f39b3fb3610487a5ba9a1ddb569",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8ef02",
                                    table="inspections_finding_responsible",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    bases=("inspections.finding_responsible",),
                ),
                migrations.CreateModel(
                    name="ClaimFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_claimfindingevent" ("finding_id", "id", "localclaim_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."localclaim_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="a1f8a843c7cc054b0a7d0cccd1867d7acdb64f2a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_76050",
                                    table="inspections_localclaim_findings",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inspections_claimfindingevent" ("finding_id", "id", "localclaim_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."localclaim_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="f15a994d66a7cb8e03671e6a51ca8d73e4aa49cb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7d77b",
                                    table="inspections_localclaim_findings",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inspections_claimfindingevent" ("finding_id", "id", "localclaim_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."finding_id", OLD."id", OLD."localclaim_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="2ee6acfe4a898bea6b2e0d61f4b2cc411ff0697d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_cfd4a",
                                    table="inspections_localclaim_findings",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    bases=("inspections.localclaim_findings",),
                ),
            ],
        ),
    ]
