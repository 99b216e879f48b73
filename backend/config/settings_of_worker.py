"""The worker's settings: those of the server without its pages, which it would carry along for nothing (50 MB)."""

from backend.config.settings import *  # noqa: F403
from backend.config.settings import BASE_DIR, INSTALLED_APPS, LOCALE_PATHS

_PAGES = (
    "django.contrib.admin.apps.SimpleAdminConfig", "django.contrib.messages", "django.contrib.staticfiles",
    "channels", "pwa", "citizen_app", "backend.demo",
)  # fmt: skip
INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in _PAGES]
LOCALE_PATHS = [*LOCALE_PATHS, BASE_DIR / "citizen_app" / "locale"]
