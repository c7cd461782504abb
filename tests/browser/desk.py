"""People of the desk: their accounts and sessions, made once and copied with the atlas."""

import json
from pathlib import Path

from tests.browser.site import manage

PASSWORD = "a long one of 1288"  # noqa: S105 - of accounts of the tests
# Sessions are begun here as well: whoever signs in by the form waits for a password to be hashed.
PEOPLE = f"""
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.test import Client
password = make_password({PASSWORD!r})
sessions = {{}}
for name, role in {{"head": "", "anna": "", "ben": "", "editor": "Editor", "reviewer": "Reviewer"}}.items():
    user = get_user_model().objects.create(username=name, password=password, is_staff=True, is_superuser=not role)
    if role:
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    sessions[name] = client.cookies["sessionid"].value
print(json.dumps(sessions))
"""
SESSIONS = "sessions.json"


def staff(data: Path) -> Path:
    """Give a data folder that is not served its people: a head and two more who may all, an editor, a reviewer."""
    printed = manage(data, "shell", "--verbosity=0", "--command", PEOPLE)
    (data / SESSIONS).write_text(printed.splitlines()[-1], encoding="utf-8")
    return data


def session(data: Path, name: str) -> dict[str, str]:
    """The cookie that a browser has after this person signed in, without the address of the site."""
    return {"name": "sessionid", "value": json.loads((data / SESSIONS).read_text(encoding="utf-8"))[name]}
