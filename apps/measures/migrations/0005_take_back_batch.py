"""Lets a batch of a scorecard be taken back: measures that only it added are removed by the owner of the tables.

The site itself can never delete a measure or a dated row. The history keeps what is removed; a foreign key refuses where
something recorded later hangs on it.
"""

from django.db import migrations

REMOVE = """
CREATE PROCEDURE public.measures_take_back_batch(the_batch bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
    added bigint[];
BEGIN
    IF NOT EXISTS (SELECT FROM imports_batch WHERE id = the_batch AND layout = 'kpis' AND state = 'undoing') THEN
        RAISE EXCEPTION 'This batch is not being taken back' USING ERRCODE = 'check_violation';
    END IF;
    SELECT coalesce(array_agg((written->>'measure')::bigint), '{}') INTO added
        FROM imports_stagedrow WHERE batch_id = the_batch AND (written->>'is_new')::boolean;
    DELETE FROM measures_value WHERE measure_id = ANY (added) AND batch_id = the_batch;
    DELETE FROM measures_target WHERE measure_id = ANY (added) AND batch_id = the_batch;
    DELETE FROM measures_baseline WHERE measure_id = ANY (added) AND batch_id = the_batch;
    DELETE FROM measures_measure WHERE id = ANY (added);
    SET CONSTRAINTS ALL IMMEDIATE;
END;
$$;
REVOKE ALL ON PROCEDURE public.measures_take_back_batch(bigint) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.measures_take_back_batch(bigint) TO sendtracker_web, sendtracker_web_cases;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0001_tables"),
        ("imports", "0001_tables"),
    ]

    operations = [migrations.RunSQL(REMOVE, "DROP PROCEDURE public.measures_take_back_batch(bigint)")]
