"""Lets a personal detail be taken out of a text that the site itself has no right to change.

It replaces the words by a mark and can do nothing else, only for a ``Redaction`` that was written in the same
transaction. The old words are in no history table; PostgreSQL drops their last trace when it next cleans the table.
"""

from django.db import migrations

TAKE_OUT = """
CREATE PROCEDURE public.voice_take_out(the_redaction bigint, details text[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
    redaction voice_redaction%ROWTYPE;
    place text[];
    detail text;
    done integer;
BEGIN
    SELECT * INTO redaction FROM voice_redaction WHERE id = the_redaction AND recorded_at >= transaction_timestamp();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Nothing is taken out unless it is written down' USING ERRCODE = 'check_violation';
    END IF;
    place := CASE redaction.place
        WHEN 'comment' THEN ARRAY['voice_voicerating', 'comment']
        WHEN 'issue' THEN ARRAY['voice_issue', 'words']
        WHEN 'brought_by' THEN ARRAY['voice_round', 'brought_by']
        WHEN 'answer' THEN ARRAY['voice_answer', 'text']
        WHEN 'wording' THEN ARRAY['voice_wordingproposal', 'wording']
        WHEN 'reason' THEN ARRAY['voice_proposalanswer', 'reason']
    END;
    FOREACH detail IN ARRAY details LOOP
        IF length(detail) NOT BETWEEN 2 AND 100 THEN
            RAISE EXCEPTION 'A personal detail is short' USING ERRCODE = 'check_violation';
        END IF;
        EXECUTE format('UPDATE %I SET %2$I = replace(%2$I, $1, $2) WHERE id = $3', place[1], place[2])
            USING detail, '[personal detail removed]', redaction."row";
        GET DIAGNOSTICS done = ROW_COUNT;
        IF done <> 1 THEN
            RAISE EXCEPTION 'There is no such text' USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
END;
$$;
REVOKE ALL ON PROCEDURE public.voice_take_out(bigint, text[]) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.voice_take_out(bigint, text[]) TO sendtracker_web, sendtracker_web_cases;
"""


class Migration(migrations.Migration):
    dependencies = [("voice", "0001_initial")]

    operations = [migrations.RunSQL(TAKE_OUT, "DROP PROCEDURE public.voice_take_out(bigint, text[])")]
