"""Made-up meetings of the Board beside the demonstration plan: a held one with its record, and the next."""

from datetime import timedelta

from apps.accounts.models import Post
from apps.board.models import (
    AgendaItem,
    Asker,
    Challenge,
    ChallengeAnswer,
    Chase,
    Decision,
    Declaration,
    LoggedAction,
    LogNote,
    Meeting,
    MeetingCorrection,
    Paper,
    Question,
    QuestionAnswer,
    QuestionRuling,
    SignOff,
)

# Counted from the position date of the demonstration, a Thursday.
EARLIER, LAST = -98, -35
AGENDA = (
    ("Apologies and declarations of interest", "note"),
    ("Progress of the plan", "discuss"),
    ("Capacity of the educational psychology service", "decide"),
    ("Questions of the public", "discuss"),
)
DECISIONS = (
    (2, "The Board noted the progress and asked for what is late to come first in the next report."),
    (3, "The Board agreed that the two vacant posts are advertised again, with the health service."),
)
QUESTION = "How will families be told when the waiting time for speech and language therapy changes?"
ANSWER = "The local offer shows the newest waiting time at the start of each month, and schools are sent the same."
# (raised at, words, first due, note: (day, words, is done) or None); days from the position date.
LOGGED = (
    (EARLIER, "Bring a list of the vacant posts in the service to the Board.", -42, (-36, "The list was sent.", True)),
    (EARLIER, "Agree with schools how waiting times are shared.", -14, (-30, "A draft is with headteachers.", False)),
    (LAST, "Bring the costs of the extra posts to the next meeting.", 14, None),
)


def load(plan, on, position):
    """The meetings of a demonstration plan; its accountable posts present and do what was asked for."""

    def day(days):
        return position + timedelta(days=days)

    posts = list(Post.objects.filter(council_strands__plan=plan).distinct().order_by("pk"))
    held = {days: _meeting(day(days)) for days in (EARLIER, LAST)}
    _meeting(on + timedelta(days=14))
    last = held[LAST]
    items = [
        AgendaItem.objects.create(
            meeting=last, position=place, title=title, purpose=purpose, presenter=posts[place % len(posts)]
        )
        for place, (title, purpose) in enumerate(AGENDA, 1)
    ]
    for place, words in DECISIONS:
        Decision.objects.create(meeting=last, agenda_item=items[place - 1], effective_on=last.held_on, words=words)
    for place, (raised, words, due, note) in enumerate(LOGGED):
        logged = LoggedAction.objects.create(
            meeting=held[raised],
            effective_on=day(raised),
            words=words,
            owner=posts[place % len(posts)],
            due_on=day(due),
        )
        if note:
            said_on, said, is_done = note
            LogNote.objects.create(logged_action=logged, effective_on=day(said_on), words=said, is_done=is_done)
    question = Question.objects.create(
        meeting=last,
        agenda_item=items[-1],
        asker=Asker.PUBLIC,
        effective_on=last.questions_by - timedelta(days=3),
        words=QUESTION,
    )
    QuestionAnswer.objects.create(
        question=question, effective_on=last.held_on, words=ANSWER, author_title=posts[0].title
    )


def _meeting(held_on):
    return Meeting.objects.create(
        held_on=held_on,
        place="Town Hall (demonstration)",
        updates_by=held_on - timedelta(days=7),
        papers_by=held_on - timedelta(days=7),
        questions_by=held_on - timedelta(days=3),
        is_demonstration=True,
    )


# Everything of a demonstration meeting and of challenges in a demonstration plan, what hangs last first.
OF_MEETING = (
    (Chase, "meeting"),
    (SignOff, "meeting"),
    (QuestionAnswer, "question__meeting"),
    (QuestionRuling, "question__meeting"),
    (Question, "meeting"),
    (LogNote, "logged_action__meeting"),
    (LoggedAction, "meeting"),
    (Decision, "meeting"),
    (Declaration, "meeting"),
    (Paper, "meeting"),
    (MeetingCorrection, "meeting"),
    (AgendaItem, "meeting"),
)
OF_ROUND = ((ChallengeAnswer, "challenge__action__plan"), (Challenge, "action__plan"), (SignOff, "strand__plan"))
