"""`manage.py plant_demo`: fills an empty demo with people, once."""

from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from backend.demo.plant import plant


class Command(BaseCommand):
    help = "Plant the made-up municipality. Only in the demo; does nothing when it is already there."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.TAVLEN_DEMO:
            raise CommandError("Demo people belong only in the demo: set TAVLEN_DEMO=1 (bin/demo does).")
        start = monotonic()
        made = plant(lambda line: self.stdout.write(f"  planting: {line}"))
        if made:
            self.stdout.write(f"planted {made} changes in {monotonic() - start:.1f} s")
