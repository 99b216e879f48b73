"""Makes the screens live: every page tells how it is drawn, and every wake is heard."""

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig


class CitizenAppConfig(AppConfig):
    name = "citizen_app"

    def ready(self) -> None:
        from backend.plans import wake
        from citizen_app import hub, pages

        for module in iter_modules(pages.__path__):
            import_module(f"{pages.__name__}.{module.name}")
        if hub.told not in wake.listeners:
            wake.listeners.append(hub.told)
