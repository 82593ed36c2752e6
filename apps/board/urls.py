"""Addresses of meetings, reporting rounds, quarterly returns and the risk register."""

from django.urls import path

from apps.board import quarter_views, record_views, risk_views, round_views, views

app_name = "board"
urlpatterns = [
    path("", views.meeting_list, name="meeting-list"),
    path("add/", views.meeting_add, name="meeting-add"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/edit/", views.meeting_edit, name="meeting-edit"),
    path("<int:pk>/agenda/add/", record_views.item_add, name="item-add"),
    path("agenda/<int:pk>/edit/", record_views.item_edit, name="item-edit"),
    path("agenda/<int:pk>/delete/", record_views.item_delete, name="item-delete"),
    path("<int:pk>/papers/add/", record_views.paper_add, name="paper-add"),
    path("papers/<int:pk>/", record_views.paper_file, name="paper-file"),
    path("<int:pk>/declarations/add/", record_views.declaration_add, name="declaration-add"),
    path("<int:pk>/questions/add/", record_views.question_add, name="question-add"),
    path("questions/<int:pk>/decide/", record_views.question_rule, name="question-rule"),
    path("questions/<int:pk>/answer/", record_views.question_answer, name="question-answer"),
    path("<int:pk>/decisions/add/", record_views.decision_add, name="decision-add"),
    path("decisions/<int:pk>/reword/", record_views.decision_reword, name="decision-reword"),
    path("log/", views.log, name="log"),
    path("<int:pk>/log/add/", record_views.log_add, name="log-add"),
    path("log/<int:pk>/note/", record_views.log_note, name="log-note"),
    path("take-back/<str:kind>/<int:pk>/", record_views.take_back, name="take-back"),
    path("<int:pk>/corrections/add/", record_views.correction_add, name="correction-add"),
    path("round/", round_views.round_page, name="round"),
    path("round/remind/", round_views.round_chase, name="round-chase"),
    path("round/sign/<int:pk>/", round_views.strand_sign, name="strand-sign"),
    path("challenges/add/<int:pk>/", round_views.challenge_add, name="challenge-add"),
    path("challenges/<int:pk>/answer/", round_views.challenge_answer, name="challenge-answer"),
    path("quarterly/<int:pk>/", quarter_views.quarter, name="quarter"),
    path("risks/", risk_views.risk_list, name="risk-list"),
    path("risks/add/", risk_views.risk_plan, name="risk-plan"),
    path("risks/add/<int:pk>/", risk_views.risk_add, name="risk-add"),
    path("risks/<int:pk>/", risk_views.risk, name="risk"),
    path("risks/<int:pk>/edit/", risk_views.risk_edit, name="risk-edit"),
]
