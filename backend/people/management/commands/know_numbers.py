"""python manage.py know_numbers < list: which social security number is whose, so that MitID finds them."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from backend.people.identities import know_number
from backend.people.models import Person


class Command(BaseCommand):
    help = "Reads lines of `handle;number` from standard input; keeps keyed hashes only. All of them, or none."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            count = sum(self._know(at, line) for at, line in enumerate(sys.stdin, start=1) if line.strip())
        self.stdout.write(f"{count} people can come in by MitID.")

    def _know(self, at: int, line: str) -> int:
        """A trouble is told by its line alone: nothing of what was read is ever written anywhere."""
        handle, _, number = line.strip().partition(";")
        person = Person.objects.filter(handle=handle.strip(), staff_role="", is_active=True).first()
        if person is None:
            raise CommandError(f"Line {at}: nobody has this handle, or they are staff. Nothing was kept.")
        try:
            know_number(person_id=person.pk, number=number)
        except ValueError:
            raise CommandError(f"Line {at}: a social security number has ten digits. Nothing was kept.") from None
        except IntegrityError:
            raise CommandError(f"Line {at}: the number is another person's already. Nothing was kept.") from None
        return 1
