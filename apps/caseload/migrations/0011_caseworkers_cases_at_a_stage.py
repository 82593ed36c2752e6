from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("caseload", "0010_lines_by_bare_reference"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="casestanding",
            index=models.Index(fields=["caseworker", "stage"], name="caseload_standing_at_stage"),
        ),
    ]
