"""Lets a batch of people be taken back: roles and people that only it added are removed by the owner of the tables.

The site itself can never delete a person or a role. The history keeps what is removed; a foreign key refuses where
somebody has done anything since.
"""

from django.db import migrations

REMOVE = """
CREATE PROCEDURE public.accounts_take_back_batch(the_batch bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM imports_batch WHERE id = the_batch AND layout = 'users' AND state = 'undoing') THEN
        RAISE EXCEPTION 'This batch is not being taken back' USING ERRCODE = 'check_violation';
    END IF;
    DELETE FROM accounts_membership WHERE id IN (
        SELECT (written->>'membership')::bigint FROM imports_stagedrow
        WHERE batch_id = the_batch AND (written->>'is_new')::boolean);
    DELETE FROM accounts_person WHERE last_login IS NULL AND id IN (
        SELECT (written->>'person')::bigint FROM imports_stagedrow
        WHERE batch_id = the_batch AND (written->>'is_new_person')::boolean);
    SET CONSTRAINTS ALL IMMEDIATE;
END;
$$;
REVOKE ALL ON PROCEDURE public.accounts_take_back_batch(bigint) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.accounts_take_back_batch(bigint) TO sendtracker_web, sendtracker_web_cases;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_tables"),
        ("imports", "0001_tables"),
    ]

    operations = [migrations.RunSQL(REMOVE, "DROP PROCEDURE public.accounts_take_back_batch(bigint)")]
