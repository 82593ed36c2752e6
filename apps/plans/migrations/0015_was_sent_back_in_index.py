import datetime

import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0014_when_actions_were_recorded"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="standing",
            name="plans_standing_holds",
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(
                django.db.models.functions.comparison.Coalesce("ends_on", models.Value(datetime.date(9999, 12, 31))),
                models.F("starts_on"),
                include=(
                    "id",
                    "action",
                    "ends_on",
                    "state",
                    "is_plan_closed",
                    "rating",
                    "rule_rating",
                    "rule_reason",
                    "rule_date",
                    "due_on",
                    "updated_on",
                    "touched_on",
                    "finished_on",
                    "is_critical",
                    "was_sent_back",
                ),
                name="plans_standing_holds",
            ),
        ),
    ]
