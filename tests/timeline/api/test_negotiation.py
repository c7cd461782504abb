"""An address answers in its own format, whatever the client says it accepts."""

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/png", "nonsense", "*/*", ""])
def test_the_header_accept_changes_nothing(client, accept):
    response = client.get("/api/v1/events/", headers={"Accept": accept})
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
