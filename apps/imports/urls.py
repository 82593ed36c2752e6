from django.urls import path

from apps.imports.views import answering, exporting, preview, saving, uploading

app_name = "imports"
urlpatterns = [
    path("", uploading.batch_list, name="list"),
    path("new/<slug:layout>/", uploading.upload, name="upload"),
    path("export/<slug:layout>/", exporting.export, name="export"),
    path("template/<slug:layout>/", exporting.template, name="template"),
    path("<int:pk>/", preview.batch, name="batch"),
    path("<int:pk>/questions/", answering.answer, name="answer"),
    path("<int:pk>/about/", uploading.describe, name="describe"),
    path("<int:pk>/rows/<int:place>/", preview.row, name="row"),
    path("<int:pk>/rows/<int:place>/settle/", preview.settle, name="settle"),
    path("<int:pk>/missing/", preview.missing, name="missing"),
    path("<int:pk>/problems/", preview.problems, name="problems"),
    path("<int:pk>/leave-out/", preview.skip, name="skip"),
    path("<int:pk>/save/", saving.apply, name="apply"),
    path("<int:pk>/take-back/", saving.undo, name="undo"),
    path("<int:pk>/throw-away/", preview.discard, name="discard"),
]
