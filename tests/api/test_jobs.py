"""One writer, a queue before it, and what is told about jobs."""

from pathlib import Path

import pytest
from rie.api.jobs import Jobs
from rie.api.problems import Busy, Missing
from rie.api.writing import Process, TaskFailed

from tests.api.scripted import Scripted, until


@pytest.fixture
def runner():
    return Scripted()


@pytest.fixture
def jobs(runner):
    opened = Jobs(runner, waiting=3, waiting_bytes=100, kept=2, idle=0.05)
    yield opened
    runner.gate.set()
    opened.close()


def submit(jobs, number=0, **named):
    with jobs.place():
        return jobs.submit("ingest", {"number": number}, **named)


def ended(jobs, job):
    until(lambda: jobs.view(job.id)["status"] in {"done", "failed"})
    return jobs.view(job.id)


def test_jobs_run_one_after_the_other_in_their_order(jobs, runner):
    runner.gate.clear()
    first, second, third = (submit(jobs, number) for number in range(3))
    until(lambda: jobs.view(first.id)["status"] == "running")
    assert [jobs.view(job.id)["ahead"] for job in (first, second, third)] == [0, 1, 2]
    until(lambda: jobs.view(first.id)["progress"] == {"documents": 1})
    assert [jobs.view(job.id)["status"] for job in (second, third)] == ["queued", "queued"]
    runner.gate.set()
    view = ended(jobs, third)
    assert [task["number"] for task in runner.ran] == [0, 1, 2]
    assert view["result"]["snapshot"] == 3
    assert view["created_at"] <= view["started_at"] <= view["finished_at"]


def test_a_full_queue_sends_away_and_places_become_free(jobs, runner):
    runner.gate.clear()
    first = submit(jobs)
    until(lambda: jobs.view(first.id)["status"] == "running")
    with jobs.place(), jobs.place(), jobs.place(), pytest.raises(Busy) as refused, jobs.place():
        pass
    assert refused.value.seconds > 1
    for _ in range(3):
        last = submit(jobs)
    with pytest.raises(Busy), jobs.place():
        pass
    runner.gate.set()
    assert ended(jobs, last)["status"] == "done"
    submit(jobs)


def test_what_waits_is_not_larger_than_it_may_be(jobs):
    with jobs.place(60), pytest.raises(Busy), jobs.place(60):
        pass
    with jobs.place(60), jobs.place(40):
        pass
    with jobs.place(1000):  # alone it goes: its body has a limit of its own
        pass


def test_a_job_that_fails_says_why_and_the_next_one_runs(jobs, runner):
    runner.fail = "the store is full: make room"
    assert ended(jobs, submit(jobs))["error"] == "the store is full: make room"
    runner.fail, runner.error = None, KeyError("secret of the house")
    view = ended(jobs, submit(jobs))
    assert (view["status"], view["result"]) == ("failed", None)
    assert "secret" not in view["error"]
    runner.error = None
    assert ended(jobs, submit(jobs))["status"] == "done"


def test_the_last_ones_are_remembered(jobs):
    first, second, third = (ended(jobs, submit(jobs)) for _ in range(3))
    with pytest.raises(Missing):
        jobs.view(first["id"])
    assert jobs.view(second["id"]) == second
    assert jobs.view(third["id"]) == third


def test_what_a_job_leaves_behind_is_cleaned_and_told(jobs, runner):
    cleaned, told = [], []
    jobs.told = lambda job: told.append((job.kind, job.status))
    ended(jobs, submit(jobs, clean=lambda: cleaned.append(1)))
    runner.fail = "no"
    ended(jobs, submit(jobs, clean=lambda: cleaned.append(2)))
    until(lambda: len(told) == 2)
    assert cleaned == [1, 2]
    assert told == [("ingest", "done"), ("ingest", "failed")]


def test_an_idle_runner_is_stopped(jobs, runner):
    ended(jobs, submit(jobs))
    until(lambda: runner.stopped > 0)


def test_the_end_of_the_service_gives_up_what_runs_and_waits_and_it_can_begin_again(jobs, runner):
    cleaned = []
    runner.gate.clear()
    running, waiting = submit(jobs), submit(jobs, clean=lambda: cleaned.append(1))
    until(lambda: jobs.view(running.id)["status"] == "running")
    jobs.close()
    assert [jobs.view(job.id)["status"] for job in (running, waiting)] == ["failed", "failed"]
    assert "ended" in jobs.view(waiting.id)["error"]
    assert cleaned == [1]
    with pytest.raises(Busy), jobs.place():
        pass
    runner.gate.set()
    jobs.open()
    assert ended(jobs, submit(jobs))["status"] == "done"


@pytest.fixture
def process():
    opened = Process(seconds=60)
    yield opened
    opened.stop()


def task(tmp_path: Path, name: str = "a.txt") -> dict[str, object]:
    (tmp_path / name).write_text("Oakrune raised $5 million in June 2016.", encoding="utf-8")
    return {"kind": "ingest", "store": str(tmp_path / "store"), "paths": [str(tmp_path / name)]}


def test_a_process_that_dies_fails_its_task_and_the_next_one_has_another(process, tmp_path):
    wanted = task(tmp_path)
    with pytest.raises(TaskFailed, match="was ended"):
        process.run(wanted, lambda _: process.abandon())
    assert not (tmp_path / "store" / "CURRENT").exists()
    counted = []
    assert process.run(wanted, counted.append)["documents"] == {"new": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    assert counted == [1]


def test_a_task_that_takes_too_long_is_given_up(tmp_path):
    process = Process(seconds=0.05)
    with pytest.raises(TaskFailed, match="time"):
        process.run(task(tmp_path), lambda _: None)
    process.stop()


def test_errors_of_the_store_are_told(process, tmp_path):
    (tmp_path / "store").write_text("no folder")
    with pytest.raises(TaskFailed, match="store"):
        process.run(task(tmp_path), lambda _: None)
    with pytest.raises(TaskFailed, match="no store"):
        process.run({"kind": "remove", "store": str(tmp_path / "none"), "documents": ["n-1"]}, lambda _: None)


def test_another_writer_fails_the_task_with_a_clear_word(process, own_store, tmp_path):
    from rie.pack import load_pack
    from rie.store import Writer

    with Writer(own_store, load_pack("business")), pytest.raises(TaskFailed, match="another process is writing"):
        process.run(task(tmp_path) | {"store": str(own_store)}, lambda _: None)
