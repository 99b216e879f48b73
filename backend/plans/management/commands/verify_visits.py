"""python manage.py verify_visits: has anybody touched the list of who has seen whose plan?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.plans import visits


class Command(BaseCommand):
    help = "Checks the chain of visits and its anchors; exit code 1 and the places when something was touched."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = visits.verify()
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("Nobody has touched the visits.")
