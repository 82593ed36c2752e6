import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_take_back_batch"),
        ("accounts", "__first__"),
        ("inspections", "0001_tables"),
        ("plans", "0001_tables"),
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
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("text", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "actions",
                            models.ManyToManyField(blank=True, related_name="voice_answers", to="plans.action"),
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
                                to="voice.answer",
                            ),
                        ),
                        (
                            "issue",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="voice.issue"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="voice_answer_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_answer_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="voice_answer_has_text",
                                violation_error_message="Write the answer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_answer_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="4357fbcf2b487d41ef3958c4bba704d9f1199bf0",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_1759d",
                                    table="voice_answer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n            AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text' THEN\n            RETURN NEW;\n        END IF;\n    RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
                                    hash="8bccd985a5fd722fc9e088f714ff7171ace5ed31",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_66bf0",
                                    table="voice_answer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_answerevent" ("author_title", "effective_on", "id", "issue_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."issue_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="d5dab906ee00db5a088e53151484d6c559e1ea34",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1d63d",
                                    table="voice_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."author_title" IS DISTINCT FROM (NEW."author_title") OR OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue_id" IS DISTINCT FROM (NEW."issue_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "voice_answerevent" ("author_title", "effective_on", "id", "issue_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."issue_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="f356e1405d643d134ba6a28ee5a28fb9390bd04e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_adfb2",
                                    table="voice_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_answerevent" ("author_title", "effective_on", "id", "issue_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."issue_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="9a0c15d3336f64723e859271c58f87c7ec3dcb07",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_37bac",
                                    table="voice_answer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerActionEvent",
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
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.action",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.answer",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="voice.answeraction",
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
                                    hash="c2b508f23cf71a94fb4cd779381268b2ae900107",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8a971",
                                    table="voice_answeractionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Issue",
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
                        ("words", models.TextField()),
                        (
                            "how_many",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100000),
                                ],
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issues",
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
                                to="voice.issue",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="voice.round"
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
                                name="voice_issue_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_issue_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="voice_issue_has_words",
                                violation_error_message="Say what families raised.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("how_many__isnull", True),
                                    models.Q(("how_many__gte", 1), ("how_many__lte", 100000)),
                                    _connector="OR",
                                ),
                                name="voice_issue_raised_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_issue_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="e9416077bc3768651357de1df4c2008f7b7db746",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_5ab50",
                                    table="voice_issue",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE round_state TEXT;",
                                    func="\n        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;\n        IF round_state IS DISTINCT FROM 'draft' THEN\n            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="9eae5b01aa3ceb9279a712e41addd8f68cde8967",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_a_draft_3ff9f",
                                    table="voice_issue",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n            AND to_jsonb(NEW) - 'words' = to_jsonb(OLD) - 'words' THEN\n            RETURN NEW;\n        END IF;\n    RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
                                    hash="3152e37989e9379b55bf8d0bf08fc1291d8b9a52",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_46dfd",
                                    table="voice_issue",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_issueevent" ("effective_on", "finding_id", "how_many", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."how_many", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ee48335d4acbc89ede9384ca6605898f2fd6c83f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_15549",
                                    table="voice_issue",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."finding_id" IS DISTINCT FROM (NEW."finding_id") OR OLD."how_many" IS DISTINCT FROM (NEW."how_many") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "voice_issueevent" ("effective_on", "finding_id", "how_many", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."how_many", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."round_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="1f5c2391bbfaa59e548ab33ace6690b83271abab",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_17330",
                                    table="voice_issue",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_issueevent" ("effective_on", "finding_id", "how_many", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."finding_id", OLD."how_many", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."round_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="0f1e622462dc63b55d592b68cbb45d9b972f45e7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0d3d2",
                                    table="voice_issue",
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
                        ("effective_on", models.DateField(verbose_name="date from which this is true")),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("void_reason", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="voice.answer",
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
                                to="voice.answer",
                            ),
                        ),
                        (
                            "issue",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.issue",
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
                                    hash="0edb92752d70b981d569fc10f334c526e0df3fe9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bb3bc",
                                    table="voice_answerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalAnswer",
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
                        ("is_accepted", models.BooleanField(verbose_name="taken")),
                        ("reason", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
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
                            "report",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="plans.statusupdate",
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
                                to="voice.proposalanswer",
                            ),
                        ),
                        (
                            "proposal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answer",
                                to="voice.wordingproposal",
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
                                name="voice_proposalanswer_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_proposalanswer_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_accepted", True), ("report__isnull", False)),
                                    models.Q(
                                        ("is_accepted", False), ("reason__regex", "\\S"), ("report__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="voice_proposalanswer_taken_or_reason",
                                violation_error_message="Say why the words are not taken.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_proposalanswer_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="3f9f00bf7d2c4c082a63f63f4fc2a80337f06a38",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_db9f2",
                                    table="voice_proposalanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n            AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN\n            RETURN NEW;\n        END IF;\n    RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
                                    hash="040808d159e57ab173330dfa3872221d001b9d2b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_54da6",
                                    table="voice_proposalanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_proposalanswerevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "recorded_at", "recorded_by_id", "report_id", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposal_id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="590aba851cc2f6aa77585db0cb1efca7f9c97494",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_060dc",
                                    table="voice_proposalanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."author_title" IS DISTINCT FROM (NEW."author_title") OR OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_accepted" IS DISTINCT FROM (NEW."is_accepted") OR OLD."proposal_id" IS DISTINCT FROM (NEW."proposal_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "voice_proposalanswerevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "recorded_at", "recorded_by_id", "report_id", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposal_id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="f80d39f84404cfc6f194bfe8b221caa9b8856801",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_10bfa",
                                    table="voice_proposalanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_proposalanswerevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "recorded_at", "recorded_by_id", "report_id", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposal_id", OLD."recorded_at", OLD."recorded_by_id", OLD."report_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="c962517d90760dd22561732379173013b5b4ca25",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2b002",
                                    table="voice_proposalanswer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Redaction",
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
                            "place",
                            models.CharField(
                                choices=[
                                    ("comment", "Comment on a finding"),
                                    ("issue", "Issue"),
                                    ("brought_by", "Who brought a round"),
                                    ("answer", "Answer"),
                                    ("wording", "Proposed words"),
                                    ("reason", "Why words were not taken"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("row", models.BigIntegerField(verbose_name="key of the row")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("name", "A name"),
                                    ("number", "A number, such as an NHS number or pupil number"),
                                    ("date", "A date, such as a date of birth"),
                                    ("contact", "An address, e-mail address or telephone number"),
                                    ("other", "Something else that points at one child or family"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("author_title", models.CharField(max_length=300)),
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
                                to="voice.redaction",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [models.Index(fields=["place", "row"], name="voice_redac_place_d6467d_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="voice_redaction_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_redaction_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place__in", ["comment", "issue", "brought_by", "answer", "wording", "reason"])
                                ),
                                name="voice_redaction_place_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["name", "number", "date", "contact", "other"])),
                                name="voice_redaction_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_redaction_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="cd22ef1c89a647831b4b13f2112d3d1595b04b94",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_37c34",
                                    table="voice_redaction",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_redactionevent" ("author_title", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_at", "recorded_by_id", "row", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."row", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="591587505742d32e6f5135ea04d0f9cdfe5bb587",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_53915",
                                    table="voice_redaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "voice_redactionevent" ("author_title", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_at", "recorded_by_id", "row", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."row", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e13a83ea1588ff2cb14bac9d61ff50b03a727822",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a3162",
                                    table="voice_redaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_redactionevent" ("author_title", "effective_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_at", "recorded_by_id", "row", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."recorded_at", OLD."recorded_by_id", OLD."row", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="be397ca3e9558c51dd37b19877a47f368a052939",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6d3d3",
                                    table="voice_redaction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RedactionEvent",
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
                            "place",
                            models.CharField(
                                choices=[
                                    ("comment", "Comment on a finding"),
                                    ("issue", "Issue"),
                                    ("brought_by", "Who brought a round"),
                                    ("answer", "Answer"),
                                    ("wording", "Proposed words"),
                                    ("reason", "Why words were not taken"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("row", models.BigIntegerField(verbose_name="key of the row")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("name", "A name"),
                                    ("number", "A number, such as an NHS number or pupil number"),
                                    ("date", "A date, such as a date of birth"),
                                    ("contact", "An address, e-mail address or telephone number"),
                                    ("other", "Something else that points at one child or family"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("author_title", models.CharField(max_length=300)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="voice.redaction",
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
                                to="voice.redaction",
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
                                    hash="be52240a189b48a44c63740734d1f248106dc7e3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_34cb3",
                                    table="voice_redactionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("heard_from", models.DateField(verbose_name="first day of listening")),
                        ("heard_to", models.DateField(verbose_name="last day of listening")),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("surgery", "At a surgery or drop-in"),
                                    ("event", "At an event"),
                                    ("meeting", "At meetings of the group"),
                                    ("survey", "By a survey"),
                                    ("contact", "By calls, messages or letters"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("how_many", models.PositiveIntegerField(verbose_name="how many people were heard")),
                        ("brought_by", models.CharField(blank=True, max_length=1000, verbose_name="who brought it")),
                        ("is_on_behalf", models.BooleanField(default=False, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("released", "Released")],
                                default="draft",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("released_at", models.DateTimeField(editable=False, null=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "released_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "speaker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="voice.speaker"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-heard_to", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["draft", "released"])), name="voice_round_state_known"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how__in", ["surgery", "event", "meeting", "survey", "contact"])),
                                name="voice_round_how_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heard_to__gte", models.F("heard_from"))),
                                name="voice_round_ends_after_start",
                                violation_error_message="The last day of listening cannot be before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how_many__gte", 1), ("how_many__lte", 100000)),
                                name="voice_round_heard_somebody",
                                violation_error_message="Say how many people were heard.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("brought_by", ""), ("is_on_behalf", False)),
                                    models.Q(("brought_by__regex", "\\S"), ("is_on_behalf", True)),
                                    _connector="OR",
                                ),
                                name="voice_round_says_who_brought_it",
                                violation_error_message="Say who brought what was said.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("released_at__isnull", True), ("state", "draft")),
                                    models.Q(
                                        ("heard_to__lte", apps.core.models.LondonDay("released_at")),
                                        ("released_at__isnull", False),
                                        ("state", "released"),
                                    ),
                                    _connector="OR",
                                ),
                                name="voice_round_released_at_a_moment",
                                violation_error_message="A round is released once its listening has ended.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="released_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.\"state\" = 'released')",
                                    func="\n                IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n                    AND to_jsonb(NEW) - 'brought_by' = to_jsonb(OLD) - 'brought_by' THEN\n                    RETURN NEW;\n                END IF;\n                RAISE EXCEPTION 'A released round is never changed' USING ERRCODE = 'check_violation';\n                ",
                                    hash="e1bdafc2833fc4fc15a0a2c9b989fbd80419d21d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_released_stays_86382",
                                    table="voice_round",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="begins_as_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (NEW.\"state\" = 'released')",
                                    func="RAISE EXCEPTION 'A round begins as a draft' USING ERRCODE = 'check_violation';",
                                    hash="165a5fa4e36f07d1026462900e3a9015eab900ee",
                                    operation="INSERT",
                                    pgid="pgtrigger_begins_as_draft_d0194",
                                    table="voice_round",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="released_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (NEW.\"state\" = 'released' AND OLD.\"state\" = 'draft')",
                                    func="NEW.released_at = clock_timestamp(); RETURN NEW;",
                                    hash="2a099affc98f7747f16d17e6d516d4cee38807b3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_released_now_faa96",
                                    table="voice_round",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_roundevent" ("heard_from", "heard_to", "how", "how_many", "id", "is_on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "speaker_id", "state", "token", "version", "written_by_id") VALUES (NEW."heard_from", NEW."heard_to", NEW."how", NEW."how_many", NEW."id", NEW."is_on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."speaker_id", NEW."state", NEW."token", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="b75c7328277859e4dab8497296c9116178ccd294",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1320f",
                                    table="voice_round",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."heard_to" IS DISTINCT FROM (NEW."heard_to") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."how_many" IS DISTINCT FROM (NEW."how_many") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_on_behalf" IS DISTINCT FROM (NEW."is_on_behalf") OR OLD."released_at" IS DISTINCT FROM (NEW."released_at") OR OLD."released_by_id" IS DISTINCT FROM (NEW."released_by_id") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                                    func='INSERT INTO "voice_roundevent" ("heard_from", "heard_to", "how", "how_many", "id", "is_on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "speaker_id", "state", "token", "version", "written_by_id") VALUES (NEW."heard_from", NEW."heard_to", NEW."how", NEW."how_many", NEW."id", NEW."is_on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."speaker_id", NEW."state", NEW."token", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="c8ca02d52f4a4a3d4163ff902b36854df74f831d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_41be4",
                                    table="voice_round",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_roundevent" ("heard_from", "heard_to", "how", "how_many", "id", "is_on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "speaker_id", "state", "token", "version", "written_by_id") VALUES (OLD."heard_from", OLD."heard_to", OLD."how", OLD."how_many", OLD."id", OLD."is_on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."released_at", OLD."released_by_id", OLD."speaker_id", OLD."state", OLD."token", OLD."version", OLD."written_by_id"); RETURN NULL;',
                                    hash="e34c15f81b5a7cd84b033bd6085d906e79555a64",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8517e",
                                    table="voice_round",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IssueEvent",
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
                            "how_many",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100000),
                                ],
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="voice.issue",
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
                                to="voice.issue",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.round",
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
                                    hash="78bf2a0bb7d0dd99fd5992f7521e6d0c1999e79e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b323e",
                                    table="voice_issueevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftIssue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", models.TextField()),
                        ("how_many", models.PositiveIntegerField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="draft_issues",
                                to="voice.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S")), name="voice_draftissue_has_words"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("how_many__isnull", True),
                                    models.Q(("how_many__gte", 1), ("how_many__lte", 100000)),
                                    _connector="OR",
                                ),
                                name="voice_draftissue_raised_by_somebody",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="of_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE round_state TEXT;",
                                    func="\n        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;\n        IF round_state IS DISTINCT FROM 'draft' THEN\n            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="67d17b0a0f98cb7be9818d3b7610cd58c26b7b17",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_of_a_draft_cda49",
                                    table="voice_draftissue",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("not_felt", "Not felt yet"),
                                    ("starting", "Starting to feel it"),
                                    ("felt", "Felt"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inspections.finding"
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="draft_entries",
                                to="voice.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "finding"), name="voice_draftentry_finding_once"),
                            models.CheckConstraint(
                                condition=models.Q(("rating__in", ["not_felt", "starting", "felt"])),
                                name="voice_draftentry_rating_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="of_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE round_state TEXT;",
                                    func="\n        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;\n        IF round_state IS DISTINCT FROM 'draft' THEN\n            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="c47f5037a4088497ebfec869390f0f448de1baaa",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_of_a_draft_ae3a9",
                                    table="voice_draftentry",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Speaker",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("forum", "Parent carer forum"),
                                    ("young_people", "Young people"),
                                    ("survey", "Survey"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("is_demonstration", models.BooleanField(default=False, editable=False)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                help_text="Whose parent representatives write for it. Empty: nobody of it signs in here.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="speakers",
                                to="accounts.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["is_demonstration", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("is_demonstration"),
                                name="voice_speaker_name_once",
                                violation_error_message="There is already a voice with this name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["forum", "young_people", "survey", "other"])),
                                name="voice_speaker_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name__regex", "\\S")), name="voice_speaker_has_name"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="stays_itself",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."is_demonstration" IS DISTINCT FROM (NEW."is_demonstration") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id"))',
                                    func="\n                IF EXISTS (SELECT FROM voice_round WHERE speaker_id = OLD.id) THEN\n                    RAISE EXCEPTION 'Whose voice it is never changes' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n                ",
                                    hash="a9371921fbe904d06e839ab074dc3a14e6aeaffe",
                                    operation="UPDATE",
                                    pgid="pgtrigger_stays_itself_5451c",
                                    table="voice_speaker",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_speakerevent" ("id", "is_demonstration", "kind", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_demonstration", NEW."kind", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="303e3ba32683a1b2f7835d9ad0a76b804db44569",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a9718",
                                    table="voice_speaker",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "voice_speakerevent" ("id", "is_demonstration", "kind", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_demonstration", NEW."kind", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="0e029bfb58fdaa6ca912036237bd0dc7d1552f8f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1ceeb",
                                    table="voice_speaker",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_speakerevent" ("id", "is_demonstration", "kind", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."is_demonstration", OLD."kind", OLD."name", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="6886cd65b841649824e04e0ae877d5e100f15ba1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_92ad5",
                                    table="voice_speaker",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("heard_from", models.DateField(verbose_name="first day of listening")),
                        ("heard_to", models.DateField(verbose_name="last day of listening")),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("surgery", "At a surgery or drop-in"),
                                    ("event", "At an event"),
                                    ("meeting", "At meetings of the group"),
                                    ("survey", "By a survey"),
                                    ("contact", "By calls, messages or letters"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("how_many", models.PositiveIntegerField(verbose_name="how many people were heard")),
                        ("is_on_behalf", models.BooleanField(default=False, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("released", "Released")],
                                default="draft",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("released_at", models.DateTimeField(editable=False, null=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="voice.round",
                            ),
                        ),
                        (
                            "released_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "speaker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.speaker",
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
                                    hash="5b53f92fa4a74372fd2900344079e2ff43d45269",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_89c13",
                                    table="voice_roundevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpeakerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=100)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("forum", "Parent carer forum"),
                                    ("young_people", "Young people"),
                                    ("survey", "Survey"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("is_demonstration", models.BooleanField(default=False, editable=False)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Whose parent representatives write for it. Empty: nobody of it signs in here.",
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
                                to="voice.speaker",
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
                                    hash="f3ed5d446e894551b6d5422c560d3d76deb90024",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0877d",
                                    table="voice_speakerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VoiceRating",
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
                                    ("not_felt", "Not felt yet"),
                                    ("starting", "Starting to feel it"),
                                    ("felt", "Felt"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voice_ratings",
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="voice.round"
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
                                to="voice.voicerating",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["finding", "-effective_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["finding", "-effective_on", "-recorded_at"],
                                name="voice_voice_finding_deb01c_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="voice_voicerating_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_voicerating_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.UniqueConstraint(fields=("round", "finding"), name="voice_voicerating_finding_once"),
                            models.CheckConstraint(
                                condition=models.Q(("rating__in", ["not_felt", "starting", "felt"])),
                                name="voice_voicerating_rating_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_voicerating_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="edf3559375911d2d59d33990722b239486ff338e",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_62b34",
                                    table="voice_voicerating",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE round_state TEXT;",
                                    func="\n        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;\n        IF round_state IS DISTINCT FROM 'draft' THEN\n            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ",
                                    hash="b4ae1748a1f071f0e6c1311cde530feca3e31e65",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_a_draft_2ff02",
                                    table="voice_voicerating",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n            AND to_jsonb(NEW) - 'comment' = to_jsonb(OLD) - 'comment' THEN\n            RETURN NEW;\n        END IF;\n    RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
                                    hash="e20b658434dca7a4efe116cae2e2a080d4d192b4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_8495f",
                                    table="voice_voicerating",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_voiceratingevent" ("effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."round_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="8d498f9986cf73458283e44989290e3e3b09190f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2dcd2",
                                    table="voice_voicerating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."finding_id" IS DISTINCT FROM (NEW."finding_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "voice_voiceratingevent" ("effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."round_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="147ac761f274457ae855fddb6a59e56108de574c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d3220",
                                    table="voice_voicerating",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_voiceratingevent" ("effective_on", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "round_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."recorded_at", OLD."recorded_by_id", OLD."round_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="e86f812f64049c55c92ff833286dd82e26cd59b3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e2104",
                                    table="voice_voicerating",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VoiceRatingEvent",
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
                                    ("not_felt", "Not felt yet"),
                                    ("starting", "Starting to feel it"),
                                    ("felt", "Felt"),
                                ],
                                max_length=10,
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
                                to="voice.voicerating",
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
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.round",
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
                                to="voice.voicerating",
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
                                    hash="a5811bfa66b8ed6e03f2c821aa29965623781b95",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_61158",
                                    table="voice_voiceratingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingProposal",
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
                        ("wording", models.TextField()),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wording_proposals",
                                to="plans.action",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wording_proposals",
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
                                to="voice.wordingproposal",
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
                                name="voice_wordingproposal_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="voice_wordingproposal_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("wording__regex", "\\S"), ("voids__isnull", False), _connector="OR"
                                ),
                                name="voice_wordingproposal_has_wording",
                                violation_error_message="Write the words that you propose.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voids__isnull", True)),
                                name="voice_wordingproposal_stands",
                                violation_error_message="What was said is not taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="058f39f70df16558d5b1af2dd7476b77f498f78c",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_88d20",
                                    table="voice_wordingproposal",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')\n            AND to_jsonb(NEW) - 'wording' = to_jsonb(OLD) - 'wording' THEN\n            RETURN NEW;\n        END IF;\n    RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
                                    hash="b20821607dd8ed9a19fa89c3ab6282cc5bb839de",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_7a437",
                                    table="voice_wordingproposal",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_wordingproposalevent" ("action_id", "effective_on", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."effective_on", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="b91e633ccad9a7ee8aae689be838b099a7dc10de",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4e3bc",
                                    table="voice_wordingproposal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."action_id" IS DISTINCT FROM (NEW."action_id") OR OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voids_id" IS DISTINCT FROM (NEW."voids_id"))',
                                    func='INSERT INTO "voice_wordingproposalevent" ("action_id", "effective_on", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."action_id", NEW."effective_on", NEW."id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="d8e059e52d29d4d33424d68c502223723313e7d4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2c75f",
                                    table="voice_wordingproposal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_wordingproposalevent" ("action_id", "effective_on", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (OLD."action_id", OLD."effective_on", OLD."id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="8fc278eae256bece5cf4329eb9f523190d98fbc8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_806ff",
                                    table="voice_wordingproposal",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalAnswerEvent",
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
                        ("is_accepted", models.BooleanField(verbose_name="taken")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="voice.proposalanswer",
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
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.statusupdate",
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
                                to="voice.proposalanswer",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="voice.wordingproposal",
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
                                    hash="98b3e84192ec6e26a4e83255b2782f4789d845c4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6dea2",
                                    table="voice_proposalanswerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingProposalEvent",
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
                                db_constraint=False,
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
                                to="voice.wordingproposal",
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
                                to="voice.wordingproposal",
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
                                    hash="f96f74bdfa1b4f143d0ef0bd30bc03f51db0cb7c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_97b76",
                                    table="voice_wordingproposalevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerAction",
                    fields=[],
                    options={
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_answeractionevent" ("action_id", "answer_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."answer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="c245710b3f9ae8884916b1482c51daca3c1beb28",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3a84d",
                                    table="voice_answer_actions",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "voice_answeractionevent" ("action_id", "answer_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."answer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="6992cb7957904239056d65fd1c7484fc758fe7da",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_703a2",
                                    table="voice_answer_actions",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "voice_answeractionevent" ("action_id", "answer_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."action_id", OLD."answer_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="08678c4831d0809eb7f1e4b5e9be02b7cfd13283",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_49a4e",
                                    table="voice_answer_actions",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    bases=("voice.answer_actions",),
                ),
            ],
        ),
    ]
