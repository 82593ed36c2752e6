import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [("wsoa", "0001_initial"), ("wsoa", "0002_plain_names")]

    initial = True

    dependencies = [
        ("plans", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Item",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("objective", models.TextField(blank=True)),
                        ("intended_impact", models.TextField(blank=True)),
                        (
                            "action",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="wsoa_item", to="plans.action"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["action"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "wsoa_itemevent" ("action_id", "id", "intended_impact", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."id", NEW."intended_impact", NEW."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="a38cfa7f359ed311539d156c2303fe97a256bbda",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_07c07",
                                    table="wsoa_item",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "wsoa_itemevent" ("action_id", "id", "intended_impact", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."id", NEW."intended_impact", NEW."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="3121cbcd1e61b7fe30b475a4a97aeca061f5c0bb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_37c26",
                                    table="wsoa_item",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "wsoa_itemevent" ("action_id", "id", "intended_impact", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."action_id", OLD."id", OLD."intended_impact", OLD."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="188902122a4907fc953fe32cc160687fcf6cf8c6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c70c3",
                                    table="wsoa_item",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "verbose_name": "action of a statement",
                        "verbose_name_plural": "actions of statements",
                    },
                ),
                migrations.CreateModel(
                    name="ItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("objective", models.TextField(blank=True)),
                        ("intended_impact", models.TextField(blank=True)),
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
                                to="wsoa.item",
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
                                    hash="9f12dfba229f83e314d12ce9b40c09e2f1184c1a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fbd8d",
                                    table="wsoa_itemevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("required_on", models.DateField()),
                        (
                            "document_on",
                            models.DateField(blank=True, null=True, verbose_name="date of the final document"),
                        ),
                        ("submitted_on", models.DateField(blank=True, null=True)),
                        (
                            "fit_for_purpose_on",
                            models.DateField(blank=True, null=True, verbose_name="declared fit for purpose on"),
                        ),
                        ("judged_on", models.DateField(blank=True, null=True)),
                        ("source", models.TextField()),
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="statement", to="plans.plan"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["required_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("submitted_on__isnull", True),
                                    ("submitted_on__gte", models.F("required_on")),
                                    _connector="OR",
                                ),
                                name="wsoa_statement_submitted_after_required",
                                violation_error_message="It cannot be submitted before it was required.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fit_for_purpose_on__isnull", True),
                                    ("fit_for_purpose_on__gte", models.F("submitted_on")),
                                    _connector="OR",
                                ),
                                name="wsoa_statement_fit_after_submitted",
                                violation_error_message="It cannot be declared fit for purpose before it was submitted.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("judged_on__isnull", True),
                                    ("judged_on__gte", models.F("fit_for_purpose_on")),
                                    _connector="OR",
                                ),
                                name="wsoa_statement_judged_after_fit",
                                violation_error_message="It cannot be judged before it was declared fit for purpose.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "wsoa_statementevent" ("document_on", "fit_for_purpose_on", "id", "judged_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (NEW."document_on", NEW."fit_for_purpose_on", NEW."id", NEW."judged_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."required_on", NEW."source", NEW."submitted_on"); RETURN NULL;',
                                    hash="757687e76795b5a4cecd3a71a0c8ce4734d6abeb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4404f",
                                    table="wsoa_statement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "wsoa_statementevent" ("document_on", "fit_for_purpose_on", "id", "judged_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (NEW."document_on", NEW."fit_for_purpose_on", NEW."id", NEW."judged_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."required_on", NEW."source", NEW."submitted_on"); RETURN NULL;',
                                    hash="2f0ded2a2bdb672425b8f51886fa9fee806da522",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9011f",
                                    table="wsoa_statement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "wsoa_statementevent" ("document_on", "fit_for_purpose_on", "id", "judged_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (OLD."document_on", OLD."fit_for_purpose_on", OLD."id", OLD."judged_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."required_on", OLD."source", OLD."submitted_on"); RETURN NULL;',
                                    hash="c51e819aced5423d065419aea464d203fb132c5a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3f875",
                                    table="wsoa_statement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("required_on", models.DateField()),
                        (
                            "document_on",
                            models.DateField(blank=True, null=True, verbose_name="date of the final document"),
                        ),
                        ("submitted_on", models.DateField(blank=True, null=True)),
                        (
                            "fit_for_purpose_on",
                            models.DateField(blank=True, null=True, verbose_name="declared fit for purpose on"),
                        ),
                        ("judged_on", models.DateField(blank=True, null=True)),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="wsoa.statement",
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
                                    hash="af2062af0e6ef2c528d01d8ab0e0e5dc4511c860",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8f60c",
                                    table="wsoa_statementevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
