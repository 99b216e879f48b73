"""The real settings, leading to the small site."""

from backend.config.settings import *  # noqa: F403
from backend.config.settings import TAVLEN_DATA_DIR

ROOT_URLCONF = "tests.config.site"
STATICFILES_DIRS = [TAVLEN_DATA_DIR / "assets"]
