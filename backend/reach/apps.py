"""Those who are not looking."""

from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "backend.reach"
    label = "reach"
    default_auto_field = "django.db.models.BigAutoField"
