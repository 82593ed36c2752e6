"""The words of inspectors stay as they are; entries are taken back only about the same thing."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import apps.core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("inspections", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ClaimFindingEvent",
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
            name="FindingResponsibleEvent",
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
            name="RecommendationFindingEvent",
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
            name="RecommendationFinding",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("inspections.recommendation_findings",),
        ),
        migrations.CreateModel(
            name="FindingResponsible",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("inspections.finding_responsible",),
        ),
        migrations.CreateModel(
            name="ClaimFinding",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("inspections.localclaim_findings",),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="recommendationanswer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="recommendationanswer",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="recommendationanswer",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="adviserrating",
            name="inspections_adviserrating_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="judgement",
            name="inspections_judgement_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="localclaim",
            name="inspections_localclaim_void_has_reason",
        ),
        migrations.RemoveConstraint(
            model_name="recommendationanswer",
            name="inspections_recommendationanswer_void_has_reason",
        ),
        migrations.AddField(
            model_name="recommendationanswer",
            name="token",
            field=models.UUIDField(blank=True, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="recommendationanswerevent",
            name="token",
            field=models.UUIDField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adviserrating",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adviserrating",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingpart",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="judgement",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="judgement",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="localclaim",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationanswer",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationanswer",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationanswer",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationanswer",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationanswer",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddConstraint(
            model_name="adviserrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="inspections_adviserrating_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="adviserrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="inspections_adviserrating_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="inspections_judgement_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="inspections_judgement_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="inspections_localclaim_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="inspections_localclaim_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"),
                name="inspections_recommendationanswer_void_has_reason",
                violation_error_message="Say why this entry is taken back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                name="inspections_recommendationanswer_not_in_future",
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ),
        migrations.AddField(
            model_name="claimfindingevent",
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
            model_name="claimfindingevent",
            name="localclaim",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="inspections.localclaim",
            ),
        ),
        migrations.AddField(
            model_name="findingresponsibleevent",
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
            model_name="findingresponsibleevent",
            name="organisation",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.organisation",
            ),
        ),
        migrations.AddField(
            model_name="recommendationfindingevent",
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
            model_name="recommendationfindingevent",
            name="recommendation",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="inspections.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="recommendationfindingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="inspections.recommendationfinding",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddField(
            model_name="findingresponsibleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="inspections.findingresponsible",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingresponsible",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingresponsible",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingresponsible",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddField(
            model_name="claimfindingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="inspections.claimfinding",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimfinding",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationfindingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a5592cf1510e5028a5035da9df69824810dacea5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_24c4c",
                    table="inspections_recommendationfindingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingresponsibleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="87a07335ac92572c17c3dad1912c15ae84b2c39e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ebc24",
                    table="inspections_findingresponsibleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimfindingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8f156c4104659c0e095878343d1b0da6b45faf5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_20b84",
                    table="inspections_claimfindingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
