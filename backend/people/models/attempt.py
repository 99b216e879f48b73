"""How often something was tried that may be tried only so often, such as a code."""

from django.db import models


class Attempt(models.Model):
    """One counter: `key` names what is tried and by whom, as a digest. It begins anew when `since` is long ago."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField()
    count = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.key
