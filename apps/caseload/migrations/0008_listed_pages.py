"""What the pages of the team's list sort by, the way from a line to its case, and who looked at a line."""

import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.expressions
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("caseload", "0007_register_of_schools"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="listedcase",
            options={
                "ordering": ["reference"],
                "verbose_name": "line of the list",
                "verbose_name_plural": "lines of the list",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="listedcase",
            name="update_update",
        ),
        migrations.AddField(
            model_name="listedcase",
            name="plan_due_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.comparison.Coalesce(
                    django.db.models.expressions.CombinedExpression(models.F("request_on"), "+", models.Value(140)),
                    models.Value(datetime.date(9999, 12, 31), output_field=models.DateField()),
                ),
                output_field=models.DateField(verbose_name="day 140"),
            ),
        ),
        migrations.AddField(
            model_name="listedcase",
            name="reference_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.Func(
                        models.F("reference"),
                        models.Value("(\\d+)"),
                        models.Value("000000000000\\1"),
                        models.Value("g"),
                        function="regexp_replace",
                    ),
                    models.Value("0*(\\d{12,})"),
                    models.Value("\\1"),
                    models.Value("g"),
                    function="regexp_replace",
                ),
                output_field=models.CharField(
                    db_collation="C", max_length=800, verbose_name="reference, its numbers filled up"
                ),
            ),
        ),
        migrations.AddField(
            model_name="listedcase",
            name="review_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.comparison.Coalesce(
                    models.F("next_review_on"),
                    models.Value(datetime.date(9999, 12, 31), output_field=models.DateField()),
                ),
                output_field=models.DateField(),
            ),
        ),
        migrations.AddField(
            model_name="view",
            name="listed",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="listedcase",
            index=models.Index(fields=["reference_order", "id"], name="caseload_listed_reference"),
        ),
        migrations.AddIndex(
            model_name="listedcase",
            index=models.Index(fields=["plan_due_order", "id"], name="caseload_listed_due"),
        ),
        migrations.AddIndex(
            model_name="listedcase",
            index=models.Index(fields=["review_order", "id"], name="caseload_listed_review"),
        ),
        migrations.AddIndex(
            model_name="view",
            index=django.contrib.postgres.indexes.GinIndex(fields=["listed"], name="caseload_view_listed"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listedcase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."caseworker" IS DISTINCT FROM (NEW."caseworker") OR OLD."decision_on" IS DISTINCT FROM (NEW."decision_on") OR OLD."dob" IS DISTINCT FROM (NEW."dob") OR OLD."draft_on" IS DISTINCT FROM (NEW."draft_on") OR OLD."ep_advice_on" IS DISTINCT FROM (NEW."ep_advice_on") OR OLD."final_on" IS DISTINCT FROM (NEW."final_on") OR OLD."health_advice_on" IS DISTINCT FROM (NEW."health_advice_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initials" IS DISTINCT FROM (NEW."initials") OR OLD."next_review_on" IS DISTINCT FROM (NEW."next_review_on") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."position_on" IS DISTINCT FROM (NEW."position_on") OR OLD."primary_need" IS DISTINCT FROM (NEW."primary_need") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."request_on" IS DISTINCT FROM (NEW."request_on") OR OLD."school" IS DISTINCT FROM (NEW."school") OR OLD."social_care_advice_on" IS DISTINCT FROM (NEW."social_care_advice_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "caseload_listedcaseevent" ("caseworker", "decision_on", "dob", "draft_on", "ep_advice_on", "final_on", "health_advice_on", "id", "initials", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "primary_need", "reference", "request_on", "school", "social_care_advice_on", "status", "version") VALUES (NEW."caseworker", NEW."decision_on", NEW."dob", NEW."draft_on", NEW."ep_advice_on", NEW."final_on", NEW."health_advice_on", NEW."id", NEW."initials", NEW."next_review_on", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position_on", NEW."primary_need", NEW."reference", NEW."request_on", NEW."school", NEW."social_care_advice_on", NEW."status", NEW."version"); RETURN NULL;',
                    hash="d6c4bfe7db6902cce481e4576c9a08d4ec0a3623",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2cb1",
                    table="caseload_listedcase",
                    when="AFTER",
                ),
            ),
        ),
    ]
