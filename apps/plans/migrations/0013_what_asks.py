from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0001_tables"),
        ("plans", "0012_what_is_late"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="statusupdate",
            index=models.Index(
                condition=models.Q(("board_ask", ""), _negated=True),
                fields=["action", "effective_on"],
                name="plans_statusupdate_asks",
            ),
        ),
    ]
