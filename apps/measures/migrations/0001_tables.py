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
    replaces = [
        ("measures", "0001_initial"),
        ("measures", "0002_measures"),
        ("measures", "0003_releases"),
        ("measures", "0004_scorecards"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("imports", "0001_tables"),
        ("inspections", "0001_tables"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Observation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area_code",
                            models.CharField(
                                help_text="Three digits for a council, else the ONS code; the name where there is none.",
                                max_length=100,
                            ),
                        ),
                        ("area_name", models.CharField(max_length=100)),
                        (
                            "area_level",
                            models.CharField(
                                choices=[
                                    ("national", "National"),
                                    ("regional", "Regional"),
                                    ("local_authority", "Local authority"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "population",
                            models.CharField(
                                blank=True,
                                help_text="Who is counted, where the name of the series does not tell.",
                                max_length=300,
                            ),
                        ),
                        (
                            "series",
                            models.CharField(
                                help_text="Subject and measure: timeliness.plans_issued_den.", max_length=120
                            ),
                        ),
                        ("breakdown_topic", models.CharField(blank=True, max_length=100)),
                        ("breakdown", models.CharField(blank=True, max_length=200)),
                        ("period", models.CharField(max_length=40, verbose_name="period, as published")),
                        ("time_identifier", models.CharField(max_length=40)),
                        ("period_starts_on", models.DateField()),
                        ("period_ends_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("number", "Number"),
                                    ("not_applicable", "Not applicable"),
                                    ("unavailable", "Not available"),
                                    ("suppressed", "Hidden because the number is small"),
                                    ("low", "Rounds to nothing, but is not nothing"),
                                    ("text", "In words"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                        ("raw", models.CharField(blank=True, max_length=200, verbose_name="as published")),
                        ("column", models.CharField(max_length=120, verbose_name="name of the column, as published")),
                        (
                            "is_break",
                            models.BooleanField(default=False, verbose_name="source or population changed before this"),
                        ),
                        ("break_note", models.TextField(blank=True)),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="observations",
                                to="measures.source",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["series", "area_code", "period_starts_on", "period_ends_on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["series", "area_code", "breakdown_topic", "breakdown", "period_starts_on"],
                                name="measures_series_over_time",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=(
                                    "source",
                                    "series",
                                    "area_code",
                                    "breakdown_topic",
                                    "breakdown",
                                    "period",
                                    "time_identifier",
                                ),
                                name="measures_observation_once_in_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("area_level__in", ["national", "regional", "local_authority", "other"])
                                ),
                                name="measures_observation_level_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["number", "not_applicable", "unavailable", "suppressed", "low", "text"],
                                    )
                                ),
                                name="measures_observation_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "number"), ("value__isnull", False)),
                                    models.Q(models.Q(("state", "number"), _negated=True), ("value__isnull", True)),
                                    _connector="OR",
                                ),
                                name="measures_observation_number_has_value",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("period_ends_on__gte", models.F("period_starts_on"))),
                                name="measures_observation_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_break", False), models.Q(("break_note", ""), _negated=True), _connector="OR"
                                ),
                                name="measures_observation_break_has_note",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("area_code", ""), _negated=True),
                                name="measures_observation_has_area",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_observationevent" ("area_code", "area_level", "area_name", "break_note", "breakdown", "breakdown_topic", "column", "id", "is_break", "period", "period_ends_on", "period_starts_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "raw", "series", "source_id", "state", "time_identifier", "value") SELECT new_values."area_code", new_values."area_level", new_values."area_name", new_values."break_note", new_values."breakdown", new_values."breakdown_topic", new_values."column", new_values."id", new_values."is_break", new_values."period", new_values."period_ends_on", new_values."period_starts_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', new_values."id", new_values."population", new_values."raw", new_values."series", new_values."source_id", new_values."state", new_values."time_identifier", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="7339574bf585c6f9e6f9d5cf33ae7987de339aae",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d9fc5",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="measures_observation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_observationevent" ("area_code", "area_level", "area_name", "break_note", "breakdown", "breakdown_topic", "column", "id", "is_break", "period", "period_ends_on", "period_starts_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "raw", "series", "source_id", "state", "time_identifier", "value") SELECT new_values."area_code", new_values."area_level", new_values."area_name", new_values."break_note", new_values."breakdown", new_values."breakdown_topic", new_values."column", new_values."id", new_values."is_break", new_values."period", new_values."period_ends_on", new_values."period_starts_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', new_values."id", new_values."population", new_values."raw", new_values."series", new_values."source_id", new_values."state", new_values."time_identifier", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8b68449149531e70c3ee2ad6bbf711fdf0e1c8fa",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dbde9",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="measures_observation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_observationevent" ("area_code", "area_level", "area_name", "break_note", "breakdown", "breakdown_topic", "column", "id", "is_break", "period", "period_ends_on", "period_starts_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "raw", "series", "source_id", "state", "time_identifier", "value") SELECT old_values."area_code", old_values."area_level", old_values."area_name", old_values."break_note", old_values."breakdown", old_values."breakdown_topic", old_values."column", old_values."id", old_values."is_break", old_values."period", old_values."period_ends_on", old_values."period_starts_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."population", old_values."raw", old_values."series", old_values."source_id", old_values."state", old_values."time_identifier", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="35a36b4f06d29912d31853f2ce6c2921ed202bfc",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ee19e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="measures_observation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("publisher", models.CharField(max_length=200)),
                        ("title", models.CharField(max_length=300)),
                        (
                            "release",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="release, as the publisher names it"
                            ),
                        ),
                        (
                            "published_on",
                            models.DateField(blank=True, help_text="Empty where the day was not found.", null=True),
                        ),
                        (
                            "published_year",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Where only the year of the release is known.", null=True
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="where it can be found")),
                        ("note", models.TextField(blank=True)),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint of its bytes (SHA-256)")),
                        (
                            "figure_count",
                            models.PositiveIntegerField(
                                help_text="Fewer are here where areas were left out.", verbose_name="figures in it"
                            ),
                        ),
                        (
                            "loaded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.source",
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
                                    hash="3bf2431eb3839a31829e3de4f39db1d86b55adf8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c7a06",
                                    table="measures_sourceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("publisher", models.CharField(max_length=200)),
                        ("title", models.CharField(max_length=300)),
                        (
                            "release",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="release, as the publisher names it"
                            ),
                        ),
                        (
                            "published_on",
                            models.DateField(blank=True, help_text="Empty where the day was not found.", null=True),
                        ),
                        (
                            "published_year",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Where only the year of the release is known.", null=True
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="where it can be found")),
                        ("note", models.TextField(blank=True)),
                        (
                            "sha256",
                            models.CharField(
                                max_length=64, unique=True, verbose_name="fingerprint of its bytes (SHA-256)"
                            ),
                        ),
                        (
                            "figure_count",
                            models.PositiveIntegerField(
                                help_text="Fewer are here where areas were left out.", verbose_name="figures in it"
                            ),
                        ),
                        (
                            "loaded_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                    ],
                    options={
                        "ordering": ["publisher", "title", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                                name="measures_source_fingerprint_is_sha256",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_sourceevent" ("figure_count", "id", "licence", "link", "loaded_at", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_year", "publisher", "release", "sha256", "title") SELECT new_values."figure_count", new_values."id", new_values."licence", new_values."link", new_values."loaded_at", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', new_values."id", new_values."published_on", new_values."published_year", new_values."publisher", new_values."release", new_values."sha256", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="83764f74fc1a5ee07a803b32e2a3968c375e2ad9",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f6d98",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="measures_source",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_sourceevent" ("figure_count", "id", "licence", "link", "loaded_at", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_year", "publisher", "release", "sha256", "title") SELECT new_values."figure_count", new_values."id", new_values."licence", new_values."link", new_values."loaded_at", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', new_values."id", new_values."published_on", new_values."published_year", new_values."publisher", new_values."release", new_values."sha256", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="f0b16939fe2c0a9cceb572155f5bb81d26859824",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_649b0",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="measures_source",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measures_sourceevent" ("figure_count", "id", "licence", "link", "loaded_at", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_year", "publisher", "release", "sha256", "title") SELECT old_values."figure_count", old_values."id", old_values."licence", old_values."link", old_values."loaded_at", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."published_on", old_values."published_year", old_values."publisher", old_values."release", old_values."sha256", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="6bc3a049df3a29f6f7e96c1ecb59738f35b1e4fe",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c9c9a",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="measures_source",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObservationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "area_code",
                            models.CharField(
                                help_text="Three digits for a council, else the ONS code; the name where there is none.",
                                max_length=100,
                            ),
                        ),
                        ("area_name", models.CharField(max_length=100)),
                        (
                            "area_level",
                            models.CharField(
                                choices=[
                                    ("national", "National"),
                                    ("regional", "Regional"),
                                    ("local_authority", "Local authority"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "population",
                            models.CharField(
                                blank=True,
                                help_text="Who is counted, where the name of the series does not tell.",
                                max_length=300,
                            ),
                        ),
                        (
                            "series",
                            models.CharField(
                                help_text="Subject and measure: timeliness.plans_issued_den.", max_length=120
                            ),
                        ),
                        ("breakdown_topic", models.CharField(blank=True, max_length=100)),
                        ("breakdown", models.CharField(blank=True, max_length=200)),
                        ("period", models.CharField(max_length=40, verbose_name="period, as published")),
                        ("time_identifier", models.CharField(max_length=40)),
                        ("period_starts_on", models.DateField()),
                        ("period_ends_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("number", "Number"),
                                    ("not_applicable", "Not applicable"),
                                    ("unavailable", "Not available"),
                                    ("suppressed", "Hidden because the number is small"),
                                    ("low", "Rounds to nothing, but is not nothing"),
                                    ("text", "In words"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                        ("raw", models.CharField(blank=True, max_length=200, verbose_name="as published")),
                        ("column", models.CharField(max_length=120, verbose_name="name of the column, as published")),
                        (
                            "is_break",
                            models.BooleanField(default=False, verbose_name="source or population changed before this"),
                        ),
                        ("break_note", models.TextField(blank=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.observation",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.source",
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
                                    hash="42a66a4fdcfc7ac3022f0b537ea596bf338ab2f5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ee1fc",
                                    table="measures_observationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Baseline",
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
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("words", models.TextField(blank=True, verbose_name="as the source says it")),
                        (
                            "date_words",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="the date, as the source gives it"
                            ),
                        ),
                        ("source", models.TextField()),
                        ("link", models.CharField(blank=True, max_length=300)),
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
                                to="measures.baseline",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="baselines",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="imports.batch",
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
                                name="measures_baseline_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_baseline_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="measures_baseline_has_source",
                                violation_error_message="Say where the figure comes from.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", False),
                                    ("words__regex", "\\S"),
                                    ("voids__isnull", False),
                                    _connector="OR",
                                ),
                                name="measures_baseline_says_something",
                                violation_error_message="Enter a figure, or say it in words.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="829d881f51393da2dd24b18e808d0e706f478f62",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_bf26b",
                                    table="measures_baseline",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM measures_baseline t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'measure_id') IS DISTINCT FROM (to_jsonb(NEW)->>'measure_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="267ebf9657e2a7569c1b406ddff08693e692f332",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_c43d8",
                                    table="measures_baseline",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_baselineevent" ("author_title", "batch_id", "date_words", "effective_on", "id", "link", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "token", "value", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."date_words", NEW."effective_on", NEW."id", NEW."link", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."token", NEW."value", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="c23ab34d81566bb1fa539ad84a6a1f9d52083086",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3045a",
                                    table="measures_baseline",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_baselineevent" ("author_title", "batch_id", "date_words", "effective_on", "id", "link", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "token", "value", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."date_words", NEW."effective_on", NEW."id", NEW."link", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."token", NEW."value", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="448f89174aa0122dfdd6eb0e5ce8acde0cf4acb7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ccc71",
                                    table="measures_baseline",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_baselineevent" ("author_title", "batch_id", "date_words", "effective_on", "id", "link", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "token", "value", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."batch_id", OLD."date_words", OLD."effective_on", OLD."id", OLD."link", OLD."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."token", OLD."value", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="1dc54a9720dba319f90dd6e740ccb44849c9c45a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d2a65",
                                    table="measures_baseline",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectedDip",
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
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        ("starts_on", models.DateField(verbose_name="expected from")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="expected until")),
                        ("words", models.TextField(verbose_name="what is expected, and why")),
                        ("source", models.TextField(blank=True)),
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
                                to="measures.expecteddip",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="dips", to="measures.measure"
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="imports.batch",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-starts_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="measures_expecteddip_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_expecteddip_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="measures_expecteddip_says_why",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True), ("until__gte", models.F("starts_on")), _connector="OR"
                                ),
                                name="measures_expecteddip_ends_after_start",
                                violation_error_message="It cannot end before it starts.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="5fde88b6eb65295c0d1ebe576a56ccdc23ed1082",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_8bc0c",
                                    table="measures_expecteddip",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM measures_expecteddip t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'measure_id') IS DISTINCT FROM (to_jsonb(NEW)->>'measure_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="1588b5c8c6c43523f41cc3e9a79c52a3d30bb1c2",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_632fd",
                                    table="measures_expecteddip",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_expecteddipevent" ("author_title", "batch_id", "effective_on", "id", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "starts_on", "token", "until", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."effective_on", NEW."id", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."starts_on", NEW."token", NEW."until", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="c0590a58db082a5f791458ee48cf866a7295bbfa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_500cd",
                                    table="measures_expecteddip",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_expecteddipevent" ("author_title", "batch_id", "effective_on", "id", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "starts_on", "token", "until", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."effective_on", NEW."id", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."starts_on", NEW."token", NEW."until", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="083a7ca95073f2876839d9303b55a801189fdc49",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_60a2e",
                                    table="measures_expecteddip",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_expecteddipevent" ("author_title", "batch_id", "effective_on", "id", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "starts_on", "token", "until", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."batch_id", OLD."effective_on", OLD."id", OLD."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."starts_on", OLD."token", OLD."until", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="cebbf2e388c13ab58e19fd9cd08b0372d63b1c01",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6ec20",
                                    table="measures_expecteddip",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "plain_name",
                            models.CharField(blank=True, max_length=200, verbose_name="name in plain words"),
                        ),
                        ("definition", models.TextField(verbose_name="what it counts, in words")),
                        ("numerator", models.CharField(blank=True, max_length=300, verbose_name="how many of them")),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of which")),
                        ("caution", models.TextField(blank=True, verbose_name="what to be careful with")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("percent", "per cent"),
                                    ("count", "number"),
                                    ("days", "days"),
                                    ("weeks", "weeks"),
                                    ("months", "months"),
                                    ("words", "in words"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "good_direction",
                            models.CharField(
                                choices=[
                                    ("up", "Higher is better"),
                                    ("down", "Lower is better"),
                                    ("neither", "Neither higher nor lower is better"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("computed", "Worked out from the case records"),
                                    ("manual", "Entered with its source"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[("conduct", "What services do"), ("children", "Who the children are")],
                                max_length=10,
                            ),
                        ),
                        (
                            "grain",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "One day"),
                                    ("month", "Month"),
                                    ("quarter", "Quarter"),
                                    ("year", "Calendar year"),
                                    ("other", "Another length of time"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "minimum",
                            models.PositiveSmallIntegerField(
                                default=5, verbose_name="least number of cases that is shown"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("published_part", models.CharField(blank=True, max_length=120)),
                        ("published_whole", models.CharField(blank=True, max_length=120)),
                        ("published_also", models.CharField(blank=True, max_length=120)),
                        ("is_demonstration", models.BooleanField(default=False)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="accounts.post",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=30, verbose_name="reference in scorecards"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["is_demonstration", "position", "slug"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("unit__in", ["percent", "count", "days", "weeks", "months", "words"])
                                ),
                                name="measures_measure_unit_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("good_direction__in", ["up", "down", "neither"])),
                                name="measures_measure_direction_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["computed", "manual"])),
                                name="measures_measure_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("subject__in", ["conduct", "children"])),
                                name="measures_measure_subject_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("grain", ""),
                                    ("grain__in", ["day", "month", "quarter", "year", "other"]),
                                    _connector="OR",
                                ),
                                name="measures_measure_grain_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("definition__regex", "\\S")), name="measures_measure_has_definition"
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("reference"),
                                models.F("is_demonstration"),
                                condition=models.Q(("reference", ""), _negated=True),
                                name="measures_measure_reference_once",
                                violation_error_message="Another measure has this reference.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measureevent" ("caution", "definition", "denominator", "good_direction", "grain", "id", "is_demonstration", "kind", "minimum", "name", "numerator", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_name", "position", "published_also", "published_part", "published_whole", "reference", "slug", "subject", "unit", "version") VALUES (NEW."caution", NEW."definition", NEW."denominator", NEW."good_direction", NEW."grain", NEW."id", NEW."is_demonstration", NEW."kind", NEW."minimum", NEW."name", NEW."numerator", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plain_name", NEW."position", NEW."published_also", NEW."published_part", NEW."published_whole", NEW."reference", NEW."slug", NEW."subject", NEW."unit", NEW."version"); RETURN NULL;',
                                    hash="3161df7c53f2d8d3fb212b637577efa7000ff96b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e26a2",
                                    table="measures_measure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_measureevent" ("caution", "definition", "denominator", "good_direction", "grain", "id", "is_demonstration", "kind", "minimum", "name", "numerator", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_name", "position", "published_also", "published_part", "published_whole", "reference", "slug", "subject", "unit", "version") VALUES (NEW."caution", NEW."definition", NEW."denominator", NEW."good_direction", NEW."grain", NEW."id", NEW."is_demonstration", NEW."kind", NEW."minimum", NEW."name", NEW."numerator", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plain_name", NEW."position", NEW."published_also", NEW."published_part", NEW."published_whole", NEW."reference", NEW."slug", NEW."subject", NEW."unit", NEW."version"); RETURN NULL;',
                                    hash="3593e4683d7d90b71c61fe49211a3231d8582eb4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fd347",
                                    table="measures_measure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measureevent" ("caution", "definition", "denominator", "good_direction", "grain", "id", "is_demonstration", "kind", "minimum", "name", "numerator", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_name", "position", "published_also", "published_part", "published_whole", "reference", "slug", "subject", "unit", "version") VALUES (OLD."caution", OLD."definition", OLD."denominator", OLD."good_direction", OLD."grain", OLD."id", OLD."is_demonstration", OLD."kind", OLD."minimum", OLD."name", OLD."numerator", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."plain_name", OLD."position", OLD."published_also", OLD."published_part", OLD."published_whole", OLD."reference", OLD."slug", OLD."subject", OLD."unit", OLD."version"); RETURN NULL;',
                                    hash="fe2bde05f1e46bafb4ecd3c7c516bc26ff67eb15",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7343e",
                                    table="measures_measure",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectedDipEvent",
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
                        ("starts_on", models.DateField(verbose_name="expected from")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="expected until")),
                        ("words", models.TextField(verbose_name="what is expected, and why")),
                        ("source", models.TextField(blank=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.expecteddip",
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
                                to="measures.expecteddip",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="imports.batch",
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
                                    hash="1df1f425c7044bbb1a69d5f32f9455c68e61e7d9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_24371",
                                    table="measures_expecteddipevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BaselineEvent",
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
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("words", models.TextField(blank=True, verbose_name="as the source says it")),
                        (
                            "date_words",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="the date, as the source gives it"
                            ),
                        ),
                        ("source", models.TextField()),
                        ("link", models.CharField(blank=True, max_length=300)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.baseline",
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
                                to="measures.baseline",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="imports.batch",
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
                                    hash="6cb4c2f59c96f5825c53be40db69bea73aeb4179",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_1c9f7",
                                    table="measures_baselineevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=60)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "plain_name",
                            models.CharField(blank=True, max_length=200, verbose_name="name in plain words"),
                        ),
                        ("definition", models.TextField(verbose_name="what it counts, in words")),
                        ("numerator", models.CharField(blank=True, max_length=300, verbose_name="how many of them")),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of which")),
                        ("caution", models.TextField(blank=True, verbose_name="what to be careful with")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("percent", "per cent"),
                                    ("count", "number"),
                                    ("days", "days"),
                                    ("weeks", "weeks"),
                                    ("months", "months"),
                                    ("words", "in words"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "good_direction",
                            models.CharField(
                                choices=[
                                    ("up", "Higher is better"),
                                    ("down", "Lower is better"),
                                    ("neither", "Neither higher nor lower is better"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("computed", "Worked out from the case records"),
                                    ("manual", "Entered with its source"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[("conduct", "What services do"), ("children", "Who the children are")],
                                max_length=10,
                            ),
                        ),
                        (
                            "grain",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "One day"),
                                    ("month", "Month"),
                                    ("quarter", "Quarter"),
                                    ("year", "Calendar year"),
                                    ("other", "Another length of time"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "minimum",
                            models.PositiveSmallIntegerField(
                                default=5, verbose_name="least number of cases that is shown"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("published_part", models.CharField(blank=True, max_length=120)),
                        ("published_whole", models.CharField(blank=True, max_length=120)),
                        ("published_also", models.CharField(blank=True, max_length=120)),
                        ("is_demonstration", models.BooleanField(default=False)),
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
                                to="measures.measure",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=30, verbose_name="reference in scorecards"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3b857d76bfbd248ca965d5557aab4fbf4f0a3cae",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8014c",
                                    table="measures_measureevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_headline", models.BooleanField(default=False)),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what of the finding it measures"
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measure_links",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="links", to="measures.measure"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["finding", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("measure", "finding"), name="measures_measurefinding_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measurefindingevent" ("finding_id", "id", "is_headline", "measure_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."finding_id", NEW."id", NEW."is_headline", NEW."measure_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                                    hash="26aa70a35eb5301d0858504c64b18930b7fb0a9c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_34cba",
                                    table="measures_measurefinding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_measurefindingevent" ("finding_id", "id", "is_headline", "measure_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."finding_id", NEW."id", NEW."is_headline", NEW."measure_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                                    hash="193fe0cbe66e28177337c9eaa1bc8df8ac44883a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_32d78",
                                    table="measures_measurefinding",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measurefindingevent" ("finding_id", "id", "is_headline", "measure_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."finding_id", OLD."id", OLD."is_headline", OLD."measure_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                                    hash="181cc52c422d0b16c3fcf8e43a5aff172b1077bb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c26c3",
                                    table="measures_measurefinding",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureFindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("is_headline", models.BooleanField(default=False)),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what of the finding it measures"
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
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.measurefinding",
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
                                    hash="3934e4afb86ed4aa8256a1b45d49c32257726fe3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_73a84",
                                    table="measures_measurefindingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Openness",
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
                        ("is_open", models.BooleanField()),
                        ("decided_by", models.CharField(max_length=200, verbose_name="who decided it")),
                        ("reason", models.TextField()),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
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
                                to="measures.openness",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "openness",
                        "ordering": ["-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="measures_openness_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_openness_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="measures_openness_says_why",
                                violation_error_message="Say why.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="5dbb6ce141b901f3fae6e4233345fd590f9270f6",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_9f7da",
                                    table="measures_openness",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_opennessevent" ("decided_by", "effective_on", "id", "is_open", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."decided_by", NEW."effective_on", NEW."id", NEW."is_open", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e4cf8878d064121d78bd283b724f3b6e4cb017da",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5b1e5",
                                    table="measures_openness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_opennessevent" ("decided_by", "effective_on", "id", "is_open", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."decided_by", NEW."effective_on", NEW."id", NEW."is_open", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="495fd62ada9bee8b8696308f1a62e38a7277311a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e98f5",
                                    table="measures_openness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_opennessevent" ("decided_by", "effective_on", "id", "is_open", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (OLD."decided_by", OLD."effective_on", OLD."id", OLD."is_open", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="9a5618c517a34a80734d2055ca4598a363bb39f2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_386fe",
                                    table="measures_openness",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpennessEvent",
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
                        ("is_open", models.BooleanField()),
                        ("decided_by", models.CharField(max_length=200, verbose_name="who decided it")),
                        ("reason", models.TextField()),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.openness",
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
                                to="measures.openness",
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
                                    hash="5d3e44b77f533a951000be5d64a8b7ad84f49bc4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a1060",
                                    table="measures_opennessevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Target",
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
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="to be reached by")),
                        ("tolerance", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("is_statutory", models.BooleanField(default=False, verbose_name="set by law")),
                        ("reason", models.TextField(verbose_name="why this target")),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targets",
                                to="measures.measure",
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
                                to="measures.target",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="imports.batch",
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
                                name="measures_target_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_target_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="measures_target_says_why",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tolerance__isnull", True), ("tolerance__gte", 0), _connector="OR"),
                                name="measures_target_tolerance_not_negative",
                                violation_error_message="The tolerance cannot be less than nothing.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    ("due_on__gte", models.F("effective_on")),
                                    ("voids__isnull", False),
                                    _connector="OR",
                                ),
                                name="measures_target_due_after_start",
                                violation_error_message="A target cannot be due before it is set.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="5355e4ddb0b901055b703babad6fcba7ffc3ab59",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_34cb5",
                                    table="measures_target",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM measures_target t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'measure_id') IS DISTINCT FROM (to_jsonb(NEW)->>'measure_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="1b8133214e03a9e126b791f6072609db0c108de9",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_28903",
                                    table="measures_target",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_targetevent" ("author_title", "batch_id", "due_on", "effective_on", "id", "is_statutory", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "tolerance", "value", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."batch_id", NEW."due_on", NEW."effective_on", NEW."id", NEW."is_statutory", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."tolerance", NEW."value", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ec4821011443c3b72c9d409b087668596e934bf0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a45b9",
                                    table="measures_target",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_targetevent" ("author_title", "batch_id", "due_on", "effective_on", "id", "is_statutory", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "tolerance", "value", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."batch_id", NEW."due_on", NEW."effective_on", NEW."id", NEW."is_statutory", NEW."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."tolerance", NEW."value", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="3c86cd1f0cf7ae609b2b57e44654d72725071345",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b780f",
                                    table="measures_target",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_targetevent" ("author_title", "batch_id", "due_on", "effective_on", "id", "is_statutory", "measure_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "token", "tolerance", "value", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."batch_id", OLD."due_on", OLD."effective_on", OLD."id", OLD."is_statutory", OLD."measure_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."tolerance", OLD."value", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="635c1c08dfe8fd93482349535370ce6fd8e03a04",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_36ee9",
                                    table="measures_target",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TargetEvent",
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
                        ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="to be reached by")),
                        ("tolerance", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("is_statutory", models.BooleanField(default=False, verbose_name="set by law")),
                        ("reason", models.TextField(verbose_name="why this target")),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.target",
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
                                to="measures.target",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="imports.batch",
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
                                    hash="1aa31fd1b358fe976be23fab209b85d96721220b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0d0ac",
                                    table="measures_targetevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Value",
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
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "grain",
                            models.CharField(
                                choices=[
                                    ("day", "One day"),
                                    ("month", "Month"),
                                    ("quarter", "Quarter"),
                                    ("year", "Calendar year"),
                                    ("other", "Another length of time"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="period from")),
                        ("ends_on", models.DateField(verbose_name="period to")),
                        ("label", models.CharField(max_length=100, verbose_name="period, in words")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("number", "Number"),
                                    ("words", "In words"),
                                    ("no_records", "No records"),
                                    ("nothing", "Nothing to count"),
                                    ("too_few", "Too few to show"),
                                    ("not_applicable", "Not applicable"),
                                    ("unavailable", "Not available"),
                                    ("no_value", "No figure given"),
                                ],
                                default="number",
                                max_length=20,
                            ),
                        ),
                        ("numerator", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("denominator", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("words", models.TextField(blank=True)),
                        ("is_break", models.BooleanField(default=False)),
                        ("break_note", models.TextField(blank=True)),
                        ("extract_key", models.BigIntegerField(blank=True, null=True)),
                        ("extract_as_at", models.DateField(blank=True, null=True)),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("set_aside", models.PositiveIntegerField(default=0)),
                        ("left_out", models.PositiveIntegerField(default=0)),
                        ("source", models.TextField(blank=True)),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="values",
                                to="measures.measure",
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
                                to="measures.value",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="imports.batch",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["measure", "-ends_on", "-effective_on", "-recorded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["measure", "grain", "-ends_on"], name="measures_value_newest")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="measures_value_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_value_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("grain__in", ["day", "month", "quarter", "year", "other"])),
                                name="measures_value_grain_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "number"), ("value__isnull", False)),
                                    models.Q(
                                        models.Q(("state", "number"), _negated=True),
                                        ("numerator__isnull", True),
                                        ("value__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="measures_value_number_has_value",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "words"), _negated=True),
                                    ("words__regex", "\\S"),
                                    _connector="OR",
                                ),
                                name="measures_value_words_are_there",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="measures_value_ends_after_start",
                                violation_error_message="The period cannot end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("extract_as_at__isnull", False), ("extract_key__isnull", False)),
                                    ("source__regex", "\\S"),
                                    _connector="OR",
                                ),
                                name="measures_value_has_source",
                                violation_error_message="Say where the figure comes from.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_break", False), ("break_note__regex", "\\S"), _connector="OR"),
                                name="measures_value_break_has_note",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("denominator__isnull", True), ("denominator__gte", 0), _connector="OR"
                                ),
                                name="measures_value_part_of_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "number",
                                            "words",
                                            "no_records",
                                            "nothing",
                                            "too_few",
                                            "not_applicable",
                                            "unavailable",
                                            "no_value",
                                        ],
                                    )
                                ),
                                name="measures_value_state_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="bee5f948f1df268261b53aef9ac7fcffdbad2f1a",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_1468d",
                                    table="measures_value",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM measures_value t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'measure_id') IS DISTINCT FROM (to_jsonb(NEW)->>'measure_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="de2eac964615f09bf4925097b96b92663ce80341",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_36c54",
                                    table="measures_value",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_valueevent" ("author_title", "batch_id", "break_note", "denominator", "effective_on", "ends_on", "extract_as_at", "extract_key", "grain", "id", "is_break", "is_synthetic", "label", "left_out", "measure_id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "set_aside", "source", "starts_on", "state", "token", "value", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."break_note", NEW."denominator", NEW."effective_on", NEW."ends_on", NEW."extract_as_at", NEW."extract_key", NEW."grain", NEW."id", NEW."is_break", NEW."is_synthetic", NEW."label", NEW."left_out", NEW."measure_id", NEW."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."set_aside", NEW."source", NEW."starts_on", NEW."state", NEW."token", NEW."value", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="fb06176eaecddcc5639cb5a01025f13cd208c6ff",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b2df2",
                                    table="measures_value",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_valueevent" ("author_title", "batch_id", "break_note", "denominator", "effective_on", "ends_on", "extract_as_at", "extract_key", "grain", "id", "is_break", "is_synthetic", "label", "left_out", "measure_id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "set_aside", "source", "starts_on", "state", "token", "value", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."batch_id", NEW."break_note", NEW."denominator", NEW."effective_on", NEW."ends_on", NEW."extract_as_at", NEW."extract_key", NEW."grain", NEW."id", NEW."is_break", NEW."is_synthetic", NEW."label", NEW."left_out", NEW."measure_id", NEW."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."set_aside", NEW."source", NEW."starts_on", NEW."state", NEW."token", NEW."value", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="511ee67054fda26162736f063b9ae525710d2c7c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_84874",
                                    table="measures_value",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_valueevent" ("author_title", "batch_id", "break_note", "denominator", "effective_on", "ends_on", "extract_as_at", "extract_key", "grain", "id", "is_break", "is_synthetic", "label", "left_out", "measure_id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "set_aside", "source", "starts_on", "state", "token", "value", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."batch_id", OLD."break_note", OLD."denominator", OLD."effective_on", OLD."ends_on", OLD."extract_as_at", OLD."extract_key", OLD."grain", OLD."id", OLD."is_break", OLD."is_synthetic", OLD."label", OLD."left_out", OLD."measure_id", OLD."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."set_aside", OLD."source", OLD."starts_on", OLD."state", OLD."token", OLD."value", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="2cafeca5739209ffebf57d185e7a161e2f75f512",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4525c",
                                    table="measures_value",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValueEvent",
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
                            "grain",
                            models.CharField(
                                choices=[
                                    ("day", "One day"),
                                    ("month", "Month"),
                                    ("quarter", "Quarter"),
                                    ("year", "Calendar year"),
                                    ("other", "Another length of time"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="period from")),
                        ("ends_on", models.DateField(verbose_name="period to")),
                        ("label", models.CharField(max_length=100, verbose_name="period, in words")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("number", "Number"),
                                    ("words", "In words"),
                                    ("no_records", "No records"),
                                    ("nothing", "Nothing to count"),
                                    ("too_few", "Too few to show"),
                                    ("not_applicable", "Not applicable"),
                                    ("unavailable", "Not available"),
                                    ("no_value", "No figure given"),
                                ],
                                default="number",
                                max_length=20,
                            ),
                        ),
                        ("numerator", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("denominator", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("words", models.TextField(blank=True)),
                        ("is_break", models.BooleanField(default=False)),
                        ("break_note", models.TextField(blank=True)),
                        ("extract_key", models.BigIntegerField(blank=True, null=True)),
                        ("extract_as_at", models.DateField(blank=True, null=True)),
                        ("is_synthetic", models.BooleanField(default=False)),
                        ("set_aside", models.PositiveIntegerField(default=0)),
                        ("left_out", models.PositiveIntegerField(default=0)),
                        ("source", models.TextField(blank=True)),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.measure",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.value",
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
                                to="measures.value",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The file it came with.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="imports.batch",
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
                                    hash="076073b207e830c81022f4ac6facb0a1555dafaa",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_56f34",
                                    table="measures_valueevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Release",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("census_on", models.DateField(verbose_name="census day")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="calendar year of requests and ceased plans"),
                        ),
                        ("area_code", models.CharField(max_length=3, verbose_name="LA number")),
                        ("extract_as_at", models.DateField(verbose_name="records up to")),
                        (
                            "extract_digest",
                            models.CharField(max_length=64, verbose_name="SHA-256 over all files of the extract"),
                        ),
                        ("known_source", models.PositiveBigIntegerField(default=0)),
                        ("threshold", models.PositiveSmallIntegerField(verbose_name="smallest number that is shown")),
                        ("rules_version", models.CharField(max_length=20)),
                        (
                            "left_out",
                            models.JSONField(
                                blank=True, default=list, verbose_name="tables that could not be made safe"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="what readers should know")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("released", "Released"),
                                    ("withdrawn", "Withdrawn"),
                                    ("dropped", "Draft not used"),
                                ],
                                default="draft",
                                max_length=20,
                            ),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn or not used at"),
                        ),
                        ("end_reason", models.TextField(blank=True, verbose_name="why withdrawn or not used")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="measures.release",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-census_on", "-made_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("supersedes__isnull", True), models.Q(("state", "dropped"), _negated=True)
                                ),
                                fields=("area_code", "census_on"),
                                name="measures_release_once_a_period",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "dropped"), _negated=True),
                                fields=("supersedes",),
                                name="measures_release_corrected_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["draft", "released", "withdrawn", "dropped"])),
                                name="measures_release_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("census_on__lte", models.F("extract_as_at"))),
                                name="measures_release_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("threshold__gte", 3), ("threshold__lte", 20)),
                                name="measures_release_threshold_in_range",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("released_at__isnull", False),
                                        ("released_by__isnull", False),
                                        ("state__in", ("released", "withdrawn")),
                                        models.Q(("released_by", models.F("made_by")), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ("released", "withdrawn")), _negated=True),
                                        ("released_at__isnull", True),
                                        ("released_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="measures_release_by_a_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("end_reason__regex", "\\S"),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ("withdrawn", "dropped")),
                                    ),
                                    models.Q(
                                        ("end_reason", ""),
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("state__in", ("draft", "released")),
                                    ),
                                    _connector="OR",
                                ),
                                name="measures_release_end_has_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="one_way",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nIF (to_jsonb(NEW) - '{state,released_by_id,released_at,ended_by_id,ended_at,end_reason}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{state,released_by_id,released_at,ended_by_id,ended_at,end_reason}'::text[])\n   OR NOT ((OLD.state = 'draft' AND NEW.state IN ('released', 'dropped'))\n           OR (OLD.state = 'released' AND NEW.state = 'withdrawn'\n               AND NEW.released_by_id = OLD.released_by_id AND NEW.released_at = OLD.released_at)) THEN\n    RAISE EXCEPTION 'A release never changes; a draft is released or not used, a release may be withdrawn'\n        USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n",
                                    hash="c2f65135b1f3366767d2cbffbee849f7f5eb7a71",
                                    operation="UPDATE",
                                    pgid="pgtrigger_one_way_ed239",
                                    table="measures_release",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="kept",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="ac5c2dcb7bdf85953791c6a7fa00902094e38bd0",
                                    operation="DELETE",
                                    pgid="pgtrigger_kept_ac94c",
                                    table="measures_release",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="starts_as_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (NOT (NEW.\"state\" = 'draft'))",
                                    func="RAISE EXCEPTION 'A release starts as a draft' USING ERRCODE = 'check_violation';",
                                    hash="3bc7a6f1dc9ed8b12573a38877440fd33f2700d1",
                                    operation="INSERT",
                                    pgid="pgtrigger_starts_as_draft_1c969",
                                    table="measures_release",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "state", "supersedes_id", "threshold", "title", "year") VALUES (NEW."area_code", NEW."census_on", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."extract_as_at", NEW."extract_digest", NEW."id", NEW."is_synthetic", NEW."known_source", NEW."left_out", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."rules_version", NEW."state", NEW."supersedes_id", NEW."threshold", NEW."title", NEW."year"); RETURN NULL;',
                                    hash="ea5d8378898560e3ac8b5b143c3258fc628384ca",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c731a",
                                    table="measures_release",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "state", "supersedes_id", "threshold", "title", "year") VALUES (NEW."area_code", NEW."census_on", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."extract_as_at", NEW."extract_digest", NEW."id", NEW."is_synthetic", NEW."known_source", NEW."left_out", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."released_at", NEW."released_by_id", NEW."rules_version", NEW."state", NEW."supersedes_id", NEW."threshold", NEW."title", NEW."year"); RETURN NULL;',
                                    hash="0673abcc7cdb74a3f2608a8efe857dee8f07e3b3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8a686",
                                    table="measures_release",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_releaseevent" ("area_code", "census_on", "end_reason", "ended_at", "ended_by_id", "extract_as_at", "extract_digest", "id", "is_synthetic", "known_source", "left_out", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_at", "released_by_id", "rules_version", "state", "supersedes_id", "threshold", "title", "year") VALUES (OLD."area_code", OLD."census_on", OLD."end_reason", OLD."ended_at", OLD."ended_by_id", OLD."extract_as_at", OLD."extract_digest", OLD."id", OLD."is_synthetic", OLD."known_source", OLD."left_out", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."released_at", OLD."released_by_id", OLD."rules_version", OLD."state", OLD."supersedes_id", OLD."threshold", OLD."title", OLD."year"); RETURN NULL;',
                                    hash="c5eed9203077804c49e45d75dae82a41cd0e2162",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f92aa",
                                    table="measures_release",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("census_on", models.DateField(verbose_name="census day")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="calendar year of requests and ceased plans"),
                        ),
                        ("area_code", models.CharField(max_length=3, verbose_name="LA number")),
                        ("extract_as_at", models.DateField(verbose_name="records up to")),
                        (
                            "extract_digest",
                            models.CharField(max_length=64, verbose_name="SHA-256 over all files of the extract"),
                        ),
                        ("known_source", models.PositiveBigIntegerField(default=0)),
                        ("threshold", models.PositiveSmallIntegerField(verbose_name="smallest number that is shown")),
                        ("rules_version", models.CharField(max_length=20)),
                        (
                            "left_out",
                            models.JSONField(
                                blank=True, default=list, verbose_name="tables that could not be made safe"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="what readers should know")),
                        ("is_synthetic", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("released", "Released"),
                                    ("withdrawn", "Withdrawn"),
                                    ("dropped", "Draft not used"),
                                ],
                                default="draft",
                                max_length=20,
                            ),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn or not used at"),
                        ),
                        ("end_reason", models.TextField(blank=True, verbose_name="why withdrawn or not used")),
                        (
                            "ended_by",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.release",
                            ),
                        ),
                        (
                            "released_by",
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
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.release",
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
                                    hash="14c019a67bf6aacdd557257d377e74813a7ef9a6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_59fc8",
                                    table="measures_releaseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseTable",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("key", models.SlugField(max_length=60)),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        ("population", models.CharField(max_length=200)),
                        ("row_subject", models.CharField(max_length=100)),
                        ("column_subject", models.CharField(blank=True, max_length=100)),
                        ("row_labels", models.JSONField()),
                        ("column_labels", models.JSONField()),
                        (
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tables",
                                to="measures.release",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["release", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("release", "key"), name="measures_releasetable_once"),
                            models.UniqueConstraint(
                                fields=("release", "position"), name="measures_releasetable_position_once"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="only_while_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE found TEXT;",
                                    func="\n            SELECT state INTO found FROM measures_release WHERE id = NEW.release_id;\n            IF found IS DISTINCT FROM 'draft' THEN\n                RAISE EXCEPTION 'A release never changes' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="3564cd388a8b1eeb529eb9cb69afb540cae82169",
                                    operation="INSERT",
                                    pgid="pgtrigger_only_while_draft_5a6fb",
                                    table="measures_releasetable",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="kept",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="999365cf54ab0d346602ad059afe0b170c6fcaae",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_kept_63977",
                                    table="measures_releasetable",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseCell",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("row", models.PositiveSmallIntegerField()),
                        ("column", models.PositiveSmallIntegerField()),
                        ("is_total", models.BooleanField()),
                        ("value", models.PositiveIntegerField(null=True)),
                        (
                            "why_hidden",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("small", "Small number"),
                                    ("secondary", "Protects a small number"),
                                    ("as_before", "Hidden in the release that this one corrects"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "published_by",
                            models.CharField(blank=True, max_length=500, verbose_name="shown because published in"),
                        ),
                        (
                            "table",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cells",
                                to="measures.releasetable",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["table", "row", "column"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("table", "row", "column"), name="measures_releasecell_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("published_by", ""),
                                        ("value__isnull", True),
                                        ("why_hidden__in", ["small", "secondary", "as_before"]),
                                    ),
                                    models.Q(("value__isnull", False), ("why_hidden", "")),
                                    _connector="OR",
                                ),
                                name="measures_releasecell_hidden_has_no_value",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="only_while_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE found TEXT;",
                                    func="\n            SELECT state INTO found FROM measures_release WHERE id = (SELECT release_id FROM measures_releasetable WHERE measures_releasetable.id = NEW.table_id);\n            IF found IS DISTINCT FROM 'draft' THEN\n                RAISE EXCEPTION 'A release never changes' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="379870a74f5fc901eb7d599f6c177c064df3e7c3",
                                    operation="INSERT",
                                    pgid="pgtrigger_only_while_draft_a7062",
                                    table="measures_releasecell",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="kept",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="acb0dbf6ff34a45c4fa4f752da4b90bd6e50a650",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_kept_adf90",
                                    table="measures_releasecell",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseThreshold",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="smallest number that is shown")),
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
                                to="measures.releasethreshold",
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
                                name="measures_releasethreshold_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="measures_releasethreshold_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 3), ("number__lte", 20)),
                                name="measures_releasethreshold_in_range",
                                violation_error_message="Enter a whole number from 3 to 20.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="e013b006ae8346a0a0033852c312e1b89378411d",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_5a013",
                                    table="measures_releasethreshold",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_releasethresholdevent" ("effective_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="e839ad593f46dd99e2367f240bacbf6bac4c3d7c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b5b9f",
                                    table="measures_releasethreshold",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_releasethresholdevent" ("effective_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (NEW."effective_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="8bfc19c5f4d7799a2c7ab48a1fe633fb2ce43044",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_16141",
                                    table="measures_releasethreshold",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_releasethresholdevent" ("effective_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "void_reason", "voids_id") VALUES (OLD."effective_on", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="f0fd8d5c23bbbc3d3b31bc96bc171480b524c4f4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_945ce",
                                    table="measures_releasethreshold",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseThresholdEvent",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="smallest number that is shown")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.releasethreshold",
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
                                to="measures.releasethreshold",
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
                                    hash="96b028772772da83b9378aaab98f72b004ca8365",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fe804",
                                    table="measures_releasethresholdevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
