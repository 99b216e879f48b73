"""A log line holds nothing that belongs to a citizen."""

import json
import logging
import sys

from backend.config.logs import OneLine


def line_of(message: str, *args: object, broken: bool = False, **extra: object) -> str:
    exc_info = None
    if broken:
        try:
            raise ValueError("words of a citizen")
        except ValueError:
            exc_info = sys.exc_info()
    record = logging.LogRecord("tavlen.test", logging.INFO, __file__, 1, message, args, exc_info)
    vars(record).update(extra)
    return OneLine().format(record)


def test_a_line_is_one_line_of_json() -> None:
    line = line_of("first\nsecond %s", "æøå", facts={"status": 200})
    assert "\n" not in line
    told = json.loads(line)
    assert (told["message"], told["status"], told["level"]) == ("first\nsecond æøå", 200, "INFO")


def test_an_exception_is_told_by_type_and_place_and_not_by_its_words() -> None:
    told = json.loads(line_of("broken", broken=True))
    assert told["error"] == "ValueError"
    assert "test_logs.py" in told["Traceback"][-1]
    assert "words of a citizen" not in json.dumps(told)
