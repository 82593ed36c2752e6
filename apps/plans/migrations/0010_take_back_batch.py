"""Lets a batch of a tracker be taken back: what only it added is removed by the owner of the tables.

The site itself can never delete an action or a dated row. The history keeps what is removed; a foreign key refuses where
something recorded later hangs on it.
"""

from django.db import migrations

REMOVE = """
CREATE PROCEDURE public.plans_take_back_batch(the_batch bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
    added bigint[];
    made bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM imports_batch WHERE id = the_batch AND state = 'undoing') THEN
        RAISE EXCEPTION 'This batch is not being taken back' USING ERRCODE = 'check_violation';
    END IF;
    SELECT coalesce(array_agg((written->>'action')::bigint), '{}') INTO added
        FROM imports_stagedrow WHERE batch_id = the_batch AND (written->>'is_new')::boolean;
    DELETE FROM plans_extension WHERE action_id = ANY (added) AND id IN (
        SELECT (written->>'extension')::bigint FROM imports_stagedrow WHERE batch_id = the_batch);
    DELETE FROM plans_actiondecision WHERE action_id = ANY (added) AND id IN (
        SELECT (written->>'decision')::bigint FROM imports_stagedrow WHERE batch_id = the_batch);
    DELETE FROM plans_statusupdate WHERE action_id = ANY (added) AND id IN (
        SELECT (written->>'update')::bigint FROM imports_stagedrow WHERE batch_id = the_batch);
    DELETE FROM plans_standing WHERE action_id = ANY (added);
    DELETE FROM plans_actionlead WHERE action_id = ANY (added);
    DELETE FROM plans_action WHERE id = ANY (added);
    -- Parts and posts that came with the batch go too, unless something else uses them by now.
    FOR made IN SELECT jsonb_array_elements_text(result->'strands')::bigint FROM imports_batch WHERE id = the_batch LOOP
        BEGIN
            DELETE FROM plans_strand WHERE id = made;
            SET CONSTRAINTS ALL IMMEDIATE;
        EXCEPTION WHEN foreign_key_violation OR check_violation THEN NULL;
        END;
    END LOOP;
    FOR made IN SELECT jsonb_array_elements_text(result->'posts')::bigint FROM imports_batch WHERE id = the_batch LOOP
        BEGIN
            DELETE FROM accounts_post WHERE id = made AND holder_id IS NULL;
            SET CONSTRAINTS ALL IMMEDIATE;
        EXCEPTION WHEN foreign_key_violation THEN NULL;
        END;
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
END;
$$;
REVOKE ALL ON PROCEDURE public.plans_take_back_batch(bigint) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.plans_take_back_batch(bigint) TO sendtracker_web, sendtracker_web_cases;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_action_of_strand"),
        ("imports", "0001_tables"),
    ]

    operations = [migrations.RunSQL(REMOVE, "DROP PROCEDURE public.plans_take_back_batch(bigint)")]
