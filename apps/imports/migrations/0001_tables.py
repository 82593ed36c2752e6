import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [("imports", "0001_initial"), ("imports", "0002_exported_rows")]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("core", "0002_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("layout", models.SlugField(max_length=30)),
                        ("shape", models.CharField(max_length=64, verbose_name="fingerprint of the headings")),
                        ("answers", models.JSONField(default=dict)),
                        ("answered_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("layout", "shape"), name="imports_answer_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "imports_answerevent" ("answered_at", "answered_by_id", "answers", "id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."shape"); RETURN NULL;',
                                    hash="0a2225a1ab3c23d74b6ee0b6181b62afcf8c368d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_27726",
                                    table="imports_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "imports_answerevent" ("answered_at", "answered_by_id", "answers", "id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."shape"); RETURN NULL;',
                                    hash="7fbf60249d5106364ddf339395b189331a9de830",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e0f42",
                                    table="imports_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "imports_answerevent" ("answered_at", "answered_by_id", "answers", "id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."answers", OLD."id", OLD."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."shape"); RETURN NULL;',
                                    hash="8ef4f6f370ea2ca92a1f09bcbd09cb854a113056",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8f7ed",
                                    table="imports_answer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("layout", models.SlugField(db_index=False, max_length=30)),
                        ("shape", models.CharField(max_length=64, verbose_name="fingerprint of the headings")),
                        ("answers", models.JSONField(default=dict)),
                        ("answered_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
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
                                to="imports.answer",
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
                                    hash="607ccf195ba817124fc48b9755b968680460e836",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cabfd",
                                    table="imports_answerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Batch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("layout", models.SlugField(max_length=30)),
                        ("holds_children", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("asking", "Waiting for your answers"),
                                    ("read", "Read, not saved"),
                                    ("applying", "Being saved"),
                                    ("applied", "Saved"),
                                    ("undoing", "Being taken back"),
                                    ("undone", "Saved, then taken back"),
                                    ("refused", "Cannot be read"),
                                    ("discarded", "Thrown away, nothing saved"),
                                ],
                                default="reading",
                                max_length=10,
                            ),
                        ),
                        ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("file_name", models.CharField(max_length=255)),
                        ("size", models.PositiveIntegerField(verbose_name="size in bytes")),
                        ("sha256", models.CharField(max_length=64)),
                        ("uploaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("reported_by", models.CharField(blank=True, max_length=200, verbose_name="who reports this")),
                        ("position_on", models.DateField(blank=True, null=True, verbose_name="position at")),
                        ("target", models.JSONField(default=dict)),
                        ("proposal", models.JSONField(default=dict)),
                        ("answers", models.JSONField(default=dict)),
                        ("about", models.JSONField(default=dict, verbose_name="what else was read")),
                        ("counts", models.JSONField(default=dict)),
                        ("refusal", models.TextField(blank=True, verbose_name="why it cannot be read or saved")),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("result", models.JSONField(default=dict, verbose_name="what was written")),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_reason", models.TextField(blank=True)),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.job",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "batches",
                        "ordering": ["-uploaded_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "reading",
                                            "asking",
                                            "read",
                                            "applying",
                                            "applied",
                                            "undoing",
                                            "undone",
                                            "refused",
                                            "discarded",
                                        ],
                                    )
                                ),
                                name="imports_batch_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["applied", "undoing", "undone"]), _negated=True),
                                    ("applied_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="imports_batch_applied_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "undone"), _negated=True),
                                    models.Q(("undone_at__isnull", False), ("undone_reason__regex", "\\S")),
                                    _connector="OR",
                                ),
                                name="imports_batch_undone_has_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "imports_batchevent" ("about", "answers", "applied_at", "applied_by_id", "counts", "file_name", "holds_children", "id", "job_id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "proposal", "refusal", "reported_by", "result", "sha256", "size", "state", "target", "token", "undone_at", "undone_by_id", "undone_reason", "uploaded_at", "uploaded_by_id") VALUES (NEW."about", NEW."answers", NEW."applied_at", NEW."applied_by_id", NEW."counts", NEW."file_name", NEW."holds_children", NEW."id", NEW."job_id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position_on", NEW."proposal", NEW."refusal", NEW."reported_by", NEW."result", NEW."sha256", NEW."size", NEW."state", NEW."target", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."undone_reason", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="6bcf0701965d0026fc801a50a4c02cb8c08e5613",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_262f0",
                                    table="imports_batch",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "imports_batchevent" ("about", "answers", "applied_at", "applied_by_id", "counts", "file_name", "holds_children", "id", "job_id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "proposal", "refusal", "reported_by", "result", "sha256", "size", "state", "target", "token", "undone_at", "undone_by_id", "undone_reason", "uploaded_at", "uploaded_by_id") VALUES (NEW."about", NEW."answers", NEW."applied_at", NEW."applied_by_id", NEW."counts", NEW."file_name", NEW."holds_children", NEW."id", NEW."job_id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position_on", NEW."proposal", NEW."refusal", NEW."reported_by", NEW."result", NEW."sha256", NEW."size", NEW."state", NEW."target", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."undone_reason", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="e55ffcca3e2aa85752fcd23378af18ea35723169",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ff84a",
                                    table="imports_batch",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "imports_batchevent" ("about", "answers", "applied_at", "applied_by_id", "counts", "file_name", "holds_children", "id", "job_id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "proposal", "refusal", "reported_by", "result", "sha256", "size", "state", "target", "token", "undone_at", "undone_by_id", "undone_reason", "uploaded_at", "uploaded_by_id") VALUES (OLD."about", OLD."answers", OLD."applied_at", OLD."applied_by_id", OLD."counts", OLD."file_name", OLD."holds_children", OLD."id", OLD."job_id", OLD."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position_on", OLD."proposal", OLD."refusal", OLD."reported_by", OLD."result", OLD."sha256", OLD."size", OLD."state", OLD."target", OLD."token", OLD."undone_at", OLD."undone_by_id", OLD."undone_reason", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                                    hash="644443cbd16d4aae2b98d384edd06c95ad987796",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_acd36",
                                    table="imports_batch",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BatchEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("layout", models.SlugField(db_index=False, max_length=30)),
                        ("holds_children", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("asking", "Waiting for your answers"),
                                    ("read", "Read, not saved"),
                                    ("applying", "Being saved"),
                                    ("applied", "Saved"),
                                    ("undoing", "Being taken back"),
                                    ("undone", "Saved, then taken back"),
                                    ("refused", "Cannot be read"),
                                    ("discarded", "Thrown away, nothing saved"),
                                ],
                                default="reading",
                                max_length=10,
                            ),
                        ),
                        ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("file_name", models.CharField(max_length=255)),
                        ("size", models.PositiveIntegerField(verbose_name="size in bytes")),
                        ("sha256", models.CharField(max_length=64)),
                        ("uploaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("reported_by", models.CharField(blank=True, max_length=200, verbose_name="who reports this")),
                        ("position_on", models.DateField(blank=True, null=True, verbose_name="position at")),
                        ("target", models.JSONField(default=dict)),
                        ("proposal", models.JSONField(default=dict)),
                        ("answers", models.JSONField(default=dict)),
                        ("about", models.JSONField(default=dict, verbose_name="what else was read")),
                        ("counts", models.JSONField(default=dict)),
                        ("refusal", models.TextField(blank=True, verbose_name="why it cannot be read or saved")),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("result", models.JSONField(default=dict, verbose_name="what was written")),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_reason", models.TextField(blank=True)),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.job",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="imports.batch",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                    hash="4a7b6b74dec983d1fda0921960122b639aa60050",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_632cf",
                                    table="imports_batchevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BatchFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="bytes, compressed with zlib")),
                        ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="imports.batch")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [models.UniqueConstraint(fields=("batch",), name="imports_batchfile_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CaseFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="bytes, compressed with zlib")),
                        ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="imports.batch")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [models.UniqueConstraint(fields=("batch",), name="imports_casefile_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CaseRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveIntegerField(verbose_name="place in the file")),
                        ("sheet", models.CharField(max_length=100)),
                        ("number", models.PositiveIntegerField(verbose_name="row of the sheet")),
                        ("key", models.CharField(blank=True, max_length=300)),
                        ("fields", models.JSONField(default=dict)),
                        ("edits", models.JSONField(default=dict)),
                        ("base", models.JSONField(null=True)),
                        ("problems", models.JSONField(default=list)),
                        ("has_problems", models.BooleanField(default=False)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("changed", "Changed"),
                                    ("unchanged", "Unchanged"),
                                    ("conflict", "Conflict"),
                                    ("problem", "Problem"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("matched", models.BigIntegerField(null=True)),
                        ("matched_version", models.PositiveIntegerField(null=True)),
                        ("changes", models.JSONField(default=dict)),
                        ("clashes", models.JSONField(default=dict)),
                        ("settled", models.JSONField(default=dict)),
                        ("is_skipped", models.BooleanField(default=False)),
                        ("written", models.JSONField(null=True)),
                        ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="imports.batch")),
                        (
                            "exported_key",
                            models.CharField(blank=True, max_length=60, verbose_name="row key of an export from here"),
                        ),
                        ("exported_version", models.PositiveIntegerField(null=True)),
                        ("moved", models.JSONField(default=list)),
                    ],
                    options={
                        "ordering": ["batch", "position"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["batch", "outcome", "position"], name="imports_cas_batch_i_152a75_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("batch", "position"), name="imports_caserow_place_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["new", "changed", "unchanged", "conflict", "problem"])
                                ),
                                name="imports_caserow_outcome_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StagedRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveIntegerField(verbose_name="place in the file")),
                        ("sheet", models.CharField(max_length=100)),
                        ("number", models.PositiveIntegerField(verbose_name="row of the sheet")),
                        ("key", models.CharField(blank=True, max_length=300)),
                        ("fields", models.JSONField(default=dict)),
                        ("edits", models.JSONField(default=dict)),
                        ("base", models.JSONField(null=True)),
                        ("problems", models.JSONField(default=list)),
                        ("has_problems", models.BooleanField(default=False)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("changed", "Changed"),
                                    ("unchanged", "Unchanged"),
                                    ("conflict", "Conflict"),
                                    ("problem", "Problem"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("matched", models.BigIntegerField(null=True)),
                        ("matched_version", models.PositiveIntegerField(null=True)),
                        ("changes", models.JSONField(default=dict)),
                        ("clashes", models.JSONField(default=dict)),
                        ("settled", models.JSONField(default=dict)),
                        ("is_skipped", models.BooleanField(default=False)),
                        ("written", models.JSONField(null=True)),
                        ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="imports.batch")),
                        (
                            "exported_key",
                            models.CharField(blank=True, max_length=60, verbose_name="row key of an export from here"),
                        ),
                        ("exported_version", models.PositiveIntegerField(null=True)),
                        ("moved", models.JSONField(default=list)),
                    ],
                    options={
                        "ordering": ["batch", "position"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["batch", "outcome", "position"], name="imports_sta_batch_i_af8e8c_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("batch", "position"), name="imports_stagedrow_place_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["new", "changed", "unchanged", "conflict", "problem"])
                                ),
                                name="imports_stagedrow_outcome_known",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
