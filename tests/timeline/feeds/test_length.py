"""Documents of any length are made part by part: the first parts come before the last event is read."""

from itertools import count, islice

import pytest

from tests.timeline.feeds.documents import SIDES, imprint
from tests.timeline.feeds.entries import event
from timeline.feeds import anniversaries, event_table, timelinejs

WRITERS = {
    "events.csv": lambda events: event_table.written(events, imprint(), SIDES),
    "timelinejs.json": lambda events: timelinejs.written(events, [], imprint(), SIDES, whole=True),
    "timelinejs.csv": lambda events: timelinejs.sheet(events, [], imprint(), SIDES, whole=True),
    "atlas.ics": lambda events: anniversaries.written(events, imprint(), 0),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_no_writer_waits_for_the_last_event(write):
    read = []

    def events():
        for number in count():
            read.append(number)
            yield event(f"e{number}")

    parts = "".join(islice(write(events()), 12))
    assert "e3" in parts
    assert len(read) < 13
