"""Every staged row is written again when its batch is saved, with what was written for it: half of each page is kept free
for that, so that its indexes need not be written again too."""

from django.db import migrations

TABLES = ("imports_stagedrow", "imports_caserow")


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0002_batch_by_place"),
    ]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} SET (fillfactor = 45)", reverse_sql=f"ALTER TABLE {table} RESET (fillfactor)"
        )
        for table in TABLES
    ]
