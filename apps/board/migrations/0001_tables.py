import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [("board", "0001_initial"), ("board", "0002_meeting_version"), ("board", "0003_risks")]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("plans", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="MeetingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("body", models.CharField(default="SEND Partnership Board", max_length=200)),
                        ("held_on", models.DateField(verbose_name="date of the meeting")),
                        ("updates_by", models.DateField(verbose_name="updates wanted by")),
                        ("is_demonstration", models.BooleanField(default=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.meeting",
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
                                    hash="663a27a135a114d3ffd7a0429075abc4b45f10dd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_46539",
                                    table="board_meetingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("body", models.CharField(default="SEND Partnership Board", max_length=200)),
                        ("held_on", models.DateField(verbose_name="date of the meeting")),
                        ("updates_by", models.DateField(verbose_name="updates wanted by")),
                        ("is_demonstration", models.BooleanField(default=False)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "ordering": ["-held_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "held_on"),
                                name="board_meeting_once_a_day",
                                violation_error_message="This body already meets on that day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("updates_by__lte", models.F("held_on"))),
                                name="board_meeting_updates_before",
                                violation_error_message="Updates must be wanted on or before the day of the meeting.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Risk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reference", models.CharField(max_length=30)),
                        (
                            "reference_key",
                            models.CharField(editable=False, help_text="Sorts R10 after R9.", max_length=80),
                        ),
                        ("title", models.CharField(max_length=500, verbose_name="what could happen")),
                        ("cause", models.TextField(blank=True)),
                        ("consequence", models.TextField(blank=True)),
                        (
                            "likelihood",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="likelihood before mitigation"
                            ),
                        ),
                        (
                            "impact",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="impact before mitigation"
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="score before mitigation"
                            ),
                        ),
                        (
                            "likelihood_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="likelihood after mitigation"
                            ),
                        ),
                        (
                            "impact_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="impact after mitigation"
                            ),
                        ),
                        (
                            "score_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="score after mitigation"
                            ),
                        ),
                        ("mitigation", models.TextField(blank=True, verbose_name="what is done about it")),
                        (
                            "owner_words",
                            models.CharField(blank=True, max_length=500, verbose_name="owners, as written"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("issue", "Has happened"), ("closed", "Closed")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="last reviewed")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="risks", to="plans.plan"
                            ),
                        ),
                        (
                            "strand",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="plans.strand",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "reference_key", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("reference"),
                                models.F("plan"),
                                name="board_risk_reference_once",
                                violation_error_message="This plan already has a risk with this reference.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("likelihood__isnull", True),
                                        models.Q(("likelihood__gte", 1), ("likelihood__lte", 5)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("impact__isnull", True),
                                        models.Q(("impact__gte", 1), ("impact__lte", 5)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("likelihood_after__isnull", True),
                                        models.Q(("likelihood_after__gte", 1), ("likelihood_after__lte", 5)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("impact_after__isnull", True),
                                        models.Q(("impact_after__gte", 1), ("impact_after__lte", 5)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("score__isnull", True),
                                        models.Q(("score__gte", 1), ("score__lte", 25)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("score_after__isnull", True),
                                        models.Q(("score_after__gte", 1), ("score_after__lte", 25)),
                                        _connector="OR",
                                    ),
                                ),
                                name="board_risk_numbers_in_range",
                                violation_error_message="Likelihood and impact go from 1 to 5.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("impact__isnull", True), ("likelihood__isnull", True)),
                                    models.Q(
                                        ("impact__isnull", False),
                                        ("likelihood__isnull", False),
                                        ("score__isnull", False),
                                        (
                                            "score",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("likelihood"), "*", models.F("impact")
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="board_risk_score_is_product",
                                violation_error_message="Give both likelihood and impact, or neither; the score is their product.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("impact_after__isnull", True), ("likelihood_after__isnull", True)),
                                    models.Q(
                                        ("impact_after__isnull", False),
                                        ("likelihood_after__isnull", False),
                                        ("score_after__isnull", False),
                                        (
                                            "score_after",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("likelihood_after"), "*", models.F("impact_after")
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="board_risk_score_after_is_product",
                                violation_error_message="Give both likelihood and impact, or neither; the score is their product.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["open", "issue", "closed"])),
                                name="board_risk_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reference__regex", "\\S"), ("title__regex", "\\S")),
                                name="board_risk_has_words",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_riskevent" ("cause", "consequence", "id", "impact", "impact_after", "likelihood", "likelihood_after", "mitigation", "owner_id", "owner_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reference", "reference_key", "reviewed_on", "score", "score_after", "status", "strand_id", "title", "version") VALUES (NEW."cause", NEW."consequence", NEW."id", NEW."impact", NEW."impact_after", NEW."likelihood", NEW."likelihood_after", NEW."mitigation", NEW."owner_id", NEW."owner_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."reference", NEW."reference_key", NEW."reviewed_on", NEW."score", NEW."score_after", NEW."status", NEW."strand_id", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="2e236dd0ba307b7012ff095253b0f9fa9756cbb1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bd54c",
                                    table="board_risk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_riskevent" ("cause", "consequence", "id", "impact", "impact_after", "likelihood", "likelihood_after", "mitigation", "owner_id", "owner_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reference", "reference_key", "reviewed_on", "score", "score_after", "status", "strand_id", "title", "version") VALUES (NEW."cause", NEW."consequence", NEW."id", NEW."impact", NEW."impact_after", NEW."likelihood", NEW."likelihood_after", NEW."mitigation", NEW."owner_id", NEW."owner_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."reference", NEW."reference_key", NEW."reviewed_on", NEW."score", NEW."score_after", NEW."status", NEW."strand_id", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="88928b1b38c13539cbd07662e54225091636d0f0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_88d87",
                                    table="board_risk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_riskevent" ("cause", "consequence", "id", "impact", "impact_after", "likelihood", "likelihood_after", "mitigation", "owner_id", "owner_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reference", "reference_key", "reviewed_on", "score", "score_after", "status", "strand_id", "title", "version") VALUES (OLD."cause", OLD."consequence", OLD."id", OLD."impact", OLD."impact_after", OLD."likelihood", OLD."likelihood_after", OLD."mitigation", OLD."owner_id", OLD."owner_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."reference", OLD."reference_key", OLD."reviewed_on", OLD."score", OLD."score_after", OLD."status", OLD."strand_id", OLD."title", OLD."version"); RETURN NULL;',
                                    hash="f485757f6775af2b1c724353220cec21d8ccb323",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_36d1c",
                                    table="board_risk",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reference", models.CharField(max_length=30)),
                        (
                            "reference_key",
                            models.CharField(editable=False, help_text="Sorts R10 after R9.", max_length=80),
                        ),
                        ("title", models.CharField(max_length=500, verbose_name="what could happen")),
                        ("cause", models.TextField(blank=True)),
                        ("consequence", models.TextField(blank=True)),
                        (
                            "likelihood",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="likelihood before mitigation"
                            ),
                        ),
                        (
                            "impact",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="impact before mitigation"
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="score before mitigation"
                            ),
                        ),
                        (
                            "likelihood_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="likelihood after mitigation"
                            ),
                        ),
                        (
                            "impact_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="impact after mitigation"
                            ),
                        ),
                        (
                            "score_after",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="score after mitigation"
                            ),
                        ),
                        ("mitigation", models.TextField(blank=True, verbose_name="what is done about it")),
                        (
                            "owner_words",
                            models.CharField(blank=True, max_length=500, verbose_name="owners, as written"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("issue", "Has happened"), ("closed", "Closed")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="last reviewed")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "owner",
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
                                to="board.risk",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strand",
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
                                    hash="ba1127f4c795a996195eb25491b6af600d23aa57",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ea5bb",
                                    table="board_riskevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
