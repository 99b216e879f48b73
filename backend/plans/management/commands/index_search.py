"""manage.py index_search: make anew what can be found by a word, from what stands in every plan."""

from typing import Any

from django.core.management.base import BaseCommand

from backend.plans.search_index import rebuild


class Command(BaseCommand):
    help = "Make the index of the search anew, plan by plan; while it runs the others go on."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} texts")
