"""Makes accounts that have a role or some rights, and their browsers."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client

ROLES = ("Editor", "Reviewer", "Administrator")
PASSWORD = "not a common one 1288"  # noqa: S105 - of accounts that live as long as a test


def account(role: str, name: str = ""):
    """An account in the group of this role; "" is one of the staff without any."""
    user = get_user_model().objects.create_user(name or role.lower() or "nobody", password=PASSWORD, is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def browser(user) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user)
    return client


def holding(*rights: str, name: str = "editor") -> Client:
    """The browser of one of the staff who has these rights and no others."""
    user = account("", name)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return browser(user)
