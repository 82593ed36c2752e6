"""Addresses of the plans pages."""

from django.urls import path

from apps.plans.views import actions, decisions, evidence, handover, lists, settings, structure, updates

app_name = "plans"
urlpatterns = [
    path("", structure.plan_list, name="plan-list"),
    path("add/", structure.plan_add, name="plan-add"),
    path("<int:pk>/", structure.plan, name="plan"),
    path("<int:pk>/edit/", structure.plan_edit, name="plan-edit"),
    path("<int:pk>/publish/", structure.plan_publish, name="plan-publish"),
    path("<int:pk>/share/", structure.plan_share, name="plan-share"),
    path("<int:pk>/share/<int:share>/end/", structure.plan_unshare, name="plan-unshare"),
    path("<int:pk>/add-strand/", structure.strand_add, name="strand-add"),
    path("strands/<int:pk>/", structure.strand, name="strand"),
    path("strands/<int:pk>/edit/", structure.strand_edit, name="strand-edit"),
    path("strands/<int:pk>/rate/", structure.strand_rate, name="strand-rate"),
    path("strands/<int:pk>/add-action/", structure.action_add, name="action-add"),
    path("actions/", lists.action_list, name="action-list"),
    path("actions/export/", lists.export, name="export"),
    path("actions/filters/keep/", lists.filter_save, name="filter-save"),
    path("actions/filters/<int:pk>/delete/", lists.filter_delete, name="filter-delete"),
    path("actions/work-through/", updates.work_through, name="work-through"),
    path("actions/update-several/", updates.bulk_update, name="bulk-update"),
    path("actions/<int:pk>/", actions.action, name="action"),
    path("actions/<int:pk>/edit/", structure.action_edit, name="action-edit"),
    path("actions/<int:pk>/milestones/", structure.milestones_edit, name="milestones-edit"),
    path("actions/<int:pk>/update/", updates.action_update, name="action-update"),
    path("actions/<int:pk>/no-change/", updates.action_no_change, name="action-no-change"),
    path("actions/<int:pk>/new-date/", updates.extension_ask, name="extension-ask"),
    path("actions/<int:pk>/evidence/add/", evidence.evidence_add, name="evidence-add"),
    path("actions/<int:pk>/done/", decisions.action_done, name="action-done"),
    path("actions/<int:pk>/accept/", decisions.action_accept, name="action-accept"),
    path("actions/<int:pk>/close/", decisions.action_close, name="action-close"),
    path("actions/<int:pk>/reopen/", decisions.action_reopen, name="action-reopen"),
    path("updates/<int:pk>/take-back/", updates.update_withdraw, name="update-withdraw"),
    path("evidence/<int:pk>/file/", evidence.evidence_file, name="evidence-file"),
    path("evidence/<int:pk>/release/", evidence.evidence_release, name="evidence-release"),
    path("new-dates/<int:pk>/decide/", decisions.extension_decide, name="extension-decide"),
    path("new-dates/decisions/<int:pk>/take-back/", decisions.extension_undo, name="extension-undo"),
    path("waiting/", decisions.approvals, name="approvals"),
    path("hand-over/", handover.hand_over, name="hand-over"),
    path("hand-over/<int:pk>/", handover.hand_over_person, name="hand-over-person"),
    path("how-ratings-work/", settings.how_ratings_work, name="how-ratings-work"),
    path("how-ratings-work/numbers/", settings.thresholds_edit, name="thresholds"),
    path("how-ratings-work/words/<slug:code>/", settings.legend_edit, name="legend-edit"),
]
