"""Of two saves that come at one moment one goes through, and the other is shown it."""

import sqlite3
import threading
from contextlib import closing, contextmanager

import pytest
from django.db import connection, connections

from tests.factories import make_atlas, make_event
from tests.timeline.history.test_pages import EVERYTHING, page
from tests.timeline.roles import holding
from tests.timeline.test_admin import form_values
from timeline.admin.two_editors import Overtaken, meeting, take_turn
from timeline.models import Act, Event


@pytest.fixture(scope="module", autouse=True)
def database_as_it_was(django_db_setup, django_db_blocker):
    """What migrations wrote, roles among it, is there again for the files after this one.

    After a test with transactions of its own Django empties every table.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with django_db_blocker.unblock(), closing(sqlite3.connect(":memory:")) as kept:
        connection.ensure_connection()
        connection.connection.backup(kept)
        yield
        kept.backup(connection.connection)


@pytest.mark.django_db
def test_a_turn_is_taken_once(db):
    make_event(make_atlas(), "battle", on="1909-07-13")
    first, second = Event.objects.get(), Event.objects.get()
    take_turn(first, 1)
    assert (first.version, Event.objects.get().version) == (2, 2)
    with pytest.raises(Overtaken):
        take_turn(second, 1)
    with pytest.raises(Overtaken):
        take_turn(second, None)
    assert Event.objects.get().version == 2


@contextmanager
def shared_by_threads(folder):
    """Let every thread that asks have a connection of its own to one database.

    SQLite's database of the tests is in memory, where two connections do not wait for each other: a copy
    in a file behaves as the site's does.
    """
    mine = connections["default"]
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    path = str(folder / "copy.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [path])

    def join() -> None:
        connections["default"] = type(mine)({**mine.settings_dict, "NAME": path}, "default")

    try:
        join()
        yield join
    finally:
        connections["default"].close()
        connections["default"] = mine


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_in_two_transactions_one_goes_through_and_the_other_sees_it(monkeypatch, tmp_path):
    make_event(make_atlas(), "battle", on="1909-07-13")
    event = Event.objects.get()
    clients = {name: holding(*EVERYTHING, name=name) for name in ("anna", "ben")}
    values = {name: form_values(client.get(page(event, "change"))) for name, client in clients.items()}
    # Both have looked and found nothing newer before either writes.
    both = threading.Barrier(2, timeout=30)
    overtaken = meeting.Meeting.overtaken.fget

    def looked(self):
        found = overtaken(self)
        both.wait()
        return found

    monkeypatch.setattr(meeting.Meeting, "overtaken", property(looked))
    answers = {}

    def save(name: str, join) -> None:
        join()
        try:
            answer = clients[name].post(page(event, "change"), {**values[name], "title": name})
            answers[name] = (answer.status_code, answer.content.decode())
        finally:
            connections.close_all()

    with shared_by_threads(tmp_path) as join:
        threads = [threading.Thread(target=save, args=(name, join)) for name in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        by_status = {status: (name, said) for name, (status, said) in answers.items()}
        assert sorted(by_status) == [200, 302]
        first = by_status[302][0]
        assert "Somebody else has saved this record" in by_status[200][1]
        assert (Event.objects.get().title, Event.objects.get().version) == (first, 2)
        assert list(Act.objects.values_list("by", flat=True)) == [first]
