"""A job is done once, whoever looks for it; what a killed worker had begun is begun again, and in the end given up."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Organisation
from backend.reach import jobs
from tests.reach.tasks import come_to_grief, write_down

ME = new_id()


def after(stretch: timedelta) -> object:
    return clock.standing_at(clock.now() + stretch)


def done() -> list[str]:
    return sorted(Organisation.objects.values_list("name", flat=True))


def test_jobs_are_done_in_turn_and_one_that_fails_keeps_nobody_waiting(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    write_down.enqueue(name="one")
    grief = come_to_grief.enqueue(secret="what-somebody-wrote")
    write_down.using(run_after=clock.now() + timedelta(minutes=5)).enqueue(name="later")
    write_down.using(priority=9).enqueue(name="two")
    jobs.do_jobs(ME)
    assert done() == ["one", "two"]
    failed = DBTaskResult.objects.get(pk=grief.id)
    assert (failed.status, failed.exception_class_path) == ("FAILED", "builtins.ValueError")
    assert "what-somebody-wrote" not in failed.traceback + failed.exception_class_path
    DBTaskResult.objects.filter(status="READY").update(run_after=clock.now())
    jobs.do_jobs(ME)
    assert done() == ["later", "one", "two"]


def test_what_a_killed_worker_had_begun_is_begun_again_after_its_lease(db: None) -> None:
    write_down.enqueue(name="one")
    killed = jobs._claim(new_id())
    assert killed is not None
    jobs.tidy()
    jobs.do_jobs(ME)
    assert done() == []
    with clock.standing_at(clock.now() + jobs.LEASE + timedelta(seconds=1)):
        jobs.tidy()
        jobs.do_jobs(ME)
    assert done() == ["one"]
    assert not jobs._mine(killed).update(status="FAILED"), "who was thought dead has no say any more"


def test_what_kills_every_worker_is_given_up(db: None, caplog: pytest.LogCaptureFixture) -> None:
    write_down.enqueue(name="one")
    for times in range(jobs.TRIES):
        with clock.standing_at(clock.now() + times * timedelta(hours=1)):
            assert jobs._claim(new_id()) is not None
        with clock.standing_at(clock.now() + times * timedelta(hours=1) + timedelta(minutes=30)):
            jobs.tidy()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert "given up" in caplog.text
    with clock.standing_at(clock.now() + timedelta(days=9)):
        jobs.tidy()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_who_look_at_once_do_each_job_once() -> None:
    for number in range(30):
        write_down.enqueue(name=f"{number:02}")

    def work(_: int) -> None:
        try:
            for _ in range(10):
                jobs.do_jobs(new_id())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))
    assert done() == [f"{number:02}" for number in range(30)]
