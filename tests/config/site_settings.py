"""The real settings, leading to the small site instead of to the screens."""

from backend.config.settings import *  # noqa: F403
from backend.config.settings import INSTALLED_APPS, TAVLEN_DATA_DIR

ROOT_URLCONF = "tests.config.site"
INSTALLED_APPS = [name for name in INSTALLED_APPS if name not in ("citizen_app", "backend.demo")]
STATICFILES_DIRS = [TAVLEN_DATA_DIR / "assets"]
