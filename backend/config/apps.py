"""Makes the composition root known to Django, for its checks."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "backend.config"
    label = "config"

    def ready(self) -> None:
        from backend.config import checks  # noqa: F401  (importing registers them)
