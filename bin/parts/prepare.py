"""Brings a demo's database up to date and plants its people; in .venv, and in one process for a quick start."""

import os
import sys

from django.core.management import call_command

from parts import say
from parts.places import ROOT

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django

    django.setup()
    with say.doing("Database"):
        call_command("migrate", verbosity=0)
    with say.doing("Demo people"):
        call_command("plant_demo")
