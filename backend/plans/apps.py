"""The plan, and everything that shares its lock, its numbers and its access."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "backend.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
