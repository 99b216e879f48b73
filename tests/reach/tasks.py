"""Jobs for the tests: they write down that they were done, or come to grief."""

from django_tasks import task

from backend.people.models import Organisation


@task()
def write_down(*, name: str) -> str:
    Organisation.objects.create(name=name, kind="municipality")
    return name


@task()
def come_to_grief(*, secret: str) -> None:
    raise ValueError(secret)
