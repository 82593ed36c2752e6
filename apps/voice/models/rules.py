"""What the database holds to for every word that was said: it stays as it is, and a round is filled while a draft."""

import pgtrigger
from django.db import models
from django.db.models import Q


def stays(*, except_column=None):
    """A trigger: a row is never changed or deleted.

    The procedure that takes personal details out works as the owner of the tables and may change one column.
    """
    allowed = f"""
        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')
            AND to_jsonb(NEW) - '{except_column}' = to_jsonb(OLD) - '{except_column}' THEN
            RETURN NEW;
        END IF;
    """
    return pgtrigger.Trigger(
        name="stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=(allowed if except_column else "")
        + "RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
    )


def of_a_draft(operation):
    """A trigger: rows are put into a round, or taken out of it, only while it is a draft."""
    return pgtrigger.Trigger(
        name="of_a_draft",
        operation=operation,
        when=pgtrigger.Before,
        declare=[("round_state", "TEXT")],
        func="""
        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;
        IF round_state IS DISTINCT FROM 'draft' THEN
            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """,
    )


def stands(name):
    return models.CheckConstraint(
        name=name, condition=Q(voids__isnull=True), violation_error_message="What was said is not taken back."
    )
