"""Every address of Tavlen, from its verb or noun to the page that answers it."""

from django.urls import path

from citizen_app.api import api
from citizen_app.pages import (
    accessibility,
    board,
    changes,
    demo,
    desk,
    first,
    goal,
    health,
    life_goal,
    me,
    network,
    numbers,
    office,
    screen,
    settings,
    sign_in,
    step,
    strengths,
    today,
)

urlpatterns = [
    path("", first.first, name="first"),
    path("plans/<int:plan_id>/", board.plan, name="plan"),
    path("plans/<int:plan_id>/today/", today.today, name="today"),
    path("plans/<int:plan_id>/steps/new/", step.new, name="step_new"),
    path("plans/<int:plan_id>/steps/<uuid:step_id>/", step.step, name="step"),
    path("plans/<int:plan_id>/goals/new/", goal.new, name="goal_new"),
    path("plans/<int:plan_id>/goals/<uuid:goal_id>/", goal.goal, name="goal"),
    path("plans/<int:plan_id>/changes/", changes.changes, name="changes"),
    path("plans/<int:plan_id>/life-goal/", life_goal.life_goal, name="life_goal"),
    path("plans/<int:plan_id>/strengths/", strengths.strengths, name="strengths"),
    path("plans/<int:plan_id>/network/", network.network, name="network"),
    path("plans/<int:plan_id>/me/", me.me, name="me"),
    path("plans/<int:plan_id>/screen/", screen.screen, name="screen"),
    path("desk/", desk.desk, name="desk"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("office/", office.office, name="office"),
    path("settings/", settings.settings, name="settings"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("leave/", sign_in.leave, name="leave"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("demo/", demo.demo, name="demo"),
    path("demo/enter", demo.enter, name="demo_enter"),
    path("healthz", health.healthz, name="healthz"),
    path("api/", api.urls),
]
