import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.models
import apps.papers.models
from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("board", "0005_meetings"),
        ("inspections", "0001_tables"),
        ("plans", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="EditedReport",
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
                        ("file_name", models.CharField(max_length=255)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("received", models.BinaryField()),
                        ("received_sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("missing", models.JSONField(default=list)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="edited_reports",
                                to="board.meeting",
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
                                to="papers.editedreport",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-recorded_at", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="papers_editedreport_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="papers_editedreport_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256", apps.papers.models.Fingerprint(models.F("content")))),
                                name="papers_editedreport_fingerprint_is_of_bytes",
                                violation_error_message="The fingerprint is not that of the bytes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_sha256", apps.papers.models.Fingerprint(models.F("received")))
                                ),
                                name="papers_editedreport_fingerprint_is_of_received",
                                violation_error_message="The fingerprint is not that of the bytes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("missing", models.Value([], models.JSONField())),
                                        ("sha256", models.F("received_sha256")),
                                    ),
                                    models.Q(("missing", models.Value([], models.JSONField())), _negated=True),
                                    _connector="OR",
                                ),
                                name="papers_editedreport_changed_where_missing",
                                violation_error_message="What is not missing needs no notice.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="ca0e64ba31f41e712cd142d3e1292e5ed51b3083",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_02236",
                                    table="papers_editedreport",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM papers_editedreport t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="83898bf96df9bb2bb232b52129a894331a85e4e6",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_4df54",
                                    table="papers_editedreport",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="kept_as_it_is",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'A report is kept as it is' USING ERRCODE = 'check_violation';",
                                    hash="1363d2521c1f760c3fc132c397ff8e5a9fee35e3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_kept_as_it_is_d786d",
                                    table="papers_editedreport",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_editedreportevent" ("author_title", "effective_on", "file_name", "id", "meeting_id", "missing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_sha256", "recorded_at", "recorded_by_id", "sha256", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."file_name", NEW."id", NEW."meeting_id", NEW."missing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."received_sha256", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="8a3f06bd956e25b974d04161cf60c63ce32e4adb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e7990",
                                    table="papers_editedreport",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."author_title" IS DISTINCT FROM (NEW."author_title") OR OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."missing" IS DISTINCT FROM (NEW."missing") OR OLD."received_sha256" IS DISTINCT FROM (NEW."received_sha256") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "papers_editedreportevent" ("author_title", "effective_on", "file_name", "id", "meeting_id", "missing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_sha256", "recorded_at", "recorded_by_id", "sha256", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."file_name", NEW."id", NEW."meeting_id", NEW."missing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."received_sha256", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e253907f161bc4db14b18c66b7777d012c963da8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ea71d",
                                    table="papers_editedreport",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_editedreportevent" ("author_title", "effective_on", "file_name", "id", "meeting_id", "missing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_sha256", "recorded_at", "recorded_by_id", "sha256", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."file_name", OLD."id", OLD."meeting_id", OLD."missing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."received_sha256", OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="7c8959fc983583f964327e29da966e78c1be500f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_48b68",
                                    table="papers_editedreport",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EditedReportEvent",
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
                        ("file_name", models.CharField(max_length=255)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("received_sha256", models.CharField(max_length=64)),
                        ("sha256", models.CharField(max_length=64)),
                        ("missing", models.JSONField(default=list)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="papers.editedreport",
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
                                to="papers.editedreport",
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
                                    hash="ddf6bce62b6ad292152880b3c0c7988550d21ddf",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d3c07",
                                    table="papers_editedreportevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("as_at", models.DateField(verbose_name="as at")),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("made_by_title", models.CharField(blank=True, max_length=200)),
                        ("content", models.BinaryField()),
                        (
                            "size",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="size in bytes"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="pack", to="board.meeting"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="packs", to="plans.plan"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sha256", apps.papers.models.Fingerprint(models.F("content")))),
                                name="papers_pack_fingerprint_is_of_bytes",
                                violation_error_message="The fingerprint is not that of the bytes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size", apps.papers.models.Length(models.F("content")))),
                                name="papers_pack_size_is_of_bytes",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="kept_as_it_is",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'A frozen pack is kept as it is' USING ERRCODE = 'check_violation';",
                                    hash="2c8b4f812a2880fa35f06089c7d64da79bd3085e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_kept_as_it_is_26f03",
                                    table="papers_pack",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="made_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.made_at = clock_timestamp(); RETURN NEW;",
                                    hash="9b21cc0e613bd95512887999a5285678f14a370d",
                                    operation="INSERT",
                                    pgid="pgtrigger_made_now_8b5aa",
                                    table="papers_pack",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_closed_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n                IF NOT EXISTS (SELECT FROM board_meeting m\n                    WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN\n                    RAISE EXCEPTION 'Only the pack of a closed meeting is kept' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n                ",
                                    hash="384c013204c03ce420ba4983443abc66a87fbc82",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_closed_meeting_d0597",
                                    table="papers_pack",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_packevent" ("as_at", "id", "made_at", "made_by_id", "made_by_title", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "size") VALUES (NEW."as_at", NEW."id", NEW."made_at", NEW."made_by_id", NEW."made_by_title", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."sha256", NEW."size"); RETURN NULL;',
                                    hash="b1093fc18219e24366242bf3fe9b89d764dadac0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0825e",
                                    table="papers_pack",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."as_at" IS DISTINCT FROM (NEW."as_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."made_by_title" IS DISTINCT FROM (NEW."made_by_title") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size"))',
                                    func='INSERT INTO "papers_packevent" ("as_at", "id", "made_at", "made_by_id", "made_by_title", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "size") VALUES (NEW."as_at", NEW."id", NEW."made_at", NEW."made_by_id", NEW."made_by_title", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."sha256", NEW."size"); RETURN NULL;',
                                    hash="e01f80d15e78f3cf3d597e798396d38d8760b3fa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e9756",
                                    table="papers_pack",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_packevent" ("as_at", "id", "made_at", "made_by_id", "made_by_title", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "size") VALUES (OLD."as_at", OLD."id", OLD."made_at", OLD."made_by_id", OLD."made_by_title", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."sha256", OLD."size"); RETURN NULL;',
                                    hash="51158cec1f2083114760ebf0b22f8d5c9f71d1c5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f2ad0",
                                    table="papers_pack",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PackEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("as_at", models.DateField(verbose_name="as at")),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("made_by_title", models.CharField(blank=True, max_length=200)),
                        (
                            "size",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="size in bytes"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="papers.pack",
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
                                    hash="8e0f99506f26a21442592302b2c1ca653686327b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ceaaa",
                                    table="papers_packevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfEvaluation",
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
                        ("text", models.TextField(verbose_name="what we say of it ourselves")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="self_evaluations",
                                to="inspections.finding",
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
                                to="papers.selfevaluation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["finding", "-effective_on", "-recorded_at"],
                                name="papers_self_finding_620d37_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="papers_selfevaluation_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="papers_selfevaluation_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="papers_selfevaluation_says_something",
                                violation_error_message="Say where this stands.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="38e81f6044e0cc839ffdfa4a9907f6f28853eea7",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_7e46a",
                                    table="papers_selfevaluation",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM papers_selfevaluation t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'finding_id') IS DISTINCT FROM (to_jsonb(NEW)->>'finding_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="a0eeb33e57d686040a7b256670d76f2a0c110155",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_1db40",
                                    table="papers_selfevaluation",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_selfevaluationevent" ("author_title", "effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="edcc85900d8658101e9d5c1f0388538b32a763d8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_54bcc",
                                    table="papers_selfevaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "papers_selfevaluationevent" ("author_title", "effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e76f92659a5ab05ee55471e5d21ed10f8edda48b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9dec9",
                                    table="papers_selfevaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "papers_selfevaluationevent" ("author_title", "effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "text", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."text", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="3369b68c2060778b80c1eea5f9b0a1db9dcc3ed8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c681e",
                                    table="papers_selfevaluation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfEvaluationEvent",
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
                        ("text", models.TextField(verbose_name="what we say of it ourselves")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
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
                                to="papers.selfevaluation",
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
                                to="papers.selfevaluation",
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
                                    hash="ea88b30afae0311e2b3686fe6002ec61784c8d6c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ec139",
                                    table="papers_selfevaluationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
