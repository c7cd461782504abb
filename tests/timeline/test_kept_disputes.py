"""Disagreements are reckoned once for a state of the data, however many ask for them at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from timeline import kept_disputes
from timeline.chronicle.entries import DisputeList

READERS = 8


def test_many_readers_at_once_wait_for_one_reckoning(monkeypatch):
    asked, begun, go = [], Event(), Event()

    def reckoned(atlases, language):
        asked.append(atlases)
        begun.set()
        go.wait(10)
        return DisputeList((), {})

    monkeypatch.setattr(kept_disputes, "atlas_disputes", reckoned)
    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(kept_disputes.disputes_while, "of many readers", (1,), "en") for _ in range(READERS)]
        assert begun.wait(10)
        go.set()
        found = {id(reader.result(10)) for reader in readers}
    assert asked == [(1,)]
    assert len(found) == 1


def test_another_state_is_reckoned_anew_and_the_oldest_is_let_go(monkeypatch):
    asked = []
    monkeypatch.setattr(kept_disputes, "atlas_disputes", lambda atlases, _language: asked.append(atlases))
    for number in range(kept_disputes.MOST_KEPT + 1):
        kept_disputes.disputes_while(f"state {number}", (2,), "en")
    assert len(asked) == kept_disputes.MOST_KEPT + 1
    assert ("state 0", (2,), "en") not in kept_disputes._kept
