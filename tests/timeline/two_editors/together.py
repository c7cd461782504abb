"""Two editors at one record: how each saves it, and is told that the other has."""

from tests.timeline.admin.desk import form_values, problems
from tests.timeline.history.test_pages import EVERYTHING, page
from tests.timeline.roles import holding


def two_editors():
    """The browsers of Anna and Ben."""
    return [holding(*EVERYTHING, name=name) for name in ("anna", "ben")]


def values_for_both(editors, record):
    """What the form of the record sends as it stands: both editors have opened it, and it is the same for both."""
    hers, his = (form_values(client.get(page(record, "change"))) for client in editors)
    assert hers == his
    return his


def save(client, record, values):
    answer = client.post(page(record, "change"), values)
    assert answer.status_code == 302, answer.context and problems(answer)


def clash(client, record, values):
    answer = client.post(page(record, "change"), values)
    assert "Somebody else has saved this record" in answer.content.decode()
    return answer
