"""manage.py forget: delete now what was removed more than 15 minutes ago (a running server does it every minute)."""

from typing import Any

from django.core.management.base import BaseCommand

from backend.plans.forget import forget_removed


class Command(BaseCommand):
    help = "Delete for good what was removed more than 15 minutes ago."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{forget_removed()} gone")
