"""Every address of Tavlen, from its verb or noun to the page that answers it."""

from django.urls import path

from citizen_app.api import api
from citizen_app.pages import board, changes, desk, first, step, today

urlpatterns = [
    path("", first.first, name="first"),
    path("plans/<int:plan_id>/", board.plan, name="plan"),
    path("plans/<int:plan_id>/today/", today.today, name="today"),
    path("plans/<int:plan_id>/steps/new/", step.new, name="step_new"),
    path("plans/<int:plan_id>/steps/<uuid:step_id>/", step.step, name="step"),
    path("plans/<int:plan_id>/changes/", changes.changes, name="changes"),
    path("desk/", desk.desk, name="desk"),
    path("api/", api.urls),
]
