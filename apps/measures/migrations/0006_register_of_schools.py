import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0005_take_back_batch"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="release",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="release",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="release",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="release",
            name="schools_as_at",
            field=models.DateField(blank=True, null=True, verbose_name="register of schools as at"),
        ),
        migrations.AddField(
            model_name="release",
            name="schools_digest",
            field=models.CharField(blank=True, max_length=64, verbose_name="SHA-256 of the register of schools"),
        ),
        migrations.AddField(
            model_name="releaseevent",
            name="schools_as_at",
            field=models.DateField(blank=True, null=True, verbose_name="register of schools as at"),
        ),
        migrations.AddField(
            model_name="releaseevent",
            name="schools_digest",
            field=models.CharField(blank=True, max_length=64, verbose_name="SHA-256 of the register of schools"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="release",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "schools_as_at", "schools_digest", "state", "supersedes_id", "threshold", "title", "year") VALUES (NEW."area_code", NEW."census_on", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."extract_as_at", NEW."extract_digest", NEW."id", NEW."is_synthetic", NEW."known_source", NEW."left_out", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."rules_version", NEW."schools_as_at", NEW."schools_digest", NEW."state", NEW."supersedes_id", NEW."threshold", NEW."title", NEW."year"); RETURN NULL;',
                    hash="f54c7c9430123d32d42b44cb2cf800e2d60f0514",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c731a",
                    table="measures_release",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="release",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "schools_as_at", "schools_digest", "state", "supersedes_id", "threshold", "title", "year") VALUES (NEW."area_code", NEW."census_on", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."extract_as_at", NEW."extract_digest", NEW."id", NEW."is_synthetic", NEW."known_source", NEW."left_out", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."rules_version", NEW."schools_as_at", NEW."schools_digest", NEW."state", NEW."supersedes_id", NEW."threshold", NEW."title", NEW."year"); RETURN NULL;',
                    hash="ddd0f78c5df36674c3daa46bad7303ca9250649e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a686",
                    table="measures_release",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="release",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "schools_as_at", "schools_digest", "state", "supersedes_id", "threshold", "title", "year") VALUES (OLD."area_code", OLD."census_on", OLD."end_reason", OLD."ended_at", OLD."ended_by_id", OLD."extract_as_at", OLD."extract_digest", OLD."id", OLD."is_synthetic", OLD."known_source", OLD."left_out", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."released_at", OLD."released_by_id", OLD."rules_version", OLD."schools_as_at", OLD."schools_digest", OLD."state", OLD."supersedes_id", OLD."threshold", OLD."title", OLD."year"); RETURN NULL;',
                    hash="7308ca8a3be4e437d5dc0e567415f81727734ee2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f92aa",
                    table="measures_release",
                    when="AFTER",
                ),
            ),
        ),
    ]
