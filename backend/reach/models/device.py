"""A device that may be nudged: where its push service is, and the keys that only the device can read with."""

from django.db import models

from backend.people.models import Person, Session

ENDPOINT_LENGTH = 1000


class Device(models.Model):
    """Lives no longer than the session in which it was asked for: whoever is signed out is told nothing more."""

    class Says(models.TextChoices):
        """How much stands on the lock screen."""

        NEUTRAL = "neutral"  # that there is news
        KIND = "kind"  # what sort of news; never what somebody wrote

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reach_devices")
    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="reach_device")
    endpoint = models.CharField(max_length=ENDPOINT_LENGTH, unique=True)
    p256dh = models.CharField(max_length=88)
    auth = models.CharField(max_length=24)
    says = models.CharField(max_length=8, choices=Says, default=Says.NEUTRAL)
    language = models.CharField(max_length=8)
    made_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)  # when the push service last took something for it
    rests_until = models.DateTimeField(null=True)  # the push service asked to be left alone until then

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(says__in=["neutral", "kind"]), name="device_says_known"),
        ]

    def __str__(self) -> str:
        return f"device {self.pk}"
