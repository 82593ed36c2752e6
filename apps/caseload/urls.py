"""Addresses of the cases; a case is named by our own number, never by a name or a UPN."""

from django.urls import path

from apps.caseload.views import access, case, listed, lists, live, outlook, work

app_name = "caseload"
urlpatterns = [
    path("mine/", lists.my_cases, name="my-cases"),
    path("", lists.case_list, name="case-list"),
    path("search/", lists.search, name="search"),
    path("team-list/", listed.listed_list, name="listed-list"),
    path("team-list/export/", listed.listed_export, name="listed-export"),
    path("team-list/search/", listed.listed_search, name="listed-search"),
    path("team-list/<int:pk>/", listed.listed_case, name="listed-case"),
    path("team-list/<int:pk>/looked/", listed.listed_looked, name="listed-looked"),
    path("forecast/", outlook.forecast, name="forecast"),
    path("backlog/", outlook.backlog, name="backlog"),
    path("assign/", access.assign, name="assign"),
    path("rows/<slug:word>/<int:pk>/", work.row_change, name="row-change"),
    path("rows/<slug:word>/<int:pk>/take-back/", work.row_take_back, name="row-take-back"),
    path("<int:pk>/add/<slug:kind>/", work.row_add, name="row-add"),
    path("new/", live.child_add, name="child-add"),
    path("<int:pk>/request/", live.request_add, name="request-add"),
    path("<int:pk>/decide/", live.decide, name="decide"),
    path("<int:pk>/end/", live.end, name="end"),
    path("<int:pk>/issue/", live.issue, name="issue"),
    path("<int:pk>/cease/", live.cease, name="cease"),
    path("<int:pk>/overturn/", live.overturn, name="overturn"),
    path("<int:pk>/placement/", live.placement_add, name="placement-add"),
    path("<int:pk>/setting/", live.setting_add, name="setting-add"),
    path("<int:pk>/need/", live.need_set, name="need-set"),
    path("<int:pk>/records/<slug:word>/<int:key>/", live.record_correct, name="record-correct"),
    path("<int:pk>/records/<slug:word>/<int:key>/take-back/", live.record_take_back, name="record-take-back"),
    path("<int:pk>/", case.case, name="case"),
    path("<int:pk>/assign/", access.case_assign, name="case-assign"),
    path("<int:pk>/looked/", case.who_looked, name="who-looked"),
    path("<int:pk>/close/", access.case_close, name="case-close"),
    path("<int:pk>/open/<int:closure>/", access.case_open, name="case-open"),
]
