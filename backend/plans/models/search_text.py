"""What can be found by a word: one text of one thing, as the database looks for it."""

from django.db import models

from backend.plans.models.plan import Plan


class SearchText(models.Model):
    """`kind`, `thing_id` and `part` say which text it is: the how of a step, the words of a message.

    `words`: on PostgreSQL in small letters, stemmed by its index; on SQLite stemmed already, and mirrored by triggers
    into an FTS5 table. A migration that makes this table anew on SQLite must make those triggers anew, too.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    thing_id = models.UUIDField()
    part = models.CharField(max_length=12)
    group = models.CharField(max_length=48)  # what is read anew together: a step with its remarks
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing_id", "part"], name="search_text_once")]
        indexes = [models.Index(fields=["plan", "group"], name="search_text_group")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}: {self.part}"
