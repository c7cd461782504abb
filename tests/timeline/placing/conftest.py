"""Desks of editors with different rights, and a small gazetteer in the place of the packaged one."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from geo import geocoding
from geo.gazetteer import index
from geo.gazetteer.records import GazetteerRecord
from geo.geocoding import OfflineGazetteer
from geo.points import Point

RECORDS = [
    GazetteerRecord("geonames:1", "Āstārā", ("Astara", "آستارا"), Point(38.43, 48.87), "IR", 39065),
    GazetteerRecord("geonames:2", "Astara", ("Astara",), Point(38.46, 48.87), "AZ", 15190),
    GazetteerRecord("geonames:3", "Bandar-e Anzalī", ("Enzeli", "بندر انزلی"), Point(37.4732, 49.4578), "IR", 118564),
]


@pytest.fixture(scope="session")
def filled_gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.sqlite3"
    index.fill(path, RECORDS)
    return path


@pytest.fixture(autouse=True)
def gazetteer(filled_gazetteer, monkeypatch):
    monkeypatch.setattr(geocoding, "OfflineGazetteer", lambda: OfflineGazetteer(filled_gazetteer))


@pytest.fixture
def desk_of(client):
    """Log an editor in who has these rights of the admin, such as "geo.change_place"."""

    def desk(*rights: str, name: str = "editor"):
        user = get_user_model().objects.create_user(name, is_staff=True)
        for right in rights:
            app, codename = right.split(".")
            user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
        client.force_login(user)
        return client

    return desk


@pytest.fixture
def desk(client):
    """The desk of an editor who may do everything."""
    user = get_user_model().objects.create_superuser("chief", first_name="Iranshahr", last_name="K.")
    client.force_login(user)
    return client
