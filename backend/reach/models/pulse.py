"""The sign of life of a worker process: numbers only."""

from django.db import models


class Pulse(models.Model):
    """One row a process. `beat_at` follows its rounds, so that a worker that hangs in one looks as dead as it is."""

    worker = models.UUIDField(primary_key=True)
    began_at = models.DateTimeField()
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"worker {self.pk}"
