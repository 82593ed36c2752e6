"""Lets a load tell the database how large the tables of the records have become.

Only their owner may analyse tables. Without it, what is worked out at the end of a load is planned as if the tables were
still as small as before it.
"""

from django.db import migrations

TABLES = "request child assessment namedplan plandetail activeplan placement need setaside case casestanding"
ANALYSE = "".join(f"ANALYZE public.caseload_{name};\n" for name in TABLES.split())


class Migration(migrations.Migration):
    dependencies = [("caseload", "0001_tables")]

    operations = [
        migrations.RunSQL(
            f"""
            CREATE FUNCTION public.caseload_know_sizes() RETURNS void
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
            BEGIN
            {ANALYSE}
            END;
            $$;
            REVOKE ALL ON FUNCTION public.caseload_know_sizes() FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION public.caseload_know_sizes() TO sendtracker_web_cases;
            """,
            "DROP FUNCTION public.caseload_know_sizes()",
        )
    ]
