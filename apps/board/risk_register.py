"""Where the rows of a risk register go: risks of one plan, found by their reference.

A score is likelihood times impact where a row gives both; a score that stands alone clears numbers that no longer make
it. What was reviewed later here stays.
"""

from datetime import date

from django.db import connection
from django.urls import reverse

from apps.accounts.models import Post
from apps.board.models import Risk, RiskStatus
from apps.board.permissions import can_load_risks
from apps.board.services import score
from apps.core.changes import Refused
from apps.core.dates import long_date
from apps.core.landing import Existing, Found, Landing, date_to_come, is_blank, keep_written, problem, rows_to_save
from apps.core.words import were
from apps.imports.staging import portions
from apps.plans.models import Plan
from apps.plans.permissions import visible_plans
from apps.plans.references import sort_key

TEXTS = {"reference": "reference", "risk": "title", "cause": "cause", "consequence": "consequence"}
TEXTS |= {"mitigation": "mitigation", "status": "status"}
LONGEST = {"reference": 30, "risk": 500}
OWNERS = 500
NUMBERS = ("likelihood", "impact", "score_before", "score_after")
# What a register says of the day on which the risk was reviewed.
REVIEWED = ("likelihood", "impact", "score_before", "score_after", "mitigation", "status", "reviewed_on")
# What a batch may change, as it is put back when the batch is taken back.
KEPT = ("reference", "reference_key", "title", "cause", "consequence", "likelihood", "impact", "score")
KEPT += ("likelihood_after", "impact_after", "score_after", "mitigation", "owner_id", "owner_words", "strand_id")
KEPT += ("status", "reviewed_on")
BETWEEN = "; "
LATER = "{risks} changed after this file was saved, the first of them {first}. Nothing was taken back."


class RiskLanding(Landing):
    """The risks of one plan."""

    has_targets = True
    target_label = "Which plan are these risks for?"
    target_missing = "Choose which plan these risks are for"

    def may_import(self, user):
        return can_load_risks(user)

    def targets(self, user):
        return _named(visible_plans(user))

    def all_targets(self):
        return _named(Plan.objects.all())

    def target_of(self, value):
        return {"plan": int(value)}

    def destination(self, batch):
        plan = Plan.objects.get(pk=batch.target["plan"])
        return f"the risks of {plan.marked_name}", f"{reverse('board:risk-list')}?plan={plan.pk}"

    def find(self, batch, keys):
        plan, wanted = Plan.objects.get(pk=batch.target["plan"]), set(keys)
        risks = [risk for risk in _risks_of(plan) if self.key_of({"reference": risk.reference}) in wanted]
        known = {
            "plan": plan,
            "risks": {risk.pk: risk for risk in risks},
            "posts": {post.title.casefold(): post for post in Post.objects.order_by("-pk")},
            "strands": _strands(plan),
        }
        return Found({self.key_of({"reference": risk.reference}): _existing(risk) for risk in risks}, known)

    def references(self, batch):
        risks = _risks_of(batch.target["plan"]).exclude(status=RiskStatus.CLOSED)
        return {self.key_of({"reference": risk.reference}): str(risk) for risk in risks}

    def everything(self, batch):
        return [self.key_of({"reference": risk.reference}) for risk in _risks_of(batch.target["plan"])]

    def prepare(self, fields, existing, found, batch):
        problems = [*_too_long(fields), *date_to_come(fields, "reviewed_on", batch)]
        fields = _compared(fields, existing, found, problems)
        if existing:
            fields = _newest(fields, existing, batch, problems)
        return fields, problems

    def moved(self, batch):
        """Locks the plan and the risks that will be changed, in one order."""
        plan = Plan.objects.select_for_update(no_key=True).get(pk=batch.target["plan"])
        _require_open(plan)
        rows = rows_to_save(batch)
        matched = rows.filter(matched__isnull=False).values("matched")
        list(Risk.objects.select_for_update(no_key=True).filter(pk__in=matched).order_by("pk").values_list("pk"))
        moved = 0
        for portion in portions(rows.only("batch", "key", "matched", "matched_version").iterator()):
            existing = self.find(batch, [row.key for row in portion]).existing
            now = {key: (found.pk, found.version) for key, found in existing.items()}
            moved += sum((row.matched, row.matched_version) != now.get(row.key, (None, None)) for row in portion)
        return moved

    def apply(self, batch, rows, by, on):
        rows = list(rows)
        found = self.find(batch, [row.key for row in rows])
        risks = {row.position: _filled(row, found) for row in rows}
        Risk.objects.bulk_create(risks[row.position] for row in rows if not row.matched)
        changed = [risks[row.position] for row in rows if row.matched]
        Risk.objects.bulk_update(changed, _columns(), batch_size=500)
        for row in rows:
            row.written |= {"risk": risks[row.position].pk, "version": risks[row.position].version}
        keep_written(rows)
        return len(rows) - len(changed), len(changed)

    def undo(self, batch, rows, by, on, reason):
        rows = list(rows)
        _require_open(Plan.objects.select_for_update(no_key=True).get(pk=batch.target["plan"]))
        keys = [row.written["risk"] for row in rows]
        risks = {
            risk.pk: risk for risk in Risk.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
        }
        moved = [row for row in rows if risks[row.written["risk"]].version != row.written["version"]]
        if moved:
            first = risks[moved[0].written["risk"]].reference
            raise Refused(LATER.format(risks=were(len(moved), "risk"), first=first))
        changed = [row for row in rows if not row.written["is_new"]]
        for row in changed:
            risk = risks[row.written["risk"]]
            for name, value in row.written["before"].items():
                setattr(risk, name, _day(value) if name == "reviewed_on" else value)
            risk.version += 1
        Risk.objects.bulk_update([risks[row.written["risk"]] for row in changed], _columns(), batch_size=500)
        _remove_added(batch)


def _named(plans):
    return [(str(plan.pk), plan.marked_name) for plan in plans.filter(closed_on=None).newest_first()]


def _columns():
    return [name.removesuffix("_id") for name in KEPT] + ["version"]


def _risks_of(plan):
    return Risk.objects.filter(plan=plan).select_related("owner", "strand").order_by("reference_key", "pk")


def _strands(plan):
    """Parts of a plan by what a register may call them: reference, title, or both."""
    strands = {}
    for strand in plan.strands.all():
        for words in (strand.title, f"{strand.reference} {strand.title}", strand.reference):
            strands[words.casefold()] = strand
    return strands


def _existing(risk):
    values = {
        "reference": risk.reference,
        "risk": risk.title,
        "cause": risk.cause or None,
        "consequence": risk.consequence or None,
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "score_before": risk.score,
        "score_after": risk.score_after,
        "owner": risk.owner_shown.split(BETWEEN) if risk.owner_shown else [],
        "mitigation": risk.mitigation or None,
        "strand": risk.strand.reference if risk.strand else None,
        "status": risk.status,
        "reviewed_on": risk.reviewed_on.isoformat() if risk.reviewed_on else None,
    }
    # Which file is older is told risk by risk below, by the day on which it was reviewed.
    return Existing(risk.pk, risk.version, values)


def _require_open(plan):
    if plan.closed_on:
        raise Refused(f"{plan} was closed on {long_date(plan.closed_on)}; its risks stay as they were.")


# What only the database knows of a row.


def _too_long(fields):
    texts = {name: fields.get(name) or "" for name in LONGEST} | {"owner": BETWEEN.join(fields.get("owner") or [])}
    for name, text in texts.items():
        longest = LONGEST.get(name, OWNERS)
        if len(text) > longest:
            yield problem("too_long", name, f"{len(text)} characters are too many: {longest} fit.")


def _compared(fields, existing, found, problems):
    """The fields as they are kept: whole numbers, a part of the plan by its reference."""
    fields = {name: fields.get(name) for name in (*TEXTS, *NUMBERS, "owner", "strand", "reviewed_on")}
    for name in NUMBERS:
        if fields[name] is not None and fields[name] != int(fields[name]):
            problems.append(
                problem("not_whole", name, f"{fields[name]} is no whole number; it is not taken over.", "warning")
            )
            fields[name] = None
    fields |= _scores(fields, existing.values if existing else {}, problems)
    unknown = [title for title in fields["owner"] or [] if title.casefold() not in found.known["posts"]]
    if unknown:
        words = f"No post is called “{unknown[0]}”: the words are kept, and a post can be chosen here later."
        problems.append(problem("post_unknown", "owner", words, "note"))
    if fields["strand"]:
        strand = found.known["strands"].get(fields["strand"].casefold())
        if strand is None:
            words = f"{found.known['plan']} has no part “{fields['strand']}”; the risk is not tied to one."
            problems.append(problem("strand_unknown", "strand", words, "warning"))
        fields["strand"] = strand.reference if strand else None
    return fields


def _scores(fields, here, problems):
    """Likelihood and impact go together, with what is here; a score of their own goes without them."""
    likelihood, impact = (fields[name] or here.get(name) for name in ("likelihood", "impact"))
    if fields["likelihood"] or fields["impact"]:
        if likelihood and impact:
            return {"score_before": None}
        words = "Likelihood and impact go together; the one without the other is not taken over."
        problems.append(problem("factor_alone", "likelihood", words, "warning"))
    elif here.get("likelihood") and fields["score_before"] not in (None, here["score_before"]):
        words = f"Here it is {here['likelihood']} × {here['impact']}; the score of the sheet takes their place."
        problems.append(problem("factors_cleared", "score_before", words, "warning"))
    return {"likelihood": None, "impact": None}


def _newest(fields, existing, batch, problems):
    """What was reviewed later here than the file says stays."""
    told_on = fields["reviewed_on"] or (batch.position_on.isoformat() if batch.position_on else None)
    here = existing.values["reviewed_on"]
    if not told_on or not here or told_on >= here:
        return fields
    differs = [name for name in REVIEWED if not is_blank(fields[name]) and fields[name] != existing.values[name]]
    if differs:
        words = (
            f"Was reviewed here on {long_date(_day(here))}, after the file: its scores and status are not taken over."
        )
        problems.append(problem("older_position", "reviewed_on", words, "warning"))
    return fields | dict.fromkeys(REVIEWED)


# Saving and taking back.


def _filled(row, found):
    """The risk of a row with what the row says; ``written`` of a row that changes one says how it was."""
    risk = found.known["risks"].get(row.matched) or Risk(plan=found.known["plan"])
    row.written = {"is_new": row.matched is None}
    if row.matched:
        row.written["before"] = {name: _plain(getattr(risk, name)) for name in KEPT}
        told = {name: new for name, (_, new) in row.changes.items()}
        risk.version += 1
    else:
        told = {name: new for name, new in _compared(row.shown, None, found, []).items() if not is_blank(new)}
    _assign(risk, told, found)
    return risk


def _assign(risk, told, found):
    for name, attribute in TEXTS.items():
        if name in told:
            setattr(risk, attribute, told[name])
    risk.reference_key = sort_key(risk.reference)
    if "score_before" in told:
        risk.likelihood, risk.impact, risk.score = None, None, told["score_before"]
    if "score_after" in told:
        risk.likelihood_after, risk.impact_after, risk.score_after = None, None, told["score_after"]
    risk.likelihood, risk.impact = told.get("likelihood", risk.likelihood), told.get("impact", risk.impact)
    score(risk)
    if "owner" in told:
        posts = [found.known["posts"].get(title.casefold()) for title in told["owner"]]
        risk.owner = next((post for post in posts if post), None)
        risk.owner_words = "" if len(posts) == 1 and risk.owner else BETWEEN.join(told["owner"])
    if "strand" in told:
        risk.strand = found.known["strands"][told["strand"].casefold()]
    if "reviewed_on" in told:
        risk.reviewed_on = _day(told["reviewed_on"])


def _remove_added(batch):
    """Risks that only this batch knows are removed by the owner of the tables; the history keeps them."""
    with connection.cursor() as cursor:
        cursor.execute("CALL public.board_take_back_batch(%s)", [batch.pk])


def _day(text):
    return date.fromisoformat(text) if text else None


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value
