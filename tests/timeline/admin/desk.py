"""What tests of the admin's forms share: what a page's form would send."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission


def form_values(page) -> dict[str, str]:
    """Every field that the form of a page sends, with its inlines, as it stands."""
    values = {}
    for form in [page.context["adminform"].form, *_inline_forms(page)]:
        for field in form:
            value = field.value()
            if value is None or value is False:
                continue
            values[field.html_name] = "on" if value is True else value
    for formset in _formsets(page):
        for field in formset.management_form:
            values[field.html_name] = field.value()
    return values


def _formsets(page):
    return [each.formset for each in page.context["inline_admin_formsets"]]


def _inline_forms(page):
    return [form for formset in _formsets(page) for form in formset.forms]


def problems(page) -> str:
    """What a page refuses, in one text."""
    found = [*page.context["adminform"].form.errors.values()]
    for formset in _formsets(page):
        found += [*formset.non_form_errors(), *(list(form.errors.values()) for form in formset.forms if form.errors)]
    return " ".join(map(str, found))


def signed_in(client, *rights: str, name: str = "helper"):
    """The client signed in as somebody of the staff with these rights and no others; a superuser without any."""
    users = get_user_model().objects
    if not rights:
        client.force_login(users.create_superuser(name, password="not a common one 1288"))
        return client
    user = users.create_user(name, password="not a common one 1288", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return client
