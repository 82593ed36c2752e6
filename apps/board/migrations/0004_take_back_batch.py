"""Lets a batch of risks be taken back: risks that only it added are removed by the owner of the tables.

The site itself can never delete a risk. The history keeps what is removed.
"""

from django.db import migrations

REMOVE = """
CREATE PROCEDURE public.board_take_back_batch(the_batch bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM imports_batch WHERE id = the_batch AND layout = 'risks' AND state = 'undoing') THEN
        RAISE EXCEPTION 'This batch is not being taken back' USING ERRCODE = 'check_violation';
    END IF;
    DELETE FROM board_risk WHERE id IN (
        SELECT (written->>'risk')::bigint FROM imports_stagedrow
        WHERE batch_id = the_batch AND (written->>'is_new')::boolean);
END;
$$;
REVOKE ALL ON PROCEDURE public.board_take_back_batch(bigint) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.board_take_back_batch(bigint) TO sendtracker_web, sendtracker_web_cases;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("board", "0001_tables"),
        ("imports", "0001_tables"),
    ]

    operations = [migrations.RunSQL(REMOVE, "DROP PROCEDURE public.board_take_back_batch(bigint)")]
