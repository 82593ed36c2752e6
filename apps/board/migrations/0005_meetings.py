import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.tables import CreateTables


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_take_back_batch"),
        ("accounts", "__first__"),
        ("board", "0004_take_back_batch"),
        ("plans", "0001_tables"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meeting",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="meeting",
            name="close_token",
            field=models.UUIDField(blank=True, editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="closed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="is_public",
            field=models.BooleanField(default=False, verbose_name="open to the public"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="papers_by",
            field=models.DateField(blank=True, null=True, verbose_name="papers due by"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="place",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="meeting",
            name="questions_by",
            field=models.DateField(blank=True, null=True, verbose_name="questions due by"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="close_token",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="closed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="closed_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="meetingevent",
            name="is_public",
            field=models.BooleanField(default=False, verbose_name="open to the public"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="papers_by",
            field=models.DateField(blank=True, null=True, verbose_name="papers due by"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="place",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="questions_by",
            field=models.DateField(blank=True, null=True, verbose_name="questions due by"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';",
                    hash="b4a7b5742e09267a769a54ab55b2703072f121bc",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_stays_17b95",
                    table="board_meeting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "board_meetingevent" ("body", "close_token", "closed_at", "closed_by_id", "held_on", "id", "is_demonstration", "is_public", "papers_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "questions_by", "updates_by", "version") VALUES (NEW."body", NEW."close_token", NEW."closed_at", NEW."closed_by_id", NEW."held_on", NEW."id", NEW."is_demonstration", NEW."is_public", NEW."papers_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."questions_by", NEW."updates_by", NEW."version"); RETURN NULL;',
                    hash="4ae51aabebb04c65d9275581e7ad453b522a077a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab899",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "board_meetingevent" ("body", "close_token", "closed_at", "closed_by_id", "held_on", "id", "is_demonstration", "is_public", "papers_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "questions_by", "updates_by", "version") VALUES (NEW."body", NEW."close_token", NEW."closed_at", NEW."closed_by_id", NEW."held_on", NEW."id", NEW."is_demonstration", NEW."is_public", NEW."papers_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."questions_by", NEW."updates_by", NEW."version"); RETURN NULL;',
                    hash="16a5676887c7a949008c931101a13ce06e51f274",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4187f",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "board_meetingevent" ("body", "close_token", "closed_at", "closed_by_id", "held_on", "id", "is_demonstration", "is_public", "papers_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "questions_by", "updates_by", "version") VALUES (OLD."body", OLD."close_token", OLD."closed_at", OLD."closed_by_id", OLD."held_on", OLD."id", OLD."is_demonstration", OLD."is_public", OLD."papers_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."questions_by", OLD."updates_by", OLD."version"); RETURN NULL;',
                    hash="23325cfcba4469f7d7f0bcc765b856cc9d7c28db",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8dcf8",
                    table="board_meeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("papers_by__isnull", True), ("papers_by__lte", models.F("held_on")), _connector="OR"
                ),
                name="board_meeting_papers_before",
                violation_error_message="Papers must be due on or before the day of the meeting.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("questions_by__isnull", True), ("questions_by__lte", models.F("held_on")), _connector="OR"
                ),
                name="board_meeting_questions_before",
                violation_error_message="Questions must be due on or before the day of the meeting.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="board_meeting_closed_by_somebody",
                violation_error_message="Say who closed the meeting.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at__isnull", True),
                    ("held_on__lte", apps.core.models.LondonDay("closed_at")),
                    _connector="OR",
                ),
                name="board_meeting_closed_once_held",
                violation_error_message="A meeting is closed once it has been held.",
            ),
        ),
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=300)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[("decide", "To decide"), ("discuss", "To discuss"), ("note", "To note")],
                                default="note",
                                max_length=10,
                            ),
                        ),
                        (
                            "presenter_words",
                            models.CharField(blank=True, max_length=200, verbose_name="presenter, as written"),
                        ),
                        ("token", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="board.meeting"
                            ),
                        ),
                        (
                            "presenter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agenda_items",
                                to="accounts.post",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("purpose__in", ["decide", "discuss", "note"])),
                                name="board_agendaitem_purpose_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title__regex", "\\S")),
                                name="board_agendaitem_has_title",
                                violation_error_message="Say what the item is about.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="while_open",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n        IF EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation'; END IF;\n        RETURN NEW;\n        ",
                                    hash="cf503200f73dc11095b7d431cff75ecbf3d1e4d4",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_while_open_f312b",
                                    table="board_agendaitem",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays_when_closed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        PERFORM 1 FROM board_meeting m WHERE m.id = OLD.meeting_id FOR SHARE;\n        IF EXISTS (SELECT FROM board_meeting m WHERE m.id = OLD.meeting_id AND m.closed_at IS NOT NULL) THEN RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation'; END IF;\n        RETURN OLD;\n        ",
                                    hash="80e7b1b91be7cdf7e483c5db04ae93b89cae3ba2",
                                    operation="DELETE",
                                    pgid="pgtrigger_stays_when_closed_81a0c",
                                    table="board_agendaitem",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="stays_in_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id"))',
                                    func="RAISE EXCEPTION 'An item stays with its meeting' USING ERRCODE = 'check_violation';",
                                    hash="a16def2e137008a1c10ca81910ebd8963dde58af",
                                    operation="UPDATE",
                                    pgid="pgtrigger_stays_in_meeting_c946f",
                                    table="board_agendaitem",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_agendaitemevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "presenter_words", "purpose", "title", "token", "version") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."presenter_id", NEW."presenter_words", NEW."purpose", NEW."title", NEW."token", NEW."version"); RETURN NULL;',
                                    hash="edfb5460e58ca985beabc98e838648208c06eafc",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c6fb2",
                                    table="board_agendaitem",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_agendaitemevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "presenter_words", "purpose", "title", "token", "version") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."presenter_id", NEW."presenter_words", NEW."purpose", NEW."title", NEW."token", NEW."version"); RETURN NULL;',
                                    hash="e3bb9582e1b0d701120bf45794e2fbd715a418d0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7467f",
                                    table="board_agendaitem",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_agendaitemevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter_id", "presenter_words", "purpose", "title", "token", "version") VALUES (OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."presenter_id", OLD."presenter_words", OLD."purpose", OLD."title", OLD."token", OLD."version"); RETURN NULL;',
                                    hash="b7c637a9473355837acde10ee3b153b071f4fcb0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_669d4",
                                    table="board_agendaitem",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("title", models.CharField(max_length=300)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[("decide", "To decide"), ("discuss", "To discuss"), ("note", "To note")],
                                default="note",
                                max_length=10,
                            ),
                        ),
                        (
                            "presenter_words",
                            models.CharField(blank=True, max_length=200, verbose_name="presenter, as written"),
                        ),
                        ("token", models.UUIDField(blank=True, editable=False, null=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "presenter",
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="238e58cea48c7e1d75f0adb7f73ed7d3d4edde9b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_e264a",
                                    table="board_agendaitemevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
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
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges",
                                to="plans.action",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges",
                                to="board.meeting",
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
                                to="board.challenge",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_challenge_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_challenge_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_challenge_says_why",
                                violation_error_message="Say why you doubt the rating.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    ("rating__in", ["not_started", "off_track", "at_risk", "on_track", "complete"]),
                                    _connector="OR",
                                ),
                                name="board_challenge_rating_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="9009e61934b7ee56880abc962621c382bcb7cda6",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_b156c",
                                    table="board_challenge",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_challenge t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="05a51d9a060b10a1fafcacefe86987767a2224b4",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_28f6e",
                                    table="board_challenge",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_challengeevent" ("action_id", "author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."action_id", NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="82d965598f7360ab5ee2014c976cdc710b2acf7b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cb912",
                                    table="board_challenge",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_challengeevent" ("action_id", "author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."action_id", NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="9a79f5b0654595de1bc035229eec636f1a8528b0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0901c",
                                    table="board_challenge",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_challengeevent" ("action_id", "author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."action_id", OLD."author_title", OLD."effective_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="cbfbb3825631abb8040215618195fdeeb7b96958",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4b0b0",
                                    table="board_challenge",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeAnswer",
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
                        ("is_changed", models.BooleanField(verbose_name="rating changed")),
                        ("words", models.TextField()),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "challenge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="board.challenge",
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
                                to="board.challengeanswer",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_challengeanswer_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_challengeanswer_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_challengeanswer_says_why",
                                violation_error_message="Say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    ("rating__in", ["not_started", "off_track", "at_risk", "on_track", "complete"]),
                                    _connector="OR",
                                ),
                                name="board_challengeanswer_rating_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="189cadcf57617f5091854a4fa9948cf45864aa8b",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_97dd4",
                                    table="board_challengeanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_challengeanswer t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'challenge_id') IS DISTINCT FROM (to_jsonb(NEW)->>'challenge_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="2e43670fd9a1ab6790580e926e0931c0a3a68fce",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_3f89c",
                                    table="board_challengeanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="answered_by_another",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NULL)',
                                    func="\n    IF EXISTS (SELECT FROM board_challenge c\n        WHERE c.id = NEW.challenge_id AND c.recorded_by_id = NEW.recorded_by_id) THEN\n        RAISE EXCEPTION 'Somebody other than the person who challenged answers' USING ERRCODE = 'check_violation';\n    END IF;\n    IF EXISTS (SELECT FROM board_challengeanswer d WHERE d.challenge_id = NEW.challenge_id AND d.voids_id IS NULL\n        AND NOT EXISTS (SELECT FROM board_challengeanswer v WHERE v.voids_id = d.id)) THEN\n        RAISE EXCEPTION 'This was already answered' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="264741dfd7f696b1c457853069e8a42c9dbfa63d",
                                    operation="INSERT",
                                    pgid="pgtrigger_answered_by_another_7319e",
                                    table="board_challengeanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_challengeanswerevent" ("author_title", "challenge_id", "effective_on", "id", "is_changed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."challenge_id", NEW."effective_on", NEW."id", NEW."is_changed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="c2d066ac23d95daf446ff20f057108f7335fc078",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_678b2",
                                    table="board_challengeanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_challengeanswerevent" ("author_title", "challenge_id", "effective_on", "id", "is_changed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."challenge_id", NEW."effective_on", NEW."id", NEW."is_changed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="2d94ddad549166a3306b36d6da1207e53590c915",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_17b75",
                                    table="board_challengeanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_challengeanswerevent" ("author_title", "challenge_id", "effective_on", "id", "is_changed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."challenge_id", OLD."effective_on", OLD."id", OLD."is_changed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rating", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="e2aa9ef5510027a7f553bf3f31d56aa25dddea68",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9f5d1",
                                    table="board_challengeanswer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeAnswerEvent",
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
                        ("is_changed", models.BooleanField(verbose_name="rating changed")),
                        ("words", models.TextField()),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "challenge",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.challenge",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.challengeanswer",
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
                                to="board.challengeanswer",
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
                                    hash="4c834f0a9817e6c22339e97425ee4af0323bd1d7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0f6cc",
                                    table="board_challengeanswerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeEvent",
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
                        ("words", models.TextField()),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("author_title", models.CharField(blank=True, max_length=200)),
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.challenge",
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
                                to="board.challenge",
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
                                    hash="06a0a424afcdd60295de459e7c57b84e2fb14cbf",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a7128",
                                    table="board_challengeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Chase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("action_count", models.PositiveIntegerField(verbose_name="actions without a report")),
                        ("chased_on", models.DateField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "chased_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="board.meeting"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-chased_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("holder", "chased_on"),
                                name="board_chase_once_a_day",
                                violation_error_message="They were already reminded today.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_chaseevent" ("action_count", "chased_by_id", "chased_on", "holder_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at") VALUES (NEW."action_count", NEW."chased_by_id", NEW."chased_on", NEW."holder_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."sent_at"); RETURN NULL;',
                                    hash="d8dd0024a05d40b03051706c4fee182ef0620b62",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9be95",
                                    table="board_chase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_chaseevent" ("action_count", "chased_by_id", "chased_on", "holder_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at") VALUES (NEW."action_count", NEW."chased_by_id", NEW."chased_on", NEW."holder_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."sent_at"); RETURN NULL;',
                                    hash="bb544ae04630a704c6c7f94f11c4f60f7eca159f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_53eaf",
                                    table="board_chase",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_chaseevent" ("action_count", "chased_by_id", "chased_on", "holder_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at") VALUES (OLD."action_count", OLD."chased_by_id", OLD."chased_on", OLD."holder_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."sent_at"); RETURN NULL;',
                                    hash="d8ae5dd3fda2b0ec0c3d136415d9e7b42faaaaec",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a2ec5",
                                    table="board_chase",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("action_count", models.PositiveIntegerField(verbose_name="actions without a report")),
                        ("chased_on", models.DateField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "chased_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.chase",
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
                                    hash="6309be4f0a7518eee4f5f3ef8122f94cee880772",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_64c60",
                                    table="board_chaseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
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
                        ("words", models.TextField()),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="board.decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.meeting",
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
                                to="board.decision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "agenda_item__position", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_decision_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_decision_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_decision_says_what",
                                violation_error_message="Say what was decided.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="3ae6bc75c3e118ddfcda26da35939b2c805db587",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_ba64d",
                                    table="board_decision",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_decision t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="cdcb1cc52e929492db0c2ee94ab5db81e0bb1d6e",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_aaa0d",
                                    table="board_decision",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_open_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n    IF NEW.agenda_item_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_agendaitem i\n        WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_decision t\n        JOIN board_decision v ON v.voids_id = t.id\n        WHERE t.id = NEW.corrects_id AND t.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'Only what was taken back is corrected' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.voids_id IS NULL AND NEW.corrects_id IS NULL AND EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="4b069776c034a5986d5735642221c68513a759d1",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_open_meeting_917b2",
                                    table="board_decision",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_decisionevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="e23445dcf43d63c04b8a04bd2ac6b0915c523f1f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a10ad",
                                    table="board_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_decisionevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="964bb2bf7ca6601842f5659af503c11b76b02838",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e1694",
                                    table="board_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_decisionevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."agenda_item_id", OLD."author_title", OLD."corrects_id", OLD."effective_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="ba971bf38faa10c8d4121c4b090a364ca5f44172",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_97a82",
                                    table="board_decision",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
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
                        ("words", models.TextField()),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.decision",
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
                                to="board.decision",
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
                                    hash="f90117dfc3616ab8e7967552fe23120d2b7f5fc9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_41681",
                                    table="board_decisionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Declaration",
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
                        ("who", models.CharField(blank=True, max_length=200)),
                        ("words", models.TextField()),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="board.declaration",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.meeting",
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
                                to="board.declaration",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_declaration_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_declaration_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("who__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_declaration_says_whose",
                                violation_error_message="Say whose interest it is, by post or seat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_declaration_says_what",
                                violation_error_message="Say what the interest is.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="ce93300288df2b6a9bc195afa49078796824bad2",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_b5741",
                                    table="board_declaration",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_declaration t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="7d55309907e18e065f9959f5fb0c206d24922c64",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_1c51f",
                                    table="board_declaration",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_open_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n    IF NEW.agenda_item_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_agendaitem i\n        WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_declaration t\n        JOIN board_declaration v ON v.voids_id = t.id\n        WHERE t.id = NEW.corrects_id AND t.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'Only what was taken back is corrected' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.voids_id IS NULL AND NEW.corrects_id IS NULL AND EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="b2ca1983573b3ad0474178c3c71b3db38064cc5f",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_open_meeting_858df",
                                    table="board_declaration",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_declarationevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "who", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."who", NEW."words"); RETURN NULL;',
                                    hash="97206b5c43d819a859af2591358bcaa5ec9e465b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_04822",
                                    table="board_declaration",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_declarationevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "who", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."who", NEW."words"); RETURN NULL;',
                                    hash="cc807147aa3ed9ab7450f4f8774196dcfc14455b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_976f2",
                                    table="board_declaration",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_declarationevent" ("agenda_item_id", "author_title", "corrects_id", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "who", "words") VALUES (OLD."agenda_item_id", OLD."author_title", OLD."corrects_id", OLD."effective_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."who", OLD."words"); RETURN NULL;',
                                    hash="e0acc6230ba88f6cdd31369d488826055d491e6b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_68554",
                                    table="board_declaration",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeclarationEvent",
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
                        ("who", models.CharField(blank=True, max_length=200)),
                        ("words", models.TextField()),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.declaration",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.declaration",
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
                                to="board.declaration",
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
                                    hash="4fedd9834dc4ff7e934a0a8bdd103f38c0be9dea",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bbca1",
                                    table="board_declarationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LoggedAction",
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
                        ("words", models.TextField()),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="first due on")),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="board.loggedaction",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="logged_actions",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="logged_actions",
                                to="accounts.post",
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
                                to="board.loggedaction",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_loggedaction_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_loggedaction_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_loggedaction_says_what",
                                violation_error_message="Say what is to be done.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on__isnull", False), ("owner__isnull", False)),
                                    ("voids__isnull", False),
                                    _connector="OR",
                                ),
                                name="board_loggedaction_has_owner_and_date",
                                violation_error_message="Say who does it, and by when.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="02f0eb3d701c8c3df2e4b1b6644ecef3211dafd8",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_bd391",
                                    table="board_loggedaction",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_loggedaction t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="935fe36d9ab28f67e791e71ea738b29195c37a2a",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_80223",
                                    table="board_loggedaction",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_open_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n    IF NEW.agenda_item_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_agendaitem i\n        WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_loggedaction t\n        JOIN board_loggedaction v ON v.voids_id = t.id\n        WHERE t.id = NEW.corrects_id AND t.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'Only what was taken back is corrected' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.voids_id IS NULL AND NEW.corrects_id IS NULL AND EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="e831d604ac7e7203c02d9cb56f7026e0f5a78224",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_open_meeting_081d4",
                                    table="board_loggedaction",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_loggedactionevent" ("agenda_item_id", "author_title", "corrects_id", "due_on", "effective_on", "id", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."due_on", NEW."effective_on", NEW."id", NEW."meeting_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="8bef218552eace321c907affd720ddd22593d80d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_30737",
                                    table="board_loggedaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_loggedactionevent" ("agenda_item_id", "author_title", "corrects_id", "due_on", "effective_on", "id", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."corrects_id", NEW."due_on", NEW."effective_on", NEW."id", NEW."meeting_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="f1c82aa8e906ab541de9122fd4200577fa3d1a22",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e03ed",
                                    table="board_loggedaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_loggedactionevent" ("agenda_item_id", "author_title", "corrects_id", "due_on", "effective_on", "id", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."agenda_item_id", OLD."author_title", OLD."corrects_id", OLD."due_on", OLD."effective_on", OLD."id", OLD."meeting_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="f2847641791014d288e881282967a59f167949e2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fdfd9",
                                    table="board_loggedaction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LoggedActionEvent",
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
                        ("words", models.TextField()),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="first due on")),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.loggedaction",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
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
                                to="board.loggedaction",
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
                                to="board.loggedaction",
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
                                    hash="0ddf8fc3688b8ddee06c63b7919a44635a20d694",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bad73",
                                    table="board_loggedactionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LogNote",
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
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="now due on")),
                        ("is_done", models.BooleanField(default=False, verbose_name="done")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "logged_action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="board.loggedaction",
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
                                to="board.lognote",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_lognote_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_lognote_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_lognote_says_something",
                                violation_error_message="Say what has happened.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_done", False), ("due_on__isnull", True), _connector="OR"),
                                name="board_lognote_done_or_later",
                                violation_error_message="What is done needs no later date.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="c27743fe9dfbfeda584bef04190504642a5cdd1b",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_87af7",
                                    table="board_lognote",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_lognote t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'logged_action_id') IS DISTINCT FROM (to_jsonb(NEW)->>'logged_action_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="65f372d500b542aa220371cd9b05f9f62d6ba94e",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_09d52",
                                    table="board_lognote",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_lognoteevent" ("author_title", "due_on", "effective_on", "id", "is_done", "logged_action_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."due_on", NEW."effective_on", NEW."id", NEW."is_done", NEW."logged_action_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="0b63133b9fc4aef8e2365f1ecd62beb95dac69e8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_57a36",
                                    table="board_lognote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_lognoteevent" ("author_title", "due_on", "effective_on", "id", "is_done", "logged_action_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."due_on", NEW."effective_on", NEW."id", NEW."is_done", NEW."logged_action_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="1b2054a8de4c0f884f8742dcfb1630f38ebf2749",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a0c1c",
                                    table="board_lognote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_lognoteevent" ("author_title", "due_on", "effective_on", "id", "is_done", "logged_action_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."due_on", OLD."effective_on", OLD."id", OLD."is_done", OLD."logged_action_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="ab2e7c38c3b143b28a02c7e323e482c04efc0f56",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1fa5a",
                                    table="board_lognote",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LogNoteEvent",
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
                        ("words", models.TextField()),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="now due on")),
                        ("is_done", models.BooleanField(default=False, verbose_name="done")),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "logged_action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.loggedaction",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.lognote",
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
                                to="board.lognote",
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
                                    hash="0af473b71d28c877fe582f8269840a18fa03ffb4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ec7c9",
                                    table="board_lognoteevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingCorrection",
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
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="board.meeting",
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
                                to="board.meetingcorrection",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_meetingcorrection_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_meetingcorrection_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_meetingcorrection_says_what",
                                violation_error_message="Say what the record should say.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="59e53eae96f1755cdd6f1b4f2f74b2b8d6ada57b",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_df76c",
                                    table="board_meetingcorrection",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_meetingcorrection t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="9d655fd7b05bca2d9a50b19347b9e9fe0192bff6",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_a9a3c",
                                    table="board_meetingcorrection",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_meetingcorrectionevent" ("author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="639aa4bef879c9e04b59a907873a42853a00143b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c5936",
                                    table="board_meetingcorrection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_meetingcorrectionevent" ("author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="83993b5de9f8539e7e52f9fb7f15a78f8a994660",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_affeb",
                                    table="board_meetingcorrection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_meetingcorrectionevent" ("author_title", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="1a6641735f1bce116b0530b34bea087c544553da",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6797b",
                                    table="board_meetingcorrection",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingCorrectionEvent",
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
                        ("words", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.meetingcorrection",
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
                                to="board.meetingcorrection",
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
                                    hash="ffac7e728f03884e049a0189ca774e3815104e07",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_66966",
                                    table="board_meetingcorrectionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
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
                        ("title", models.CharField(max_length=200)),
                        ("is_public", models.BooleanField(default=False, verbose_name="public")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("uploaded", "Uploaded"), ("made", "Made by SEND Tracker")],
                                default="uploaded",
                                max_length=10,
                            ),
                        ),
                        ("file", models.FileField(blank=True, max_length=300, upload_to="papers")),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("content_type", models.CharField(blank=True, max_length=100)),
                        ("size", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="size in bytes")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="board.paper",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="board.meeting",
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
                                to="board.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["agenda_item__position", "title", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_paper_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_paper_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_paper_has_title",
                                violation_error_message="Say what the paper is.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin__in", ["uploaded", "made"])),
                                name="board_paper_origin_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("file", ""), _negated=True), ("sha256__regex", "^[0-9a-f]{64}$")
                                    ),
                                    ("voids__isnull", False),
                                    _connector="OR",
                                ),
                                name="board_paper_has_file",
                                violation_error_message="Choose the file of the paper.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="fb9076a868773b878a4de613d54361d785cb63fd",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_1377c",
                                    table="board_paper",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_paper t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="c9655e57b13a6b7897cfd4f6775a5009a87d28a2",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_1f487",
                                    table="board_paper",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="of_open_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n    IF NEW.agenda_item_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_agendaitem i\n        WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_paper t\n        JOIN board_paper v ON v.voids_id = t.id\n        WHERE t.id = NEW.corrects_id AND t.meeting_id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'Only what was taken back is corrected' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.voids_id IS NULL AND NEW.corrects_id IS NULL AND EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n    ",
                                    hash="f39e70907490fe688fed4d7cb4e5f1d5b7e0fa87",
                                    operation="INSERT",
                                    pgid="pgtrigger_of_open_meeting_3aac3",
                                    table="board_paper",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_paperevent" ("agenda_item_id", "author_title", "content_type", "corrects_id", "effective_on", "file", "file_name", "id", "is_public", "meeting_id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sha256", "size", "title", "token", "void_reason", "voids_id") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."content_type", NEW."corrects_id", NEW."effective_on", NEW."file", NEW."file_name", NEW."id", NEW."is_public", NEW."meeting_id", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ee62c2b0c5ffa6cb20d1d6965dab89c1ec3b7605",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6f093",
                                    table="board_paper",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_paperevent" ("agenda_item_id", "author_title", "content_type", "corrects_id", "effective_on", "file", "file_name", "id", "is_public", "meeting_id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sha256", "size", "title", "token", "void_reason", "voids_id") VALUES (NEW."agenda_item_id", NEW."author_title", NEW."content_type", NEW."corrects_id", NEW."effective_on", NEW."file", NEW."file_name", NEW."id", NEW."is_public", NEW."meeting_id", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ec2e484d1d2e5a5a84e2883d40e647c40f52fad0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_108c9",
                                    table="board_paper",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_paperevent" ("agenda_item_id", "author_title", "content_type", "corrects_id", "effective_on", "file", "file_name", "id", "is_public", "meeting_id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "sha256", "size", "title", "token", "void_reason", "voids_id") VALUES (OLD."agenda_item_id", OLD."author_title", OLD."content_type", OLD."corrects_id", OLD."effective_on", OLD."file", OLD."file_name", OLD."id", OLD."is_public", OLD."meeting_id", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."size", OLD."title", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="e65bdbaa8de4ca7150ed29b62bfe18e8debafb3a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2f130",
                                    table="board_paper",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperEvent",
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
                        ("title", models.CharField(max_length=200)),
                        ("is_public", models.BooleanField(default=False, verbose_name="public")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("uploaded", "Uploaded"), ("made", "Made by SEND Tracker")],
                                default="uploaded",
                                max_length=10,
                            ),
                        ),
                        ("file", models.FileField(blank=True, max_length=300, upload_to="papers")),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("content_type", models.CharField(blank=True, max_length=100)),
                        ("size", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="size in bytes")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.paper",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.paper",
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
                                to="board.paper",
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
                                    hash="a8e626e1eaab89dd2d62bf9d8b9865323c0e0445",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ba622",
                                    table="board_paperevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
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
                            "asker",
                            models.CharField(
                                choices=[
                                    ("public", "A member of the public"),
                                    ("member", "A Member"),
                                    ("representative", "A parent carer representative"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="board.meeting",
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
                                to="board.question",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_question_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_question_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_question_has_words",
                                violation_error_message="Write the question.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("asker__in", ["public", "member", "representative"])),
                                name="board_question_asker_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="f3d923ac440b71fd80b82f61c490495ad827ef08",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_2122d",
                                    table="board_question",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_question t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'meeting_id') IS DISTINCT FROM (to_jsonb(NEW)->>'meeting_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="587d2030c5524913e8531a1853b15fbbb9d72d36",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_6335a",
                                    table="board_question",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="item_of_meeting",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."agenda_item_id" IS NOT NULL)',
                                    func="\n                IF NOT EXISTS (SELECT FROM board_agendaitem i\n                    WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN\n                    RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n                ",
                                    hash="fd9b3a11dcd5438a23f3e711c22c1bbd78beed2a",
                                    operation="INSERT",
                                    pgid="pgtrigger_item_of_meeting_4e63a",
                                    table="board_question",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionevent" ("agenda_item_id", "asker", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."asker", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="0629fb295fd026a52619eb4d73d18437c6ee6d1a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_188cc",
                                    table="board_question",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_questionevent" ("agenda_item_id", "asker", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."agenda_item_id", NEW."asker", NEW."effective_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="3b18e2c259add4e5f31747a9b9bc90ac0c0be94c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_bb7fe",
                                    table="board_question",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionevent" ("agenda_item_id", "asker", "effective_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."agenda_item_id", OLD."asker", OLD."effective_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="f5cd30a5999279ae992bb322e59494d3947bf8a9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fee1b",
                                    table="board_question",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionAnswer",
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
                        ("author_title", models.CharField(blank=True, max_length=200, verbose_name="answered by")),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="board.question"
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
                                to="board.questionanswer",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_questionanswer_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_questionanswer_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_questionanswer_has_words",
                                violation_error_message="Write the answer.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="51987ff34197f8e2d35381361d0b32845b5ea703",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_dbef4",
                                    table="board_questionanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_questionanswer t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'question_id') IS DISTINCT FROM (to_jsonb(NEW)->>'question_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="f406b704399352d717f060fa54873bb759fcfa9a",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_f8a78",
                                    table="board_questionanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionanswerevent" ("author_title", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."question_id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="7448c4f596b6551a6f1fd70f421a511cff0c0bc5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c9094",
                                    table="board_questionanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_questionanswerevent" ("author_title", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (NEW."author_title", NEW."effective_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."question_id", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id", NEW."words"); RETURN NULL;',
                                    hash="7a0059b4ce753125ea3ff1935b530ca074b3940d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3dbd2",
                                    table="board_questionanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionanswerevent" ("author_title", "effective_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id", "words") VALUES (OLD."author_title", OLD."effective_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."question_id", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id", OLD."words"); RETURN NULL;',
                                    hash="c45a2da657dad35a7af5ef5db29109d28ebadd78",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ccd3e",
                                    table="board_questionanswer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionAnswerEvent",
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
                        ("words", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200, verbose_name="answered by")),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.questionanswer",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.question",
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
                                to="board.questionanswer",
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
                                    hash="3837f8017b336720e1dbd2524dea91ba4ec11ac2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fc24c",
                                    table="board_questionanswerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionEvent",
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
                            "asker",
                            models.CharField(
                                choices=[
                                    ("public", "A member of the public"),
                                    ("member", "A Member"),
                                    ("representative", "A parent carer representative"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.question",
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
                                to="board.question",
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
                                    hash="0b779e80d15df7f4682973e07a16f7f361a1fe60",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_38c11",
                                    table="board_questionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionRuling",
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
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rulings", to="board.question"
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
                                to="board.questionruling",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_questionruling_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_questionruling_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason__regex", "\\S"), ("voids__isnull", False), _connector="OR"),
                                name="board_questionruling_has_reason",
                                violation_error_message="Say why.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="362425bfd2625e55e8c7b786fb3d9d95afcd2ae4",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_90a76",
                                    table="board_questionruling",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_questionruling t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'question_id') IS DISTINCT FROM (to_jsonb(NEW)->>'question_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="bdc0937a829fa390550618bdc355c00c21425be4",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_533a6",
                                    table="board_questionruling",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionrulingevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."question_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="ea0e524eda34b7f942d768478b59ec76f5f67886",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_165c8",
                                    table="board_questionruling",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_questionrulingevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."question_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="67f809cb308fe0bb9a262b50a5f2ed101af061cd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8f5b8",
                                    table="board_questionruling",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_questionrulingevent" ("author_title", "effective_on", "id", "is_accepted", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "reason", "recorded_at", "recorded_by_id", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."is_accepted", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."question_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="e8dc58057f75657100a59c570de3ed1a8e2dfdb9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c0005",
                                    table="board_questionruling",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionRulingEvent",
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
                        ("reason", models.TextField()),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.questionruling",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.question",
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
                                to="board.questionruling",
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
                                    hash="3eef304915a9864ef137e27dc4432fb1b56bd537",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3ae24",
                                    table="board_questionrulingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignOff",
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
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        (
                            "rule_rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                                verbose_name="what the actions say",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True, unique=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sign_offs",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sign_offs",
                                to="accounts.post",
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
                            "strand",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sign_offs", to="plans.strand"
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
                                to="board.signoff",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["effective_on", "recorded_at", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voids__isnull", True), ("void_reason__regex", "\\S"), _connector="OR"
                                ),
                                name="board_signoff_void_has_reason",
                                violation_error_message="Say why this entry is taken back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("effective_on__lte", apps.core.models.LondonDay("recorded_at"))),
                                name="board_signoff_not_in_future",
                                violation_error_message="The date of what happened cannot be in the future.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True),
                                    ("rating__in", ["not_started", "off_track", "at_risk", "on_track", "complete"]),
                                    _connector="OR",
                                ),
                                name="board_signoff_rating_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recorded_now",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
                                    hash="0e544500bf2c8619c3b4fdc13c77576b8aa77fde",
                                    operation="INSERT",
                                    pgid="pgtrigger_recorded_now_67e0e",
                                    table="board_signoff",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="voids_its_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."voids_id" IS NOT NULL)',
                                    declare="DECLARE taken_back JSONB;",
                                    func="\n            SELECT to_jsonb(t) INTO taken_back FROM board_signoff t WHERE t.id = NEW.voids_id;\n            IF taken_back->>'voids_id' IS NOT NULL\n                OR (taken_back->>'strand_id') IS DISTINCT FROM (to_jsonb(NEW)->>'strand_id') THEN\n                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n            ",
                                    hash="ac5f95d921eda5620b4cb25f1e3d204901a92273",
                                    operation="INSERT",
                                    pgid="pgtrigger_voids_its_own_ffd43",
                                    table="board_signoff",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="while_open",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n        PERFORM 1 FROM board_meeting m WHERE m.id = NEW.meeting_id FOR SHARE;\n        IF EXISTS (SELECT FROM board_meeting m WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation'; END IF;\n        RETURN NEW;\n        ",
                                    hash="e3322034f4b9c90e100815a937bd1e8a531b2c03",
                                    operation="INSERT",
                                    pgid="pgtrigger_while_open_660d1",
                                    table="board_signoff",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_signoffevent" ("author_title", "effective_on", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "rating", "recorded_at", "recorded_by_id", "rule_rating", "strand_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."post_id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."rule_rating", NEW."strand_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="cf840165bbfff7fec4a5ca481d57917fcd74f772",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6a471",
                                    table="board_signoff",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "board_signoffevent" ("author_title", "effective_on", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "rating", "recorded_at", "recorded_by_id", "rule_rating", "strand_id", "token", "void_reason", "voids_id") VALUES (NEW."author_title", NEW."effective_on", NEW."id", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."post_id", NEW."rating", NEW."recorded_at", NEW."recorded_by_id", NEW."rule_rating", NEW."strand_id", NEW."token", NEW."void_reason", NEW."voids_id"); RETURN NULL;',
                                    hash="45da747c3bb2bcbe99701fc1d8fdb1fefc4accc3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b57ee",
                                    table="board_signoff",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "board_signoffevent" ("author_title", "effective_on", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "rating", "recorded_at", "recorded_by_id", "rule_rating", "strand_id", "token", "void_reason", "voids_id") VALUES (OLD."author_title", OLD."effective_on", OLD."id", OLD."meeting_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."post_id", OLD."rating", OLD."recorded_at", OLD."recorded_by_id", OLD."rule_rating", OLD."strand_id", OLD."token", OLD."void_reason", OLD."voids_id"); RETURN NULL;',
                                    hash="5a6506403ac590f27f072104b3f9a623a64a6364",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_45d8b",
                                    table="board_signoff",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignOffEvent",
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
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        (
                            "rule_rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("off_track", "Off track"),
                                    ("at_risk", "At risk"),
                                    ("on_track", "On track"),
                                    ("complete", "Complete"),
                                ],
                                max_length=20,
                                null=True,
                                verbose_name="what the actions say",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("author_title", models.CharField(blank=True, max_length=200)),
                        ("token", models.UUIDField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="board.signoff",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.post",
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
                            "strand",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="plans.strand",
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
                                to="board.signoff",
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
                                    hash="332b404da6c05bb4b5553626d3ae7f4370f1a04e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4042e",
                                    table="board_signoffevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
