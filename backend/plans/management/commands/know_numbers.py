"""python manage.py know_numbers < file: tell Tavlen whom MitID's social security numbers are, and keep none of them."""

import re
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from backend.people.identities import know_number
from backend.people.models import Person
from backend.plans.intake_lines import HANDLE


class Command(BaseCommand):
    help = "Reads lines of `citizen's number in the spreadsheet;social security number`; all of them count, or none."

    def handle(self, *args: Any, **options: Any) -> None:
        lines = [re.split(r"[;,\t]", line.strip()) for line in sys.stdin if line.strip()]
        with transaction.atomic():
            for place, cells in enumerate(lines, start=1):
                self._tell(place, cells)
        self.stdout.write(f"{len(lines)} citizens can sign in with MitID.")

    def _tell(self, place: int, cells: list[str]) -> None:
        """The line is named by its place: what it says is not for a terminal's memory."""
        if len(cells) != 2:
            raise CommandError(f"Line {place} is not two cells. Nothing is kept.")
        person = Person.objects.filter(handle=HANDLE + slugify(cells[0])).first()
        if person is None:
            raise CommandError(f"Line {place} names no citizen. Nothing is kept.")
        try:
            know_number(person_id=person.pk, number=cells[1])
        except ValueError as wrong:
            raise CommandError(f"Line {place}: {wrong}. Nothing is kept.") from None
