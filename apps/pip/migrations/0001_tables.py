import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [("pip", "0001_initial"), ("pip", "0002_initial")]

    initial = True

    dependencies = [
        ("inspections", "0001_tables"),
        ("plans", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="ImpactAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "intended_impact",
                            models.TextField(blank=True, verbose_name="difference that families should feel"),
                        ),
                        (
                            "first_milestone",
                            models.TextField(blank=True, verbose_name="milestone in the words of the plan"),
                        ),
                        (
                            "action",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="impact_action",
                                to="plans.action",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["action"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_impactactionevent" ("action_id", "first_milestone", "id", "intended_impact", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."first_milestone", NEW."id", NEW."intended_impact", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="50c473ce66894262e05b55a48a937a23cc625c0f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5860e",
                                    table="pip_impactaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pip_impactactionevent" ("action_id", "first_milestone", "id", "intended_impact", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."action_id", NEW."first_milestone", NEW."id", NEW."intended_impact", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="a3a8f2909b9d89577adc76a83a26797f979636fa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fc8b0",
                                    table="pip_impactaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_impactactionevent" ("action_id", "first_milestone", "id", "intended_impact", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."action_id", OLD."first_milestone", OLD."id", OLD."intended_impact", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="13dd18bd73def73c99593f66ea713a0e95db1ed8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_446bb",
                                    table="pip_impactaction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactActionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "intended_impact",
                            models.TextField(blank=True, verbose_name="difference that families should feel"),
                        ),
                        (
                            "first_milestone",
                            models.TextField(blank=True, verbose_name="milestone in the words of the plan"),
                        ),
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
                                to="pip.impactaction",
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
                                    hash="a2c43f17f088e0b232a13550f3d205c75c2ca925",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_88f6b",
                                    table="pip_impactactionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("required_on", models.DateField(blank=True, null=True)),
                        ("submitted_on", models.DateField(blank=True, null=True)),
                        (
                            "approved_on",
                            models.DateField(blank=True, null=True, verbose_name="approved by Ofsted and CQC on"),
                        ),
                        ("date_note", models.TextField(blank=True, verbose_name="what is not known of these dates")),
                        ("source", models.TextField()),
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="impact_plan", to="plans.plan"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("submitted_on__isnull", True),
                                    ("required_on__isnull", True),
                                    ("submitted_on__gte", models.F("required_on")),
                                    _connector="OR",
                                ),
                                name="pip_impactplan_submitted_after_required",
                                violation_error_message="It cannot be submitted before it was required.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_on__isnull", True),
                                    ("submitted_on__isnull", True),
                                    ("approved_on__gte", models.F("submitted_on")),
                                    _connector="OR",
                                ),
                                name="pip_impactplan_approved_after_submitted",
                                violation_error_message="It cannot be approved before it was submitted.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_impactplanevent" ("approved_on", "date_note", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (NEW."approved_on", NEW."date_note", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan_id", NEW."required_on", NEW."source", NEW."submitted_on"); RETURN NULL;',
                                    hash="e877f0fb62d6326d802d8cd989e74d1555de9ae6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e4c73",
                                    table="pip_impactplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pip_impactplanevent" ("approved_on", "date_note", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (NEW."approved_on", NEW."date_note", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan_id", NEW."required_on", NEW."source", NEW."submitted_on"); RETURN NULL;',
                                    hash="f2024e0d9e8528b70715163795b5207aa9069a65",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7681f",
                                    table="pip_impactplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_impactplanevent" ("approved_on", "date_note", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "required_on", "source", "submitted_on") VALUES (OLD."approved_on", OLD."date_note", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plan_id", OLD."required_on", OLD."source", OLD."submitted_on"); RETURN NULL;',
                                    hash="b66dee362a5998622759248eec9f88caf885941f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3aaf9",
                                    table="pip_impactplan",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactPlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("required_on", models.DateField(blank=True, null=True)),
                        ("submitted_on", models.DateField(blank=True, null=True)),
                        (
                            "approved_on",
                            models.DateField(blank=True, null=True, verbose_name="approved by Ofsted and CQC on"),
                        ),
                        ("date_note", models.TextField(blank=True, verbose_name="what is not known of these dates")),
                        ("source", models.TextField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pip.impactplan",
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
                                    hash="00ac738f973dd60566e3b06bd461335b5326c3a2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_298e7",
                                    table="pip_impactplanevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stocktake",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "event",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stocktake",
                                to="inspections.monitoringevent",
                            ),
                        ),
                        (
                            "impact_plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stocktakes",
                                to="pip.impactplan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["event"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_stocktakeevent" ("event_id", "id", "impact_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."impact_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="9b1e34d8ee9561e85a082dd9e3e5bf0af9a8b039",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d19d1",
                                    table="pip_stocktake",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pip_stocktakeevent" ("event_id", "id", "impact_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."event_id", NEW."id", NEW."impact_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="49209816416845b7356ebb185f6cbd94e6a3f659",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3086d",
                                    table="pip_stocktake",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pip_stocktakeevent" ("event_id", "id", "impact_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."event_id", OLD."id", OLD."impact_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="b98e9f15dcc5513dc878f36582ccbd00b199a1b6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ae8c9",
                                    table="pip_stocktake",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StocktakeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "impact_plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pip.impactplan",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pip.stocktake",
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
                                    hash="1863d76430fc82b0c947757a0a9d3810771ef39f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d2bff",
                                    table="pip_stocktakeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
