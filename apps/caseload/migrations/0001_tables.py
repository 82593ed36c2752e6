import datetime
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("caseload", "0001_initial"),
        ("caseload", "0002_standing"),
        ("caseload", "0003_trial"),
        ("caseload", "0004_work"),
        ("caseload", "0006_second_person"),
        ("caseload", "0007_corrections"),
        ("caseload", "0008_listed"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("core", "0002_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Child",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        ("surname", models.CharField(max_length=100)),
                        ("forename", models.CharField(blank=True, max_length=100)),
                        ("birth_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        ("sex", models.CharField(blank=True, choices=[("F", "Female"), ("M", "Male")], max_length=1)),
                        ("ethnicity", models.CharField(blank=True, max_length=10)),
                        ("postcode", models.CharField(blank=True, max_length=10)),
                        ("upn", models.CharField(blank=True, max_length=13, verbose_name="UPN")),
                        ("uln", models.CharField(blank=True, max_length=10, verbose_name="ULN")),
                        (
                            "upn_unknown",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UN1", "Under 6, no UPN yet"),
                                    ("UN2", "Never in a state-funded school in England"),
                                    ("UN3", "Educated outside England"),
                                    ("UN5", "Sources disagree"),
                                    ("UN8", "New to the local authority"),
                                    ("UN9", "Young person, never in a state-funded school"),
                                    ("UN10", "The request ended before it was known"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "children",
                        "ordering": ["surname", "forename", "pk"],
                        "indexes": [
                            models.Index(
                                django.contrib.postgres.indexes.OpClass(
                                    django.db.models.functions.text.Lower("surname"), name="text_pattern_ops"
                                ),
                                name="caseload_child_surname",
                            ),
                            models.Index(fields=["upn"], name="caseload_child_upn"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sex", ""), ("sex__in", ["F", "M"]), _connector="OR"),
                                name="caseload_child_sex_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("upn_unknown", ""),
                                    ("upn_unknown__in", ["UN1", "UN2", "UN3", "UN5", "UN8", "UN9", "UN10"]),
                                    _connector="OR",
                                ),
                                name="caseload_child_upn_unknown_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_childevent" ("birth_on", "ethnicity", "first_extract_id", "forename", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sex", "surname", "taken_back_on", "uln", "upn", "upn_unknown") VALUES (NEW."birth_on", NEW."ethnicity", NEW."first_extract_id", NEW."forename", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."postcode", NEW."sex", NEW."surname", NEW."taken_back_on", NEW."uln", NEW."upn", NEW."upn_unknown"); RETURN NULL;',
                                    hash="cf40030405e58c40722b4a88d583056a1c304e63",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d1c34",
                                    table="caseload_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_childevent" ("birth_on", "ethnicity", "first_extract_id", "forename", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sex", "surname", "taken_back_on", "uln", "upn", "upn_unknown") VALUES (NEW."birth_on", NEW."ethnicity", NEW."first_extract_id", NEW."forename", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."postcode", NEW."sex", NEW."surname", NEW."taken_back_on", NEW."uln", NEW."upn", NEW."upn_unknown"); RETURN NULL;',
                                    hash="5cbff47d9c99581786ded12ccbc8d42da8a4f4d8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f5e4a",
                                    table="caseload_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_childevent" ("birth_on", "ethnicity", "first_extract_id", "forename", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sex", "surname", "taken_back_on", "uln", "upn", "upn_unknown") VALUES (OLD."birth_on", OLD."ethnicity", OLD."first_extract_id", OLD."forename", OLD."id", OLD."key", OLD."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."postcode", OLD."sex", OLD."surname", OLD."taken_back_on", OLD."uln", OLD."upn", OLD."upn_unknown"); RETURN NULL;',
                                    hash="eef86a77772660e976b0a85419ca84cf5576c033",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab3f4",
                                    table="caseload_child",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "service",
                            models.CharField(
                                choices=[
                                    ("ep", "Educational psychology"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("parents", "Parents or young person"),
                                    ("setting", "School or setting"),
                                    ("adulthood", "Preparation for adulthood"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="advice",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "asked_on", "service"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("service__in", ["ep", "health", "social_care", "parents", "setting", "adulthood"])
                                ),
                                name="caseload_advicerequest_service_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asked_on__isnull", True),
                                    ("received_on__isnull", True),
                                    ("received_on__gte", models.F("asked_on")),
                                    _connector="OR",
                                ),
                                name="caseload_advicerequest_received_after_asked",
                                violation_error_message="It cannot arrive before it was asked for.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_on__isnull", True)),
                                fields=("request", "service", "asked_on"),
                                name="caseload_advicerequest_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_advicerequest_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_advicerequestevent" ("asked_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "service", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."asked_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."service", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="e8135484189172470b2ef690ba924fcf3bf8d4af",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d8b9c",
                                    table="caseload_advicerequest",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_advicerequestevent" ("asked_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "service", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."asked_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."service", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="5ca486339cf646a94352a3f5a595996d62f7c5de",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9991b",
                                    table="caseload_advicerequest",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_advicerequestevent" ("asked_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "service", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."asked_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."service", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="673f3c465b0d3ba51d6535f12d7105d5c48e3078",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_cb30f",
                                    table="caseload_advicerequest",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "caseworker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="case", to="caseload.request"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["request"],
                        "indexes": [models.Index(fields=["caseworker"], name="caseload_ca_casewor_0c8775_idx")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_caseevent" ("caseworker_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "version") VALUES (NEW."caseworker_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."version"); RETURN NULL;',
                                    hash="2aada72d48f2f5f0d815604353c5519a0b8631c5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_50ad9",
                                    table="caseload_case",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_caseevent" ("caseworker_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "version") VALUES (NEW."caseworker_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."version"); RETURN NULL;',
                                    hash="8270dfed4dac068c2ec2cc3874295486f983c880",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f17c0",
                                    table="caseload_case",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_caseevent" ("caseworker_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "version") VALUES (OLD."caseworker_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."version"); RETURN NULL;',
                                    hash="2fffe22cd0cd3d4a6aee0575892fc92ca910b520",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e8061",
                                    table="caseload_case",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseClosure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closed_cases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closures",
                                to="caseload.request",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["request", "person"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("request", "person"),
                                name="caseload_caseclosure_once",
                                violation_error_message="The case is closed for this person already.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_caseclosureevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."request_id"); RETURN NULL;',
                                    hash="1e224c31d23d5646d51f2c4d0b2b77743bc89c91",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_be61d",
                                    table="caseload_caseclosure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_caseclosureevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."request_id"); RETURN NULL;',
                                    hash="e6aea35e5b19c86332f0e4d0444b5af1df0f54af",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ae08e",
                                    table="caseload_caseclosure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_caseclosureevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id") VALUES (OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."request_id"); RETURN NULL;',
                                    hash="20d798f23c0e0e3c743cd70864cb75c4c95c308e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6ffc5",
                                    table="caseload_caseclosure",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dispute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("mediation", "Mediation"), ("appeal", "Appeal to the Tribunal")],
                                max_length=20,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="over")),
                        ("result", models.TextField(blank=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disputes",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "against",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("refused_to_assess", "Refusal to assess"),
                                    ("no_plan", "Refusal to issue a plan"),
                                    ("content", "Content of the plan (sections B, F, I)"),
                                    ("refused_to_reassess", "Refusal to re-assess"),
                                    ("refused_to_amend", "Refusal to amend"),
                                    ("ceasing", "Ceasing the plan"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "certificate_on",
                            models.DateField(blank=True, null=True, verbose_name="mediation certificate issued"),
                        ),
                        ("conceded_on", models.DateField(blank=True, null=True, verbose_name="council conceded")),
                        (
                            "declined_on",
                            models.DateField(blank=True, null=True, verbose_name="family declined mediation"),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="mediation held")),
                        (
                            "is_placement_only",
                            models.BooleanField(default=False, verbose_name="only about the named setting (section I)"),
                        ),
                        ("mediation_ended_on", models.DateField(blank=True, null=True, verbose_name="mediation ended")),
                        (
                            "notified_on",
                            models.DateField(blank=True, null=True, verbose_name="family told of the decision"),
                        ),
                        ("response_on", models.DateField(blank=True, null=True, verbose_name="council responded")),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                        (
                            "told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told that the council will assess"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["request", "started_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="caseload_dispute_ends_after_start",
                                violation_error_message="It cannot end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["mediation", "appeal"])),
                                name="caseload_dispute_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("against", ""),
                                    (
                                        "against__in",
                                        [
                                            "refused_to_assess",
                                            "no_plan",
                                            "content",
                                            "refused_to_reassess",
                                            "refused_to_amend",
                                            "ceasing",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_dispute_against_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_dispute_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_disputeevent" ("against", "certificate_on", "conceded_on", "declined_on", "ended_on", "held_on", "id", "is_placement_only", "kind", "mediation_ended_on", "note", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "response_on", "result", "started_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "told_on") VALUES (NEW."against", NEW."certificate_on", NEW."conceded_on", NEW."declined_on", NEW."ended_on", NEW."held_on", NEW."id", NEW."is_placement_only", NEW."kind", NEW."mediation_ended_on", NEW."note", NEW."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."response_on", NEW."result", NEW."started_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token", NEW."told_on"); RETURN NULL;',
                                    hash="95a2da13d2c1688a61700cf381830bcd9f3ebc38",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b195e",
                                    table="caseload_dispute",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_disputeevent" ("against", "certificate_on", "conceded_on", "declined_on", "ended_on", "held_on", "id", "is_placement_only", "kind", "mediation_ended_on", "note", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "response_on", "result", "started_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "told_on") VALUES (NEW."against", NEW."certificate_on", NEW."conceded_on", NEW."declined_on", NEW."ended_on", NEW."held_on", NEW."id", NEW."is_placement_only", NEW."kind", NEW."mediation_ended_on", NEW."note", NEW."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."response_on", NEW."result", NEW."started_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token", NEW."told_on"); RETURN NULL;',
                                    hash="90b8c15a7e547791a419b6da476736c0c843c027",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9906a",
                                    table="caseload_dispute",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_disputeevent" ("against", "certificate_on", "conceded_on", "declined_on", "ended_on", "held_on", "id", "is_placement_only", "kind", "mediation_ended_on", "note", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "response_on", "result", "started_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "told_on") VALUES (OLD."against", OLD."certificate_on", OLD."conceded_on", OLD."declined_on", OLD."ended_on", OLD."held_on", OLD."id", OLD."is_placement_only", OLD."kind", OLD."mediation_ended_on", OLD."note", OLD."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."response_on", OLD."result", OLD."started_on", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token", OLD."told_on"); RETURN NULL;',
                                    hash="2af063ad4e9662592bc936776cc3837adc5e8b1b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_44d8e",
                                    table="caseload_dispute",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extract",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("return_year", models.PositiveSmallIntegerField()),
                        ("reference_on", models.DateField(verbose_name="census day")),
                        ("as_at", models.DateField(verbose_name="records up to")),
                        ("local_authority", models.CharField(max_length=3, verbose_name="LA number")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("is_strict", models.BooleanField(default=False)),
                        ("counts", models.JSONField(default=dict)),
                        ("set_aside_count", models.PositiveIntegerField(default=0)),
                        ("query_count", models.PositiveIntegerField(default=0)),
                        ("digest", models.CharField(max_length=64, verbose_name="SHA-256 over all files")),
                        ("loaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        (
                            "loaded_by",
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
                        "ordering": ["-as_at", "-pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_extractevent" ("as_at", "counts", "digest", "id", "is_strict", "is_synthetic", "loaded_at", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query_count", "reference_on", "return_year", "set_aside_count") VALUES (NEW."as_at", NEW."counts", NEW."digest", NEW."id", NEW."is_strict", NEW."is_synthetic", NEW."loaded_at", NEW."loaded_by_id", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."query_count", NEW."reference_on", NEW."return_year", NEW."set_aside_count"); RETURN NULL;',
                                    hash="fee6bf9a9a0edcbca4cee63c62e2249167fcf1b3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9957e",
                                    table="caseload_extract",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_extractevent" ("as_at", "counts", "digest", "id", "is_strict", "is_synthetic", "loaded_at", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query_count", "reference_on", "return_year", "set_aside_count") VALUES (NEW."as_at", NEW."counts", NEW."digest", NEW."id", NEW."is_strict", NEW."is_synthetic", NEW."loaded_at", NEW."loaded_by_id", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."query_count", NEW."reference_on", NEW."return_year", NEW."set_aside_count"); RETURN NULL;',
                                    hash="88b7fd54da66b8e6921b29cba0fd8ea25b55f1a5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_48c48",
                                    table="caseload_extract",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_extractevent" ("as_at", "counts", "digest", "id", "is_strict", "is_synthetic", "loaded_at", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query_count", "reference_on", "return_year", "set_aside_count") VALUES (OLD."as_at", OLD."counts", OLD."digest", OLD."id", OLD."is_strict", OLD."is_synthetic", OLD."loaded_at", OLD."loaded_by_id", OLD."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."query_count", OLD."reference_on", OLD."return_year", OLD."set_aside_count"); RETURN NULL;',
                                    hash="2b375931a3b280408c8b2dedbc4b827b32f5d8fa",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_77e77",
                                    table="caseload_extract",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("surname", models.CharField(max_length=100)),
                        ("forename", models.CharField(blank=True, max_length=100)),
                        ("birth_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        ("sex", models.CharField(blank=True, choices=[("F", "Female"), ("M", "Male")], max_length=1)),
                        ("ethnicity", models.CharField(blank=True, max_length=10)),
                        ("postcode", models.CharField(blank=True, max_length=10)),
                        ("upn", models.CharField(blank=True, max_length=13, verbose_name="UPN")),
                        ("uln", models.CharField(blank=True, max_length=10, verbose_name="ULN")),
                        (
                            "upn_unknown",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UN1", "Under 6, no UPN yet"),
                                    ("UN2", "Never in a state-funded school in England"),
                                    ("UN3", "Educated outside England"),
                                    ("UN5", "Sources disagree"),
                                    ("UN8", "New to the local authority"),
                                    ("UN9", "Young person, never in a state-funded school"),
                                    ("UN10", "The request ended before it was known"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.child",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3a0965b0dd233d27228b58408ad3904653a40109",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4b1a0",
                                    table="caseload_childevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("Y", "Plan issued"),
                                    ("N", "No plan"),
                                    ("A", "Not yet decided"),
                                    ("W", "Withdrawn or ceased before a decision"),
                                    ("H", "Decided before the collection period"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True)),
                        ("had_mediation", models.BooleanField(default=False)),
                        ("had_tribunal", models.BooleanField(default=False)),
                        ("had_other_mediation", models.BooleanField(default=False)),
                        ("had_other_tribunal", models.BooleanField(default=False)),
                        ("has_exception", models.BooleanField(default=False, verbose_name="20-week exceptions apply")),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessment",
                                to="caseload.request",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["id"],
                                include=(
                                    "request",
                                    "outcome",
                                    "has_exception",
                                    "had_mediation",
                                    "had_tribunal",
                                    "missing_since",
                                    "taken_back_on",
                                ),
                                name="caseload_assessment_figures",
                            ),
                            models.Index(
                                condition=models.Q(("outcome", "N")),
                                fields=["outcome_on"],
                                include=("missing_since", "taken_back_on"),
                                name="caseload_assessment_no_plan",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["Y", "N", "A", "W", "H"])),
                                name="caseload_assessment_outcome_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="assessed_after_received",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."first_extract_id" IS NULL AND NEW."outcome_on" IS NOT NULL)',
                                    func="\n    IF EXISTS (SELECT FROM caseload_request r WHERE r.id = NEW.request_id AND r.received_on > NEW.outcome_on) THEN\n        RAISE EXCEPTION 'An assessment cannot end before its request' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="f2054370dce2bd757fcde9a1d1aec5b3c5706f32",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_assessed_after_received_1c95d",
                                    table="caseload_assessment",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_assessmentevent" ("first_extract_id", "had_mediation", "had_other_mediation", "had_other_tribunal", "had_tribunal", "has_exception", "id", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "taken_back_on") VALUES (NEW."first_extract_id", NEW."had_mediation", NEW."had_other_mediation", NEW."had_other_tribunal", NEW."had_tribunal", NEW."has_exception", NEW."id", NEW."key", NEW."missing_since_id", NEW."outcome", NEW."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."taken_back_on"); RETURN NULL;',
                                    hash="bad7efda04c00f2125eae8c535f50d2fae8283f3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_35a0d",
                                    table="caseload_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_assessmentevent" ("first_extract_id", "had_mediation", "had_other_mediation", "had_other_tribunal", "had_tribunal", "has_exception", "id", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "taken_back_on") VALUES (NEW."first_extract_id", NEW."had_mediation", NEW."had_other_mediation", NEW."had_other_tribunal", NEW."had_tribunal", NEW."has_exception", NEW."id", NEW."key", NEW."missing_since_id", NEW."outcome", NEW."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."taken_back_on"); RETURN NULL;',
                                    hash="8e8ce7daf22f0921cd5db0cdf4369939b0cd3a68",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_30649",
                                    table="caseload_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_assessmentevent" ("first_extract_id", "had_mediation", "had_other_mediation", "had_other_tribunal", "had_tribunal", "has_exception", "id", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "taken_back_on") VALUES (OLD."first_extract_id", OLD."had_mediation", OLD."had_other_mediation", OLD."had_other_tribunal", OLD."had_tribunal", OLD."has_exception", OLD."id", OLD."key", OLD."missing_since_id", OLD."outcome", OLD."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."taken_back_on"); RETURN NULL;',
                                    hash="fe5350557a77a1290dc4bc61a3df07921033344d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c3496",
                                    table="caseload_assessment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivePlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        (
                            "transferred_from",
                            models.CharField(blank=True, max_length=3, verbose_name="transferred in from (LA number)"),
                        ),
                        ("review_meeting_on", models.DateField(blank=True, null=True)),
                        (
                            "review_outcome",
                            models.CharField(blank=True, max_length=20, verbose_name="review decision, as it came"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="review decision written on"),
                        ),
                        ("amended_draft_on", models.DateField(blank=True, null=True)),
                        (
                            "transfer_due_on",
                            models.DateField(blank=True, null=True, verbose_name="phase transfer: amended plan due on"),
                        ),
                        (
                            "transfer_final_on",
                            models.DateField(blank=True, null=True, verbose_name="phase transfer: final plan on"),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="active_plan",
                                to="caseload.request",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["review_meeting_on"], name="caseload_ac_review__5c0fcd_idx")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_activeplanevent" ("amended_draft_on", "decided_on", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "review_meeting_on", "review_outcome", "taken_back_on", "transfer_due_on", "transfer_final_on", "transferred_from") VALUES (NEW."amended_draft_on", NEW."decided_on", NEW."first_extract_id", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."review_meeting_on", NEW."review_outcome", NEW."taken_back_on", NEW."transfer_due_on", NEW."transfer_final_on", NEW."transferred_from"); RETURN NULL;',
                                    hash="c000f75d5412bdfeaf0b2c1f37c36afe57fc9ee5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c9e2d",
                                    table="caseload_activeplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_activeplanevent" ("amended_draft_on", "decided_on", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "review_meeting_on", "review_outcome", "taken_back_on", "transfer_due_on", "transfer_final_on", "transferred_from") VALUES (NEW."amended_draft_on", NEW."decided_on", NEW."first_extract_id", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."review_meeting_on", NEW."review_outcome", NEW."taken_back_on", NEW."transfer_due_on", NEW."transfer_final_on", NEW."transferred_from"); RETURN NULL;',
                                    hash="d0edb34f50bb0b53385b72eeca3ebaaaf5bfe648",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dd6b9",
                                    table="caseload_activeplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_activeplanevent" ("amended_draft_on", "decided_on", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "review_meeting_on", "review_outcome", "taken_back_on", "transfer_due_on", "transfer_final_on", "transferred_from") VALUES (OLD."amended_draft_on", OLD."decided_on", OLD."first_extract_id", OLD."id", OLD."key", OLD."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."review_meeting_on", OLD."review_outcome", OLD."taken_back_on", OLD."transfer_due_on", OLD."transfer_final_on", OLD."transferred_from"); RETURN NULL;',
                                    hash="3689b752fe431301c07b07003c09374803def8c5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_14306",
                                    table="caseload_activeplan",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtractEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("return_year", models.PositiveSmallIntegerField()),
                        ("reference_on", models.DateField(verbose_name="census day")),
                        ("as_at", models.DateField(verbose_name="records up to")),
                        ("local_authority", models.CharField(max_length=3, verbose_name="LA number")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("is_strict", models.BooleanField(default=False)),
                        ("counts", models.JSONField(default=dict)),
                        ("set_aside_count", models.PositiveIntegerField(default=0)),
                        ("query_count", models.PositiveIntegerField(default=0)),
                        ("digest", models.CharField(max_length=64, verbose_name="SHA-256 over all files")),
                        ("loaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        (
                            "loaded_by",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.extract",
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
                                    hash="a3008cbeb55d9fbd1960eae50b194becade190ba",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_18b8c",
                                    table="caseload_extractevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtractFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("module", models.CharField(max_length=30)),
                        ("name", models.CharField(max_length=255)),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField(verbose_name="bytes, compressed with zlib")),
                        (
                            "extract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="caseload.extract"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["extract", "module"],
                        "constraints": [
                            models.UniqueConstraint(fields=("extract", "module"), name="caseload_extractfile_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_extractfileevent" ("extract_id", "id", "module", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."extract_id", NEW."id", NEW."module", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."sha256"); RETURN NULL;',
                                    hash="48cee197181059cf5bddf60bad1f4bbf2cbf0c66",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_050e6",
                                    table="caseload_extractfile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."extract_id" IS DISTINCT FROM (NEW."extract_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."module" IS DISTINCT FROM (NEW."module") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256"))',
                                    func='INSERT INTO "caseload_extractfileevent" ("extract_id", "id", "module", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."extract_id", NEW."id", NEW."module", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."sha256"); RETURN NULL;',
                                    hash="a86220bff85ffdd7f5a231a3db3c9659b5c50dbf",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_16348",
                                    table="caseload_extractfile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_extractfileevent" ("extract_id", "id", "module", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (OLD."extract_id", OLD."id", OLD."module", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."sha256"); RETURN NULL;',
                                    hash="6ae045c4a2096a249f14b208ef5c0dfe79460b0f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4d745",
                                    table="caseload_extractfile",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtractFileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("module", models.CharField(max_length=30)),
                        ("name", models.CharField(max_length=255)),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "extract",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.extractfile",
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
                                    hash="38b33f0e35449a1b29373c21a87e57429303d38e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4ba7f",
                                    table="caseload_extractfileevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Feedback",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("complaint", "Complaint"), ("compliment", "Compliment")], max_length=20
                            ),
                        ),
                        ("received_on", models.DateField()),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="feedback",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "verbose_name_plural": "feedback",
                        "ordering": ["request", "received_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_on__isnull", True),
                                    ("answered_on__isnull", True),
                                    ("answered_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="caseload_feedback_answered_after",
                                violation_error_message="It cannot be answered before it came.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_feedback_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_feedbackevent" ("answered_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."answered_on", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="810177b1a8757d8d1a21c4286af6d8f6efcb583e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_553ae",
                                    table="caseload_feedback",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_feedbackevent" ("answered_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."answered_on", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="f274ae815bc9405393601780a679dcb25149aabc",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f4c8f",
                                    table="caseload_feedback",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_feedbackevent" ("answered_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."answered_on", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="3aa14698703bb4fefc86dcd2c5dfdf017bd284b1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_28c29",
                                    table="caseload_feedback",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NamedPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                        (
                            "residential",
                            models.CharField(
                                blank=True, choices=[("A", "38 to 51 weeks"), ("B", "52 weeks")], max_length=1
                            ),
                        ),
                        ("work_based", models.CharField(blank=True, max_length=20)),
                        ("has_personal_budget", models.BooleanField(default=False)),
                        ("has_organised_arrangements", models.BooleanField(default=False)),
                        ("direct_payments", models.CharField(blank=True, max_length=20)),
                        ("ceased_on", models.DateField(blank=True, null=True)),
                        (
                            "cease_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1", "Reached the maximum age"),
                                    ("2", "Needs met without a plan"),
                                    ("3", "Moved to higher education"),
                                    ("4", "Paid employment, not an apprenticeship"),
                                    ("5", "Transferred to another local authority"),
                                    ("6", "No longer wishes to engage"),
                                    ("7", "Moved outside England"),
                                    ("8", "Deceased"),
                                    ("9", "Other"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="caseload.assessment",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["starts_on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["starts_on"],
                                include=("assessment", "missing_since", "taken_back_on"),
                                name="caseload_plan_figures",
                            ),
                            models.Index(
                                fields=["ceased_on"],
                                include=("cease_reason", "missing_since", "taken_back_on"),
                                name="caseload_plan_ceased",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("residential", ""), ("residential__in", ["A", "B"]), _connector="OR"
                                ),
                                name="caseload_namedplan_residential_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cease_reason", ""),
                                    ("cease_reason__in", ["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
                                    _connector="OR",
                                ),
                                name="caseload_namedplan_cease_reason_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ceased_on__isnull", True),
                                    ("starts_on__isnull", True),
                                    ("ceased_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="caseload_namedplan_ceased_after_start",
                                violation_error_message="A plan cannot cease before it was issued.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="issued_after_received",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."first_extract_id" IS NULL AND NEW."starts_on" IS NOT NULL)',
                                    func="\n    IF EXISTS (SELECT FROM caseload_assessment a JOIN caseload_request r ON r.id = a.request_id\n        WHERE a.id = NEW.assessment_id AND r.received_on > NEW.starts_on) THEN\n        RAISE EXCEPTION 'A plan cannot be issued before it was asked for' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="fced4d8d2672a306a1d49c10124f7748c1f9c90d",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_issued_after_received_ad1c1",
                                    table="caseload_namedplan",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_namedplanevent" ("assessment_id", "cease_reason", "ceased_on", "direct_payments", "first_extract_id", "has_organised_arrangements", "has_personal_budget", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residential", "starts_on", "taken_back_on", "work_based") VALUES (NEW."assessment_id", NEW."cease_reason", NEW."ceased_on", NEW."direct_payments", NEW."first_extract_id", NEW."has_organised_arrangements", NEW."has_personal_budget", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."residential", NEW."starts_on", NEW."taken_back_on", NEW."work_based"); RETURN NULL;',
                                    hash="73579b6685cef6e69ea0ba9bc2c7bb9c99e49ac3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_da1f5",
                                    table="caseload_namedplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_namedplanevent" ("assessment_id", "cease_reason", "ceased_on", "direct_payments", "first_extract_id", "has_organised_arrangements", "has_personal_budget", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residential", "starts_on", "taken_back_on", "work_based") VALUES (NEW."assessment_id", NEW."cease_reason", NEW."ceased_on", NEW."direct_payments", NEW."first_extract_id", NEW."has_organised_arrangements", NEW."has_personal_budget", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."residential", NEW."starts_on", NEW."taken_back_on", NEW."work_based"); RETURN NULL;',
                                    hash="011b61e51a5274d77bbe06e44b19746147ebcce0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_22764",
                                    table="caseload_namedplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_namedplanevent" ("assessment_id", "cease_reason", "ceased_on", "direct_payments", "first_extract_id", "has_organised_arrangements", "has_personal_budget", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residential", "starts_on", "taken_back_on", "work_based") VALUES (OLD."assessment_id", OLD."cease_reason", OLD."ceased_on", OLD."direct_payments", OLD."first_extract_id", OLD."has_organised_arrangements", OLD."has_personal_budget", OLD."id", OLD."key", OLD."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."residential", OLD."starts_on", OLD."taken_back_on", OLD."work_based"); RETURN NULL;',
                                    hash="4b72596886c02da1aec39a1969564047f852eccc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ff021",
                                    table="caseload_namedplan",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NamedPlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                        (
                            "residential",
                            models.CharField(
                                blank=True, choices=[("A", "38 to 51 weeks"), ("B", "52 weeks")], max_length=1
                            ),
                        ),
                        ("work_based", models.CharField(blank=True, max_length=20)),
                        ("has_personal_budget", models.BooleanField(default=False)),
                        ("has_organised_arrangements", models.BooleanField(default=False)),
                        ("direct_payments", models.CharField(blank=True, max_length=20)),
                        ("ceased_on", models.DateField(blank=True, null=True)),
                        (
                            "cease_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1", "Reached the maximum age"),
                                    ("2", "Needs met without a plan"),
                                    ("3", "Moved to higher education"),
                                    ("4", "Paid employment, not an apprenticeship"),
                                    ("5", "Transferred to another local authority"),
                                    ("6", "No longer wishes to engage"),
                                    ("7", "Moved outside England"),
                                    ("8", "Deceased"),
                                    ("9", "Other"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.assessment",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.namedplan",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="84745f9fc26f948ead1173dc2b17f024f5ed4cfe",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a0174",
                                    table="caseload_namedplanevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("SPLD", "Specific learning difficulty"),
                                    ("MLD", "Moderate learning difficulty"),
                                    ("SLD", "Severe learning difficulty"),
                                    ("PMLD", "Profound and multiple learning difficulty"),
                                    ("SEMH", "Social, emotional and mental health"),
                                    ("SLCN", "Speech, language and communication needs"),
                                    ("HI", "Hearing impairment"),
                                    ("VI", "Visual impairment"),
                                    ("MSI", "Multi-sensory impairment"),
                                    ("PD", "Physical disability"),
                                    ("ASD", "Autistic spectrum disorder"),
                                    ("DS", "Down syndrome"),
                                    ("OTH", "Other difficulty"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("rank", models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")])),
                        (
                            "active_plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="caseload.activeplan",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["active_plan", "rank"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("active_plan", "rank"),
                                name="caseload_need_rank_once",
                                violation_error_message="The plan already has a need of this rank.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "type__in",
                                        [
                                            "SPLD",
                                            "MLD",
                                            "SLD",
                                            "PMLD",
                                            "SEMH",
                                            "SLCN",
                                            "HI",
                                            "VI",
                                            "MSI",
                                            "PD",
                                            "ASD",
                                            "DS",
                                            "OTH",
                                        ],
                                    )
                                ),
                                name="caseload_need_type_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rank__in", [1, 2])), name="caseload_need_rank_known"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_needevent" ("active_plan_id", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "taken_back_on", "type") VALUES (NEW."active_plan_id", NEW."first_extract_id", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rank", NEW."taken_back_on", NEW."type"); RETURN NULL;',
                                    hash="199c308377fa57d68450035a61bfe4fdeb59ba2b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ed5c0",
                                    table="caseload_need",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_needevent" ("active_plan_id", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "taken_back_on", "type") VALUES (NEW."active_plan_id", NEW."first_extract_id", NEW."id", NEW."key", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rank", NEW."taken_back_on", NEW."type"); RETURN NULL;',
                                    hash="f7b0e73a77b182e9f9fbbf2454eb69b92b5a2042",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_69054",
                                    table="caseload_need",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_needevent" ("active_plan_id", "first_extract_id", "id", "key", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "taken_back_on", "type") VALUES (OLD."active_plan_id", OLD."first_extract_id", OLD."id", OLD."key", OLD."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rank", OLD."taken_back_on", OLD."type"); RETURN NULL;',
                                    hash="9de5e78f812bd7213f6ff238272ceec8705c76aa",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3b086",
                                    table="caseload_need",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("SPLD", "Specific learning difficulty"),
                                    ("MLD", "Moderate learning difficulty"),
                                    ("SLD", "Severe learning difficulty"),
                                    ("PMLD", "Profound and multiple learning difficulty"),
                                    ("SEMH", "Social, emotional and mental health"),
                                    ("SLCN", "Speech, language and communication needs"),
                                    ("HI", "Hearing impairment"),
                                    ("VI", "Visual impairment"),
                                    ("MSI", "Multi-sensory impairment"),
                                    ("PD", "Physical disability"),
                                    ("ASD", "Autistic spectrum disorder"),
                                    ("DS", "Down syndrome"),
                                    ("OTH", "Other difficulty"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("rank", models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")])),
                        (
                            "active_plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.activeplan",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.need",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f6b53e1f83abd27e72acdffc6c2ccde08b58f00e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3c7bb",
                                    table="caseload_needevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        ("urn", models.CharField(blank=True, max_length=6, verbose_name="URN")),
                        ("ukprn", models.CharField(blank=True, max_length=8, verbose_name="UKPRN")),
                        (
                            "setting",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OLA", "Other arrangement by the local authority (EOTAS, section 61)"),
                                    ("OPA", "Other arrangement by the parents, not home education"),
                                    ("EHE", "Educated at home by choice"),
                                    ("EYP", "Early years provider without a URN"),
                                    ("OTH", "Other, including a plan that names only a type"),
                                    ("NEET", "Not in education, employment or training (16 to 25)"),
                                    ("NIEC", "Not in education, notice to cease issued"),
                                    ("NIEO", "Not in education, other"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("setting_other", models.CharField(blank=True, max_length=200)),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")], default=1),
                        ),
                        ("is_sen_unit", models.BooleanField(default=False)),
                        ("is_resourced_provision", models.BooleanField(default=False)),
                        ("entered_on", models.DateField(blank=True, null=True)),
                        ("left_on", models.DateField(blank=True, null=True)),
                        (
                            "residential",
                            models.CharField(
                                blank=True, choices=[("A", "38 to 51 weeks"), ("B", "52 weeks")], max_length=1
                            ),
                        ),
                        ("work_based", models.CharField(blank=True, max_length=20)),
                        (
                            "active_plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="caseload.activeplan",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["active_plan", "rank", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("setting", ""),
                                    ("setting__in", ["OLA", "OPA", "EHE", "EYP", "OTH", "NEET", "NIEC", "NIEO"]),
                                    _connector="OR",
                                ),
                                name="caseload_placement_setting_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_placementevent" ("active_plan_id", "entered_on", "first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "left_on", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "residential", "setting", "setting_other", "taken_back_on", "ukprn", "urn", "work_based") VALUES (NEW."active_plan_id", NEW."entered_on", NEW."first_extract_id", NEW."id", NEW."is_resourced_provision", NEW."is_sen_unit", NEW."key", NEW."left_on", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rank", NEW."residential", NEW."setting", NEW."setting_other", NEW."taken_back_on", NEW."ukprn", NEW."urn", NEW."work_based"); RETURN NULL;',
                                    hash="10708718fa72680e5d96b5e5e7e29a4cac7cc086",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fbb63",
                                    table="caseload_placement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_placementevent" ("active_plan_id", "entered_on", "first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "left_on", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "residential", "setting", "setting_other", "taken_back_on", "ukprn", "urn", "work_based") VALUES (NEW."active_plan_id", NEW."entered_on", NEW."first_extract_id", NEW."id", NEW."is_resourced_provision", NEW."is_sen_unit", NEW."key", NEW."left_on", NEW."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rank", NEW."residential", NEW."setting", NEW."setting_other", NEW."taken_back_on", NEW."ukprn", NEW."urn", NEW."work_based"); RETURN NULL;',
                                    hash="d32a1f23e1dd010c6b32974a8765d9f6ed5ab54a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b54b3",
                                    table="caseload_placement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_placementevent" ("active_plan_id", "entered_on", "first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "left_on", "missing_since_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "residential", "setting", "setting_other", "taken_back_on", "ukprn", "urn", "work_based") VALUES (OLD."active_plan_id", OLD."entered_on", OLD."first_extract_id", OLD."id", OLD."is_resourced_provision", OLD."is_sen_unit", OLD."key", OLD."left_on", OLD."missing_since_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rank", OLD."residential", OLD."setting", OLD."setting_other", OLD."taken_back_on", OLD."ukprn", OLD."urn", OLD."work_based"); RETURN NULL;',
                                    hash="befafb108717645d3998f4df971f7a8d827ec550",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_108f9",
                                    table="caseload_placement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlacementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("urn", models.CharField(blank=True, max_length=6, verbose_name="URN")),
                        ("ukprn", models.CharField(blank=True, max_length=8, verbose_name="UKPRN")),
                        (
                            "setting",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OLA", "Other arrangement by the local authority (EOTAS, section 61)"),
                                    ("OPA", "Other arrangement by the parents, not home education"),
                                    ("EHE", "Educated at home by choice"),
                                    ("EYP", "Early years provider without a URN"),
                                    ("OTH", "Other, including a plan that names only a type"),
                                    ("NEET", "Not in education, employment or training (16 to 25)"),
                                    ("NIEC", "Not in education, notice to cease issued"),
                                    ("NIEO", "Not in education, other"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("setting_other", models.CharField(blank=True, max_length=200)),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")], default=1),
                        ),
                        ("is_sen_unit", models.BooleanField(default=False)),
                        ("is_resourced_provision", models.BooleanField(default=False)),
                        ("entered_on", models.DateField(blank=True, null=True)),
                        ("left_on", models.DateField(blank=True, null=True)),
                        (
                            "residential",
                            models.CharField(
                                blank=True, choices=[("A", "38 to 51 weeks"), ("B", "52 weeks")], max_length=1
                            ),
                        ),
                        ("work_based", models.CharField(blank=True, max_length=20)),
                        (
                            "active_plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.activeplan",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.placement",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="807c90dd7932f711ec02d7af867bad6b595e25b4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c58e8",
                                    table="caseload_placementevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAudit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("audited_on", models.DateField()),
                        (
                            "grade",
                            models.PositiveSmallIntegerField(verbose_name="grade from 1 (poor) to 4 (very good)"),
                        ),
                        ("has_social_care", models.BooleanField(verbose_name="says what social care does")),
                        ("has_adulthood", models.BooleanField(verbose_name="prepares for adulthood")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="audits",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "-audited_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("grade__range", (1, 4))), name="caseload_planaudit_grade_in_range"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_planaudit_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_planauditevent" ("audited_on", "grade", "has_adulthood", "has_social_care", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."audited_on", NEW."grade", NEW."has_adulthood", NEW."has_social_care", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="90b064697c062ff41bfba8ff315e25b457e9e727",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b5ceb",
                                    table="caseload_planaudit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_planauditevent" ("audited_on", "grade", "has_adulthood", "has_social_care", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."audited_on", NEW."grade", NEW."has_adulthood", NEW."has_social_care", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="a3e097f573bb85847274d7a90769b37d419d4318",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_541f6",
                                    table="caseload_planaudit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_planauditevent" ("audited_on", "grade", "has_adulthood", "has_social_care", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."audited_on", OLD."grade", OLD."has_adulthood", OLD."has_social_care", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="ab583646cde1ebb46fe84dbc36e531a841ceab9e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_17745",
                                    table="caseload_planaudit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanDetail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        ("urn", models.CharField(blank=True, max_length=6, verbose_name="URN")),
                        ("ukprn", models.CharField(blank=True, max_length=8, verbose_name="UKPRN")),
                        (
                            "setting",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OLA", "Other arrangement by the local authority (EOTAS, section 61)"),
                                    ("OPA", "Other arrangement by the parents, not home education"),
                                    ("EHE", "Educated at home by choice"),
                                    ("EYP", "Early years provider without a URN"),
                                    ("OTH", "Other, including a plan that names only a type"),
                                    ("NEET", "Not in education, employment or training (16 to 25)"),
                                    ("NIEC", "Not in education, notice to cease issued"),
                                    ("NIEO", "Not in education, other"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("setting_other", models.CharField(blank=True, max_length=200)),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")], default=1),
                        ),
                        ("is_sen_unit", models.BooleanField(default=False)),
                        ("is_resourced_provision", models.BooleanField(default=False)),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "named_plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="details",
                                to="caseload.namedplan",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["named_plan", "rank", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("setting", ""),
                                    ("setting__in", ["OLA", "OPA", "EHE", "EYP", "OTH", "NEET", "NIEC", "NIEO"]),
                                    _connector="OR",
                                ),
                                name="caseload_plandetail_setting_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_plandetailevent" ("first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "missing_since_id", "named_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "setting", "setting_other", "taken_back_on", "ukprn", "urn") VALUES (NEW."first_extract_id", NEW."id", NEW."is_resourced_provision", NEW."is_sen_unit", NEW."key", NEW."missing_since_id", NEW."named_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rank", NEW."setting", NEW."setting_other", NEW."taken_back_on", NEW."ukprn", NEW."urn"); RETURN NULL;',
                                    hash="0b3a7653dacd7f7d1ed8831a6879d0bf44c28e95",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1f267",
                                    table="caseload_plandetail",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_plandetailevent" ("first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "missing_since_id", "named_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "setting", "setting_other", "taken_back_on", "ukprn", "urn") VALUES (NEW."first_extract_id", NEW."id", NEW."is_resourced_provision", NEW."is_sen_unit", NEW."key", NEW."missing_since_id", NEW."named_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rank", NEW."setting", NEW."setting_other", NEW."taken_back_on", NEW."ukprn", NEW."urn"); RETURN NULL;',
                                    hash="dddc8c9ded2b92a8c5a3dcef608e53181d35b0eb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7249",
                                    table="caseload_plandetail",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_plandetailevent" ("first_extract_id", "id", "is_resourced_provision", "is_sen_unit", "key", "missing_since_id", "named_plan_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "setting", "setting_other", "taken_back_on", "ukprn", "urn") VALUES (OLD."first_extract_id", OLD."id", OLD."is_resourced_provision", OLD."is_sen_unit", OLD."key", OLD."missing_since_id", OLD."named_plan_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rank", OLD."setting", OLD."setting_other", OLD."taken_back_on", OLD."ukprn", OLD."urn"); RETURN NULL;',
                                    hash="198eb6f8938ab52c0af22c8611718ced7df1a1fd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e713c",
                                    table="caseload_plandetail",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanDetailEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("urn", models.CharField(blank=True, max_length=6, verbose_name="URN")),
                        ("ukprn", models.CharField(blank=True, max_length=8, verbose_name="UKPRN")),
                        (
                            "setting",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("OLA", "Other arrangement by the local authority (EOTAS, section 61)"),
                                    ("OPA", "Other arrangement by the parents, not home education"),
                                    ("EHE", "Educated at home by choice"),
                                    ("EYP", "Early years provider without a URN"),
                                    ("OTH", "Other, including a plan that names only a type"),
                                    ("NEET", "Not in education, employment or training (16 to 25)"),
                                    ("NIEC", "Not in education, notice to cease issued"),
                                    ("NIEO", "Not in education, other"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("setting_other", models.CharField(blank=True, max_length=200)),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(choices=[(1, "Primary"), (2, "Secondary")], default=1),
                        ),
                        ("is_sen_unit", models.BooleanField(default=False)),
                        ("is_resourced_provision", models.BooleanField(default=False)),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "named_plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.namedplan",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.plandetail",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="2e44de736d5e47af7d151ffa3edec181aabb79e8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_e411b",
                                    table="caseload_plandetailevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Request",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40, unique=True, verbose_name="record's own id")),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1", "Young person or parent"),
                                    ("2", "School or other setting"),
                                    ("3", "Health"),
                                    ("4", "Social care"),
                                    ("5", "Other"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "is_in_youth_accommodation",
                            models.BooleanField(default=False, verbose_name="made in relevant youth accommodation"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("Y", "Assessment goes ahead"),
                                    ("N", "Assessment refused"),
                                    ("A", "Not yet decided"),
                                    ("W", "Withdrawn or ceased before a decision"),
                                    ("H", "Decided before the collection period"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        ("had_mediation", models.BooleanField(default=False)),
                        ("had_tribunal", models.BooleanField(default=False)),
                        (
                            "exported",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="moved out before the assessment was completed"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="caseload.child",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "token",
                            models.UUIDField(
                                editable=False, null=True, unique=True, verbose_name="which sending of a form made it"
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["received_on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["id"],
                                include=("received_on", "had_mediation", "had_tribunal"),
                                name="caseload_request_dates",
                            ),
                            models.Index(fields=["outcome", "received_on"], name="caseload_re_outcome_69633a_idx"),
                            models.Index(
                                fields=["received_on"],
                                include=(
                                    "outcome",
                                    "outcome_on",
                                    "had_mediation",
                                    "had_tribunal",
                                    "missing_since",
                                    "taken_back_on",
                                ),
                                name="caseload_request_figures",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("source", ""), ("source__in", ["1", "2", "3", "4", "5"]), _connector="OR"
                                ),
                                name="caseload_request_source_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["Y", "N", "A", "W", "H"])),
                                name="caseload_request_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome_on__isnull", True),
                                    ("received_on__isnull", True),
                                    ("outcome_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="caseload_request_decided_after_received",
                                violation_error_message="A request cannot be decided before it was received.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="one_open_request",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."token" IS NOT NULL)',
                                    func="\n    PERFORM 1 FROM caseload_child WHERE id = NEW.child_id FOR NO KEY UPDATE;\n    IF NEW.outcome IN ('A', 'Y')\n        AND NEW.taken_back_on IS NULL\n        AND NOT EXISTS (SELECT FROM caseload_assessment a WHERE a.request_id = NEW.id AND a.outcome <> 'A')\n        AND EXISTS (SELECT FROM caseload_request r WHERE r.child_id = NEW.child_id AND r.id <> NEW.id\n            AND r.outcome IN ('A', 'Y') AND r.exported IN ('', '0') AND r.missing_since_id IS NULL\n            AND r.taken_back_on IS NULL\n            AND NOT EXISTS (SELECT FROM caseload_assessment a WHERE a.request_id = r.id AND a.outcome <> 'A')) THEN\n        RAISE EXCEPTION 'This child already has an open request' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="e36d352c8a24b04b2bae8bde3dd3a1acf21ad2a1",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_one_open_request_f568f",
                                    table="caseload_request",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_requestevent" ("child_id", "exported", "first_extract_id", "had_mediation", "had_tribunal", "id", "is_in_youth_accommodation", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "source", "taken_back_on", "token") VALUES (NEW."child_id", NEW."exported", NEW."first_extract_id", NEW."had_mediation", NEW."had_tribunal", NEW."id", NEW."is_in_youth_accommodation", NEW."key", NEW."missing_since_id", NEW."outcome", NEW."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."received_on", NEW."source", NEW."taken_back_on", NEW."token"); RETURN NULL;',
                                    hash="5ababe4caf337dffbf49e08af1df01173ebb78b5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a2d91",
                                    table="caseload_request",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_requestevent" ("child_id", "exported", "first_extract_id", "had_mediation", "had_tribunal", "id", "is_in_youth_accommodation", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "source", "taken_back_on", "token") VALUES (NEW."child_id", NEW."exported", NEW."first_extract_id", NEW."had_mediation", NEW."had_tribunal", NEW."id", NEW."is_in_youth_accommodation", NEW."key", NEW."missing_since_id", NEW."outcome", NEW."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."received_on", NEW."source", NEW."taken_back_on", NEW."token"); RETURN NULL;',
                                    hash="1400a2117a011fc3820e7403afaa4788e1853dc8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f90f3",
                                    table="caseload_request",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_requestevent" ("child_id", "exported", "first_extract_id", "had_mediation", "had_tribunal", "id", "is_in_youth_accommodation", "key", "missing_since_id", "outcome", "outcome_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "source", "taken_back_on", "token") VALUES (OLD."child_id", OLD."exported", OLD."first_extract_id", OLD."had_mediation", OLD."had_tribunal", OLD."id", OLD."is_in_youth_accommodation", OLD."key", OLD."missing_since_id", OLD."outcome", OLD."outcome_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."received_on", OLD."source", OLD."taken_back_on", OLD."token"); RETURN NULL;',
                                    hash="18b876209b9d61fd0e161d18088efdab90f23da4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8a3e0",
                                    table="caseload_request",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAuditEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("audited_on", models.DateField()),
                        (
                            "grade",
                            models.PositiveSmallIntegerField(verbose_name="grade from 1 (poor) to 4 (very good)"),
                        ),
                        ("has_social_care", models.BooleanField(verbose_name="says what social care does")),
                        ("has_adulthood", models.BooleanField(verbose_name="prepares for adulthood")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.planaudit",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="dababfb9850bfcf0b72f340ccb44570d3cffd289",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8d55a",
                                    table="caseload_planauditevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("complaint", "Complaint"), ("compliment", "Compliment")], max_length=20
                            ),
                        ),
                        ("received_on", models.DateField()),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.feedback",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="9240aa0da97321fffba2722816ef98dbe1e4a82f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8691c",
                                    table="caseload_feedbackevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisputeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("mediation", "Mediation"), ("appeal", "Appeal to the Tribunal")],
                                max_length=20,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="over")),
                        ("result", models.TextField(blank=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.dispute",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "against",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("refused_to_assess", "Refusal to assess"),
                                    ("no_plan", "Refusal to issue a plan"),
                                    ("content", "Content of the plan (sections B, F, I)"),
                                    ("refused_to_reassess", "Refusal to re-assess"),
                                    ("refused_to_amend", "Refusal to amend"),
                                    ("ceasing", "Ceasing the plan"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "certificate_on",
                            models.DateField(blank=True, null=True, verbose_name="mediation certificate issued"),
                        ),
                        ("conceded_on", models.DateField(blank=True, null=True, verbose_name="council conceded")),
                        (
                            "declined_on",
                            models.DateField(blank=True, null=True, verbose_name="family declined mediation"),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="mediation held")),
                        (
                            "is_placement_only",
                            models.BooleanField(default=False, verbose_name="only about the named setting (section I)"),
                        ),
                        ("mediation_ended_on", models.DateField(blank=True, null=True, verbose_name="mediation ended")),
                        (
                            "notified_on",
                            models.DateField(blank=True, null=True, verbose_name="family told of the decision"),
                        ),
                        ("response_on", models.DateField(blank=True, null=True, verbose_name="council responded")),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                        (
                            "told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told that the council will assess"
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
                                    hash="00174892285b7bd8af94a5e5f2de203378449daf",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_73648",
                                    table="caseload_disputeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "caseworker",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.case",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
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
                                    hash="63467fc5968157da90382606456f55ec2f1b04f3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_60f92",
                                    table="caseload_caseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseClosureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField()),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="caseload.caseclosure",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
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
                                    hash="feb9eab0b0e82b7d92987a8b8429d7bf4b50b879",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c9927",
                                    table="caseload_caseclosureevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("Y", "Plan issued"),
                                    ("N", "No plan"),
                                    ("A", "Not yet decided"),
                                    ("W", "Withdrawn or ceased before a decision"),
                                    ("H", "Decided before the collection period"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True)),
                        ("had_mediation", models.BooleanField(default=False)),
                        ("had_tribunal", models.BooleanField(default=False)),
                        ("had_other_mediation", models.BooleanField(default=False)),
                        ("had_other_tribunal", models.BooleanField(default=False)),
                        ("has_exception", models.BooleanField(default=False, verbose_name="20-week exceptions apply")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.assessment",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="df8cbf9ca25664a69d92bf302b3effd366d36970",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_db515",
                                    table="caseload_assessmentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "service",
                            models.CharField(
                                choices=[
                                    ("ep", "Educational psychology"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("parents", "Parents or young person"),
                                    ("setting", "School or setting"),
                                    ("adulthood", "Preparation for adulthood"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.advicerequest",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="cc5de9c34d4286f2e03d8c20943bdeb715b54e64",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fa661",
                                    table="caseload_advicerequestevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivePlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        (
                            "transferred_from",
                            models.CharField(blank=True, max_length=3, verbose_name="transferred in from (LA number)"),
                        ),
                        ("review_meeting_on", models.DateField(blank=True, null=True)),
                        (
                            "review_outcome",
                            models.CharField(blank=True, max_length=20, verbose_name="review decision, as it came"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="review decision written on"),
                        ),
                        ("amended_draft_on", models.DateField(blank=True, null=True)),
                        (
                            "transfer_due_on",
                            models.DateField(blank=True, null=True, verbose_name="phase transfer: amended plan due on"),
                        ),
                        (
                            "transfer_final_on",
                            models.DateField(blank=True, null=True, verbose_name="phase transfer: final plan on"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.activeplan",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="43dd07d123b3ac7069d23e363e935936cb16a709",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0ce95",
                                    table="caseload_activeplanevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1", "Young person or parent"),
                                    ("2", "School or other setting"),
                                    ("3", "Health"),
                                    ("4", "Social care"),
                                    ("5", "Other"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "is_in_youth_accommodation",
                            models.BooleanField(default=False, verbose_name="made in relevant youth accommodation"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("Y", "Assessment goes ahead"),
                                    ("N", "Assessment refused"),
                                    ("A", "Not yet decided"),
                                    ("W", "Withdrawn or ceased before a decision"),
                                    ("H", "Decided before the collection period"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("outcome_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        ("had_mediation", models.BooleanField(default=False)),
                        ("had_tribunal", models.BooleanField(default=False)),
                        (
                            "exported",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="moved out before the assessment was completed"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.child",
                            ),
                        ),
                        (
                            "first_extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "missing_since",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "token",
                            models.UUIDField(editable=False, null=True, verbose_name="which sending of a form made it"),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="cb5111c496920337550878e77c654139c8a9cb14",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_94336",
                                    table="caseload_requestevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("meeting_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("maintain", "Keep the plan as it is"),
                                    ("amend", "Amend the plan"),
                                    ("cease", "Cease the plan"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "notice_on",
                            models.DateField(blank=True, null=True, verbose_name="notice of amendments sent"),
                        ),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="final amended plan sent")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "not_amending_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="told that the plan stays as it is after all"
                            ),
                        ),
                        ("papers_on", models.DateField(blank=True, null=True, verbose_name="advice circulated")),
                        ("report_on", models.DateField(blank=True, null=True, verbose_name="school's report received")),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "-meeting_on"],
                        "indexes": [models.Index(fields=["meeting_on"], name="caseload_re_meeting_b9c444_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("meeting_on__isnull", True),
                                    ("decided_on__isnull", True),
                                    ("decided_on__gte", models.F("meeting_on")),
                                    _connector="OR",
                                ),
                                name="caseload_review_decided_after_meeting",
                                violation_error_message="It cannot be decided before the meeting.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("notice_on__isnull", True),
                                    ("final_on__isnull", True),
                                    ("final_on__gte", models.F("notice_on")),
                                    _connector="OR",
                                ),
                                name="caseload_review_final_after_notice",
                                violation_error_message="The final plan cannot be sent before the notice.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_on__isnull", True)),
                                fields=("request", "meeting_on"),
                                name="caseload_review_meeting_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_review_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_reviewevent" ("decided_on", "final_on", "id", "meeting_on", "not_amending_on", "note", "notice_on", "outcome", "papers_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_on", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."decided_on", NEW."final_on", NEW."id", NEW."meeting_on", NEW."not_amending_on", NEW."note", NEW."notice_on", NEW."outcome", NEW."papers_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_on", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="501a845444b16eb1983a8414a5b5503fef1a3449",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8cd46",
                                    table="caseload_review",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_reviewevent" ("decided_on", "final_on", "id", "meeting_on", "not_amending_on", "note", "notice_on", "outcome", "papers_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_on", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."decided_on", NEW."final_on", NEW."id", NEW."meeting_on", NEW."not_amending_on", NEW."note", NEW."notice_on", NEW."outcome", NEW."papers_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."report_on", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="85de9de4bfbe66eea3500c5ae058dbc8330b9deb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_be6d5",
                                    table="caseload_review",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_reviewevent" ("decided_on", "final_on", "id", "meeting_on", "not_amending_on", "note", "notice_on", "outcome", "papers_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "report_on", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."decided_on", OLD."final_on", OLD."id", OLD."meeting_on", OLD."not_amending_on", OLD."note", OLD."notice_on", OLD."outcome", OLD."papers_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."report_on", OLD."request_id", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="18aad69b36c8ab4a3dddc289dc1724a36c0be6ee",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_75c39",
                                    table="caseload_review",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("meeting_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("maintain", "Keep the plan as it is"),
                                    ("amend", "Amend the plan"),
                                    ("cease", "Cease the plan"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "notice_on",
                            models.DateField(blank=True, null=True, verbose_name="notice of amendments sent"),
                        ),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="final amended plan sent")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.review",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "not_amending_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="told that the plan stays as it is after all"
                            ),
                        ),
                        ("papers_on", models.DateField(blank=True, null=True, verbose_name="advice circulated")),
                        ("report_on", models.DateField(blank=True, null=True, verbose_name="school's report received")),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="2da24b8276462f52d11ce712ede236f55386fb52",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_66b2f",
                                    table="caseload_reviewevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SetAside",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.CharField(max_length=30)),
                        ("record", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("row", models.PositiveIntegerField(verbose_name="line of the file")),
                        ("field", models.CharField(blank=True, max_length=40)),
                        ("code", models.CharField(max_length=50)),
                        ("message", models.TextField()),
                        ("is_error", models.BooleanField()),
                        (
                            "extract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="problems",
                                to="caseload.extract",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["extract", "table", "row", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["extract", "is_error", "table"], name="caseload_se_extract_488187_idx"
                            ),
                            models.Index(fields=["extract", "table", "record"], name="caseload_setaside_record"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_setasideevent" ("code", "extract_id", "field", "id", "is_error", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "row", "table") VALUES (NEW."code", NEW."extract_id", NEW."field", NEW."id", NEW."is_error", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."record", NEW."row", NEW."table"); RETURN NULL;',
                                    hash="a7c92dd782066bf4d22fa2c2a93153bf3ed45f68",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cc811",
                                    table="caseload_setaside",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_setasideevent" ("code", "extract_id", "field", "id", "is_error", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "row", "table") VALUES (NEW."code", NEW."extract_id", NEW."field", NEW."id", NEW."is_error", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."record", NEW."row", NEW."table"); RETURN NULL;',
                                    hash="3dc846dd457c109be170c6ce436b83ed38c45056",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7b4d3",
                                    table="caseload_setaside",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_setasideevent" ("code", "extract_id", "field", "id", "is_error", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "row", "table") VALUES (OLD."code", OLD."extract_id", OLD."field", OLD."id", OLD."is_error", OLD."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."record", OLD."row", OLD."table"); RETURN NULL;',
                                    hash="b9e1ef70eaa95ba6b74d06d05cdd8c27f79d724e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_de39a",
                                    table="caseload_setaside",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SetAsideEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("table", models.CharField(max_length=30)),
                        ("record", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("row", models.PositiveIntegerField(verbose_name="line of the file")),
                        ("field", models.CharField(blank=True, max_length=40)),
                        ("code", models.CharField(max_length=50)),
                        ("message", models.TextField()),
                        ("is_error", models.BooleanField()),
                        (
                            "extract",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.setaside",
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
                                    hash="d137e0cbd567d46edfd17cdc179bfc111306a9e1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_decd9",
                                    table="caseload_setasideevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatutoryException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    (
                                        "10(4)(a)",
                                        "Advice was asked of a head or principal around a closure of at least 4 weeks",
                                    ),
                                    (
                                        "10(4)(b)",
                                        "Advice was asked of an early years provider around a closure of at least 4 weeks",
                                    ),
                                    (
                                        "10(4)(c)",
                                        "Exceptional personal circumstances of the child, parent or young person",
                                    ),
                                    (
                                        "10(4)(d)",
                                        "The child, parent or young person is away for at least 4 continuous weeks",
                                    ),
                                    ("5(4)(a)", "As 10(4)(a), for the decision within 6 weeks"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "authorised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exceptions",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "starts_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="caseload_exception_has_reason",
                                violation_error_message="Give the reason of the exception.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="caseload_exception_ends_after_start",
                                violation_error_message="It cannot end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ground__in", ["10(4)(a)", "10(4)(b)", "10(4)(c)", "10(4)(d)", "5(4)(a)"])
                                ),
                                name="caseload_exception_ground_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_exception_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_statutoryexceptionevent" ("authorised_by_id", "ends_on", "ground", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "request_id", "starts_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."authorised_by_id", NEW."ends_on", NEW."ground", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."starts_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="ae2feb3cc3692a7b74c3258a7148f11949986811",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3bd82",
                                    table="caseload_statutoryexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_statutoryexceptionevent" ("authorised_by_id", "ends_on", "ground", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "request_id", "starts_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."authorised_by_id", NEW."ends_on", NEW."ground", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."starts_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="f1547f5ebafdeefb8825d3af647f884e91eb15b0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dec70",
                                    table="caseload_statutoryexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_statutoryexceptionevent" ("authorised_by_id", "ends_on", "ground", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "request_id", "starts_on", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."authorised_by_id", OLD."ends_on", OLD."ground", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."starts_on", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="92285f348090d69f80a811c01f51d25bfbe000da",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_706ad",
                                    table="caseload_statutoryexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="second_person",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."authorised_by_id" = (NEW."recorded_by_id"))',
                                    func="\n    IF TG_OP = 'INSERT' OR NEW.authorised_by_id <> OLD.authorised_by_id THEN\n        RAISE EXCEPTION 'Who records an exception cannot authorise it' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="f7ec9e86742f9dd31ec827a572724f6ce0f8b70d",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_second_person_d6333",
                                    table="caseload_statutoryexception",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatutoryExceptionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    (
                                        "10(4)(a)",
                                        "Advice was asked of a head or principal around a closure of at least 4 weeks",
                                    ),
                                    (
                                        "10(4)(b)",
                                        "Advice was asked of an early years provider around a closure of at least 4 weeks",
                                    ),
                                    (
                                        "10(4)(c)",
                                        "Exceptional personal circumstances of the child, parent or young person",
                                    ),
                                    (
                                        "10(4)(d)",
                                        "The child, parent or young person is away for at least 4 continuous weeks",
                                    ),
                                    ("5(4)(a)", "As 10(4)(a), for the decision within 6 weeks"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "authorised_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="caseload.statutoryexception",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="20854cd63518771778ac0eae9fa2c68406e9a61a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c6151",
                                    table="caseload_statutoryexceptionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Step",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("comments_invited", "Family invited to comment on the request"),
                                    ("comments_received", "Family's comments received"),
                                    ("draft_issued", "Draft plan sent"),
                                    ("representations", "Representations received"),
                                    ("consultation_sent", "Setting consulted"),
                                    ("consultation_answered", "Setting answered"),
                                    ("chased", "Chased"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="caseload.request"
                            ),
                        ),
                        (
                            "advice",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chasers",
                                to="caseload.advicerequest",
                                verbose_name="about",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "on", "pk"],
                        "indexes": [models.Index(fields=["request", "kind"], name="caseload_st_request_259a8b_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "comments_invited",
                                            "comments_received",
                                            "draft_issued",
                                            "representations",
                                            "consultation_sent",
                                            "consultation_answered",
                                            "chased",
                                        ],
                                    )
                                ),
                                name="caseload_step_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_step_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("advice__isnull", True), ("kind", "chased"), _connector="OR"),
                                name="caseload_step_only_chasers_name_advice",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_stepevent" ("advice_id", "id", "kind", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."advice_id", NEW."id", NEW."kind", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="35110e773f11c02f8fd2e741ffa43b86097b456d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8bf66",
                                    table="caseload_step",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_stepevent" ("advice_id", "id", "kind", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (NEW."advice_id", NEW."id", NEW."kind", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token"); RETURN NULL;',
                                    hash="2c3ce8e9e2ebbb6575814f251f1376dee42cf12e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_223d4",
                                    table="caseload_step",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_stepevent" ("advice_id", "id", "kind", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token") VALUES (OLD."advice_id", OLD."id", OLD."kind", OLD."note", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token"); RETURN NULL;',
                                    hash="390ffdbe105146bcc0603827ae1590a7199afa45",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1820a",
                                    table="caseload_step",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("comments_invited", "Family invited to comment on the request"),
                                    ("comments_received", "Family's comments received"),
                                    ("draft_issued", "Draft plan sent"),
                                    ("representations", "Representations received"),
                                    ("consultation_sent", "Setting consulted"),
                                    ("consultation_answered", "Setting answered"),
                                    ("chased", "Chased"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.step",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "advice",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.advicerequest",
                                verbose_name="about",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ef31d956c27149e39dca6a58afd5be18012bf4a6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d6d03",
                                    table="caseload_stepevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Transfer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("phase", "To another phase (15 February)"),
                                    ("post_16", "Secondary to post-16 (31 March)"),
                                    ("between_post_16", "Between post-16 institutions (5 months before)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("transfer_on", models.DateField(verbose_name="day of the move")),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="amended plan final on")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["request", "transfer_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_on__isnull", True)),
                                fields=("request", "transfer_on"),
                                name="caseload_transfer_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_on__isnull", True), ("taken_back_reason", "")),
                                    models.Q(
                                        models.Q(("taken_back_on__isnull", True), _negated=True),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_transfer_taken_back_with_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_transferevent" ("final_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "transfer_on") VALUES (NEW."final_on", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token", NEW."transfer_on"); RETURN NULL;',
                                    hash="de1ac7b9657328ae43e97a9e481fe995ef8f9437",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b6ed8",
                                    table="caseload_transfer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_transferevent" ("final_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "transfer_on") VALUES (NEW."final_on", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."request_id", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_reason", NEW."token", NEW."transfer_on"); RETURN NULL;',
                                    hash="ced1919426065787d9b018b88677baf91aca3243",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_47fa0",
                                    table="caseload_transfer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_transferevent" ("final_on", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "request_id", "taken_back_by_id", "taken_back_on", "taken_back_reason", "token", "transfer_on") VALUES (OLD."final_on", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."request_id", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_reason", OLD."token", OLD."transfer_on"); RETURN NULL;',
                                    hash="c6c331f57447e34e7aba683c1fe69b82024e4b70",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_45b96",
                                    table="caseload_transfer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TransferEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "recorded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("phase", "To another phase (15 February)"),
                                    ("post_16", "Secondary to post-16 (31 March)"),
                                    ("between_post_16", "Between post-16 institutions (5 months before)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("transfer_on", models.DateField(verbose_name="day of the move")),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="amended plan final on")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.transfer",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.request",
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_back_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "taken_back_reason",
                            models.TextField(blank=True, editable=False, verbose_name="why it was taken back"),
                        ),
                        ("token", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3103f43cc62d9e0e1dbab86ce6f14c6e8503490c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cb0d7",
                                    table="caseload_transferevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="View",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("page", models.CharField(max_length=50)),
                        (
                            "requests",
                            django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["person", "-at"], name="caseload_vi_person__66bad9_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["requests"], name="caseload_view_requests"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseStanding",
                    fields=[
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="standing",
                                serialize=False,
                                to="caseload.request",
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                db_collation="C", max_length=200, verbose_name="reference, its numbers filled up"
                            ),
                        ),
                        (
                            "surname",
                            models.CharField(db_collation="C", max_length=100, verbose_name="surname in small letters"),
                        ),
                        ("received_on", models.DateField(null=True)),
                        ("stage", models.CharField(max_length=20)),
                        ("is_open", models.BooleanField(verbose_name="waiting for a plan")),
                        ("plan_due_on", models.DateField(null=True, verbose_name="day 140")),
                        ("next_due_on", models.DateField(null=True)),
                        ("next_limit", models.CharField(blank=True, max_length=40)),
                        ("about", models.CharField(blank=True, max_length=200)),
                        ("has_exception", models.BooleanField()),
                        ("is_missing", models.BooleanField()),
                        ("has_missing", models.BooleanField()),
                        ("has_query", models.BooleanField(verbose_name="the newest load has a query about it")),
                        ("need", models.CharField(blank=True, max_length=4, verbose_name="primary need")),
                        (
                            "setting",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("school", "School (URN)"),
                                    ("provider", "College or provider (UKPRN)"),
                                    ("OLA", "Other arrangement by the local authority (EOTAS)"),
                                    ("OPA", "Other arrangement by the parents"),
                                    ("EHE", "Educated at home by choice"),
                                    ("EYP", "Early years provider without a URN"),
                                    ("OTH", "Other, or only a type is named"),
                                    ("NEET", "Not in education, employment or training"),
                                    ("NIEC", "Not in education, notice to cease"),
                                    ("NIEO", "Not in education, other"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reckoned_on", models.DateField(db_index=True)),
                        (
                            "due_order",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.comparison.Coalesce(
                                    models.F("next_due_on"),
                                    models.Value(datetime.date(9999, 12, 31), output_field=models.DateField()),
                                ),
                                output_field=models.DateField(),
                            ),
                        ),
                        (
                            "received_order",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.comparison.Coalesce(
                                    models.F("received_on"),
                                    models.Value(datetime.date(1, 1, 1), output_field=models.DateField()),
                                ),
                                output_field=models.DateField(),
                            ),
                        ),
                        (
                            "caseworker",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_order", "pk"],
                        "indexes": [
                            models.Index(fields=["due_order", "request"], name="caseload_standing_due"),
                            models.Index(fields=["received_order", "request"], name="caseload_standing_received"),
                            models.Index(fields=["reference_order", "request"], name="caseload_standing_reference"),
                            models.Index(
                                fields=["caseworker", "due_order", "request"], name="caseload_standing_caseworker"
                            ),
                            models.Index(fields=["stage", "due_order", "request"], name="caseload_standing_stage"),
                            models.Index(fields=["need", "due_order", "request"], name="caseload_standing_need"),
                            models.Index(fields=["setting", "due_order", "request"], name="caseload_standing_setting"),
                            models.Index(fields=["surname", "request"], name="caseload_standing_surname"),
                            models.Index(
                                condition=models.Q(("has_exception", True)),
                                fields=["due_order", "request"],
                                name="caseload_standing_exception",
                            ),
                            models.Index(
                                condition=models.Q(("has_missing", True)),
                                fields=["due_order", "request"],
                                name="caseload_standing_missing",
                            ),
                            models.Index(
                                condition=models.Q(("has_query", True)),
                                fields=["due_order", "request"],
                                name="caseload_standing_query",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["due_order", "request"],
                                name="caseload_standing_open",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["plan_due_on", "request"],
                                include=("caseworker",),
                                name="caseload_standing_waiting",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Trial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checking", "Being checked"),
                                    ("checked", "Checked, not loaded"),
                                    ("refused", "Cannot be loaded"),
                                    ("loading", "Being loaded"),
                                    ("loaded", "Loaded"),
                                    ("discarded", "Not loaded, thrown away"),
                                ],
                                default="checking",
                                max_length=10,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("refusal", models.TextField(blank=True, verbose_name="why it cannot be loaded")),
                        ("return_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reference_on", models.DateField(blank=True, null=True, verbose_name="census day")),
                        ("as_at", models.DateField(blank=True, null=True, verbose_name="records up to")),
                        ("local_authority", models.CharField(blank=True, max_length=3, verbose_name="LA number")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("counts", models.JSONField(default=dict)),
                        ("set_aside_count", models.PositiveIntegerField(default=0)),
                        (
                            "base",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "extract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trials",
                                to="caseload.extract",
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
                            "loaded_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-uploaded_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["checking", "checked", "refused", "loading", "loaded", "discarded"])
                                ),
                                name="caseload_trial_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "loaded"), _negated=True),
                                    ("extract__isnull", False),
                                    _connector="OR",
                                ),
                                name="caseload_trial_loaded_has_extract",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_trialevent" ("as_at", "base_id", "counts", "extract_id", "id", "is_synthetic", "job_id", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_on", "refusal", "return_year", "set_aside_count", "state", "token", "uploaded_at", "uploaded_by_id") VALUES (NEW."as_at", NEW."base_id", NEW."counts", NEW."extract_id", NEW."id", NEW."is_synthetic", NEW."job_id", NEW."loaded_by_id", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference_on", NEW."refusal", NEW."return_year", NEW."set_aside_count", NEW."state", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="68dd5648f34e388fc969f01d2d7db937a6ac5344",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_02e30",
                                    table="caseload_trial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_trialevent" ("as_at", "base_id", "counts", "extract_id", "id", "is_synthetic", "job_id", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_on", "refusal", "return_year", "set_aside_count", "state", "token", "uploaded_at", "uploaded_by_id") VALUES (NEW."as_at", NEW."base_id", NEW."counts", NEW."extract_id", NEW."id", NEW."is_synthetic", NEW."job_id", NEW."loaded_by_id", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference_on", NEW."refusal", NEW."return_year", NEW."set_aside_count", NEW."state", NEW."token", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="4cc670eded08b98c2822d7db07920012e8e66c8e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2ed35",
                                    table="caseload_trial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_trialevent" ("as_at", "base_id", "counts", "extract_id", "id", "is_synthetic", "job_id", "loaded_by_id", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_on", "refusal", "return_year", "set_aside_count", "state", "token", "uploaded_at", "uploaded_by_id") VALUES (OLD."as_at", OLD."base_id", OLD."counts", OLD."extract_id", OLD."id", OLD."is_synthetic", OLD."job_id", OLD."loaded_by_id", OLD."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference_on", OLD."refusal", OLD."return_year", OLD."set_aside_count", OLD."state", OLD."token", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                                    hash="08264b37de649d8ddb3a001d1fe71e5df8c0c662",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_09f1d",
                                    table="caseload_trial",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrialEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checking", "Being checked"),
                                    ("checked", "Checked, not loaded"),
                                    ("refused", "Cannot be loaded"),
                                    ("loading", "Being loaded"),
                                    ("loaded", "Loaded"),
                                    ("discarded", "Not loaded, thrown away"),
                                ],
                                default="checking",
                                max_length=10,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("refusal", models.TextField(blank=True, verbose_name="why it cannot be loaded")),
                        ("return_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reference_on", models.DateField(blank=True, null=True, verbose_name="census day")),
                        ("as_at", models.DateField(blank=True, null=True, verbose_name="records up to")),
                        ("local_authority", models.CharField(blank=True, max_length=3, verbose_name="LA number")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("counts", models.JSONField(default=dict)),
                        ("set_aside_count", models.PositiveIntegerField(default=0)),
                        (
                            "base",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
                            ),
                        ),
                        (
                            "extract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="caseload.extract",
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
                            "loaded_by",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.trial",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                    hash="349ea44961e6fe152f71ef5459f65f57c0e6ca23",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f3af0",
                                    table="caseload_trialevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrialFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("module", models.CharField(max_length=30)),
                        ("name", models.CharField(max_length=255)),
                        ("content", models.BinaryField(verbose_name="bytes, compressed with zlib")),
                        (
                            "trial",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="caseload.trial"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["trial", "module"],
                        "constraints": [
                            models.UniqueConstraint(fields=("trial", "module"), name="caseload_trialfile_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrialProblem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.CharField(max_length=30)),
                        ("record", models.CharField(max_length=40, verbose_name="record's own id")),
                        ("row", models.PositiveIntegerField(verbose_name="line of the file")),
                        ("field", models.CharField(blank=True, max_length=40)),
                        ("code", models.CharField(max_length=50)),
                        ("message", models.TextField()),
                        ("is_error", models.BooleanField()),
                        (
                            "trial",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="problems",
                                to="caseload.trial",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["trial", "pk"],
                        "indexes": [
                            models.Index(fields=["trial", "is_error", "table"], name="caseload_tr_trial_i_2b1e65_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ListedCaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("reference", models.CharField(max_length=60, verbose_name="our ref")),
                        ("initials", models.CharField(blank=True, max_length=20)),
                        ("dob", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        ("school", models.CharField(blank=True, max_length=200, verbose_name="school or setting")),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("SPLD", "Specific learning difficulty"),
                                    ("MLD", "Moderate learning difficulty"),
                                    ("SLD", "Severe learning difficulty"),
                                    ("PMLD", "Profound and multiple learning difficulty"),
                                    ("SEMH", "Social, emotional and mental health"),
                                    ("SLCN", "Speech, language and communication needs"),
                                    ("HI", "Hearing impairment"),
                                    ("VI", "Visual impairment"),
                                    ("MSI", "Multi-sensory impairment"),
                                    ("PD", "Physical disability"),
                                    ("ASD", "Autistic spectrum disorder"),
                                    ("DS", "Down syndrome"),
                                    ("OTH", "Other difficulty"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("request_on", models.DateField(blank=True, null=True, verbose_name="request received on")),
                        ("decision_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        (
                            "ep_advice_on",
                            models.DateField(blank=True, null=True, verbose_name="educational psychology advice on"),
                        ),
                        ("health_advice_on", models.DateField(blank=True, null=True, verbose_name="health advice on")),
                        (
                            "social_care_advice_on",
                            models.DateField(blank=True, null=True, verbose_name="social care advice on"),
                        ),
                        ("draft_on", models.DateField(blank=True, null=True, verbose_name="draft issued on")),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="final plan issued on")),
                        (
                            "caseworker",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="caseworker, as the list names them"
                            ),
                        ),
                        ("next_review_on", models.DateField(blank=True, null=True, verbose_name="next review on")),
                        (
                            "status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("requested", "Requested"),
                                    ("assessing", "Being assessed"),
                                    ("draft", "Draft plan issued"),
                                    ("issued", "Plan issued"),
                                    ("refused", "Assessment refused"),
                                    ("no_plan", "Assessed, no plan"),
                                    ("withdrawn", "Withdrawn"),
                                    ("ceased", "Plan ceased"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("notes", models.TextField(blank=True)),
                        ("position_on", models.DateField(blank=True, null=True, verbose_name="list of")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="caseload.listedcase",
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
                                    hash="fc9fbdb5978c7f7b8b551f75efb74f11c2aaa30c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a0d57",
                                    table="caseload_listedcaseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ListedCase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reference", models.CharField(max_length=60, verbose_name="our ref")),
                        ("initials", models.CharField(blank=True, max_length=20)),
                        ("dob", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        ("school", models.CharField(blank=True, max_length=200, verbose_name="school or setting")),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("SPLD", "Specific learning difficulty"),
                                    ("MLD", "Moderate learning difficulty"),
                                    ("SLD", "Severe learning difficulty"),
                                    ("PMLD", "Profound and multiple learning difficulty"),
                                    ("SEMH", "Social, emotional and mental health"),
                                    ("SLCN", "Speech, language and communication needs"),
                                    ("HI", "Hearing impairment"),
                                    ("VI", "Visual impairment"),
                                    ("MSI", "Multi-sensory impairment"),
                                    ("PD", "Physical disability"),
                                    ("ASD", "Autistic spectrum disorder"),
                                    ("DS", "Down syndrome"),
                                    ("OTH", "Other difficulty"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("request_on", models.DateField(blank=True, null=True, verbose_name="request received on")),
                        ("decision_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        (
                            "ep_advice_on",
                            models.DateField(blank=True, null=True, verbose_name="educational psychology advice on"),
                        ),
                        ("health_advice_on", models.DateField(blank=True, null=True, verbose_name="health advice on")),
                        (
                            "social_care_advice_on",
                            models.DateField(blank=True, null=True, verbose_name="social care advice on"),
                        ),
                        ("draft_on", models.DateField(blank=True, null=True, verbose_name="draft issued on")),
                        ("final_on", models.DateField(blank=True, null=True, verbose_name="final plan issued on")),
                        (
                            "caseworker",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="caseworker, as the list names them"
                            ),
                        ),
                        ("next_review_on", models.DateField(blank=True, null=True, verbose_name="next review on")),
                        (
                            "status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("requested", "Requested"),
                                    ("assessing", "Being assessed"),
                                    ("draft", "Draft plan issued"),
                                    ("issued", "Plan issued"),
                                    ("refused", "Assessment refused"),
                                    ("no_plan", "Assessed, no plan"),
                                    ("withdrawn", "Withdrawn"),
                                    ("ceased", "Plan ceased"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("notes", models.TextField(blank=True)),
                        ("position_on", models.DateField(blank=True, null=True, verbose_name="list of")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "ordering": ["reference"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("reference"),
                                name="caseload_listedcase_reference_once",
                                violation_error_message="The list already has a case with this reference.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("primary_need", ""),
                                    (
                                        "primary_need__in",
                                        [
                                            "SPLD",
                                            "MLD",
                                            "SLD",
                                            "PMLD",
                                            "SEMH",
                                            "SLCN",
                                            "HI",
                                            "VI",
                                            "MSI",
                                            "PD",
                                            "ASD",
                                            "DS",
                                            "OTH",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_listedcase_need_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", ""),
                                    (
                                        "status__in",
                                        [
                                            "requested",
                                            "assessing",
                                            "draft",
                                            "issued",
                                            "refused",
                                            "no_plan",
                                            "withdrawn",
                                            "ceased",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="caseload_listedcase_status_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_listedcaseevent" ("caseworker", "decision_on", "dob", "draft_on", "ep_advice_on", "final_on", "health_advice_on", "id", "initials", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "primary_need", "reference", "request_on", "school", "social_care_advice_on", "status", "version") VALUES (NEW."caseworker", NEW."decision_on", NEW."dob", NEW."draft_on", NEW."ep_advice_on", NEW."final_on", NEW."health_advice_on", NEW."id", NEW."initials", NEW."next_review_on", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position_on", NEW."primary_need", NEW."reference", NEW."request_on", NEW."school", NEW."social_care_advice_on", NEW."status", NEW."version"); RETURN NULL;',
                                    hash="776cd01ccc0ece05f6ee4fc829466a1b1d9e942e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_35434",
                                    table="caseload_listedcase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "caseload_listedcaseevent" ("caseworker", "decision_on", "dob", "draft_on", "ep_advice_on", "final_on", "health_advice_on", "id", "initials", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "primary_need", "reference", "request_on", "school", "social_care_advice_on", "status", "version") VALUES (NEW."caseworker", NEW."decision_on", NEW."dob", NEW."draft_on", NEW."ep_advice_on", NEW."final_on", NEW."health_advice_on", NEW."id", NEW."initials", NEW."next_review_on", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position_on", NEW."primary_need", NEW."reference", NEW."request_on", NEW."school", NEW."social_care_advice_on", NEW."status", NEW."version"); RETURN NULL;',
                                    hash="12626fa1928d09ad3a1b6d54b099e9b942125f86",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e2cb1",
                                    table="caseload_listedcase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "caseload_listedcaseevent" ("caseworker", "decision_on", "dob", "draft_on", "ep_advice_on", "final_on", "health_advice_on", "id", "initials", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_on", "primary_need", "reference", "request_on", "school", "social_care_advice_on", "status", "version") VALUES (OLD."caseworker", OLD."decision_on", OLD."dob", OLD."draft_on", OLD."ep_advice_on", OLD."final_on", OLD."health_advice_on", OLD."id", OLD."initials", OLD."next_review_on", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position_on", OLD."primary_need", OLD."reference", OLD."request_on", OLD."school", OLD."social_care_advice_on", OLD."status", OLD."version"); RETURN NULL;',
                                    hash="0dd06775f0a8effdb004f756a4a963177cb469b6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_231e8",
                                    table="caseload_listedcase",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
