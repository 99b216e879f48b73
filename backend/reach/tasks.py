"""Jobs of this room, for django-tasks."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from backend.reach.models import Device
from backend.reach.pushed import Push


@task(priority=50)
def send_trial(*, device_id: int) -> None:
    """One nudge to the device that asked for it, if it is still there: its person sees what theirs look like."""
    from backend.reach.push import push_all  # not with the server, which only puts this into the queue

    device = Device.objects.filter(pk=device_id).first()
    if device is not None:
        push = Push(
            person_id=device.person_id,
            words=_("Sådan ser en besked ud"),
            url="/push/",
            group="trial",
            ttl=timedelta(minutes=10),
            urgency="high",
            only=frozenset({device.pk}),
        )
        push_all([push])
