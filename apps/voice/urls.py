"""Addresses of what families say and what they are answered."""

from django.urls import path

from apps.voice.views import details, issues, proposals, rounds, said

app_name = "voice"
urlpatterns = [
    path("", said.said, name="said"),
    path("speakers/<int:pk>/", said.speaker, name="speaker"),
    path("speakers/<int:pk>/round/", rounds.round_add, name="round-add"),
    path("speakers/<int:pk>/issue/", rounds.issue_add, name="issue-add"),
    path("rounds/<int:pk>/", said.round_shown, name="round"),
    path("rounds/<int:pk>/edit/", rounds.round_edit, name="round-edit"),
    path("rounds/<int:pk>/findings/<int:finding>/", rounds.entry, name="entry"),
    path("rounds/<int:pk>/issues/add/", rounds.draft_issue_add, name="draft-issue-add"),
    path("rounds/<int:pk>/issues/<int:issue>/", rounds.draft_issue_edit, name="draft-issue-edit"),
    path("rounds/<int:pk>/release/", rounds.round_release, name="round-release"),
    path("rounds/<int:pk>/drop/", rounds.round_drop, name="round-drop"),
    path("issues/", issues.issue_list, name="issue-list"),
    path("issues/<int:pk>/", issues.issue, name="issue"),
    path("issues/<int:pk>/answer/", issues.answer_add, name="answer-add"),
    path("words/", proposals.proposal_list, name="proposal-list"),
    path("words/for/<int:pk>/", proposals.proposal_add, name="proposal-add"),
    path("words/<int:pk>/answer/", proposals.proposal_answer, name="proposal-answer"),
    path("details/<slug:place>/<int:pk>/remove/", details.detail_remove, name="detail-remove"),
]
