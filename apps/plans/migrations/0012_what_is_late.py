from datetime import UTC, datetime

from django.db import migrations, models


def rate_anew(apps, schema_editor):
    """Ask the worker to work out where every action stands: a job whose lease is past is taken up by the next one."""
    if apps.get_model("plans", "Action").objects.exists():
        past = datetime(2026, 1, 1, tzinfo=UTC)
        apps.get_model("core", "Job").objects.create(kind="plans.refresh_all", state="running", lease_until=past)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_tables"),
        ("plans", "0010_take_back_batch"),
    ]

    operations = [
        migrations.AddField(
            model_name="standing",
            name="late_milestones",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="standing",
            name="start_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(rate_anew, migrations.RunPython.noop),
    ]
