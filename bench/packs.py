"""How long a Board pack takes, its data included; the demonstration's and one of 240 actions."""

import re
import statistics
import sys
import time
from datetime import timedelta

from bench.pages import analyse, on_a_cluster

RUNS = 5
ACTIONS = 240
PARTS = 12


def main(count=ACTIONS):
    on_a_cluster(lambda cluster: measure(cluster, count))


def measure(cluster, count):
    from apps.core.access import working_as
    from apps.core.dates import today
    from apps.dashboards import bury, demonstration
    from apps.plans.models import Plan

    with working_as():
        bury.load_all()
        bury.load_statistics()
        bury.load_measures()
        demonstration.load(today())
        large = large_plan(count, today())
    analyse(cluster)
    with working_as():
        for plan in (Plan.objects.get(is_demonstration=True), large):
            timed(plan, today())


def large_plan(count, on):
    """A plan whose every second action is off track and says why, so that it fills all parts of a pack."""
    from apps.plans import services
    from apps.plans.models import StrandRating
    from tests import factories

    plan = factories.PlanFactory(name="Bench")
    for part in range(PARTS):
        strand = factories.StrandFactory(plan=plan, position=part)
        StrandRating.objects.create(strand=strand, effective_on=on, rating="on_track", narrative="As agreed. " * 10)
        for number in range(count // PARTS):
            action = factories.ActionFactory(strand=strand, reference=f"B{part + 1}.{number + 1}")
            factories.ActionLeadFactory(action=action)
            trouble = {"why": "Nobody applies. " * 8, "being_done": "Agency staff. " * 8, "board_ask": "Settle it."}
            fields = trouble | {"back_on": on + timedelta(60)} if number % 2 else {}
            rating = "off_track" if number % 2 else "on_track"
            services.record_update(
                action=action, by=None, on=on, narrative="The next step is taken. " * 6, rating=rating, **fields
            )
    return plan


def timed(plan, on):
    from django.utils import timezone

    from apps.papers.pack.gather import gather
    from apps.papers.pack.pdf import board_pack

    data, form = [], []
    for _ in range(RUNS):
        began = time.perf_counter()
        content = gather(plan, on, timezone.now())
        gathered = time.perf_counter()
        made = board_pack(content, timezone.now())
        data.append(gathered - began)
        form.append(time.perf_counter() - gathered)
    pages = len(re.findall(rb"/Type\s*/Page\b", made))
    whole = [one + other for one, other in zip(data, form, strict=True)]
    print(
        f"{plan}: {pages} pages, {len(made) / 1000:,.0f} kB; first {whole[0]:.2f} s, "
        f"median {statistics.median(whole):.2f} s "
        f"(data {statistics.median(data):.2f} s, PDF {statistics.median(form):.2f} s)"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
