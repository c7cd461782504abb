"""Accounts and their roles: who may sign in, and as what."""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import NamedList
from timeline.admin.speaking import speak

User = get_user_model()
LABELS = {
    "username": _("Name to sign in with"),
    "email": _("Address of e-mail"),
    "is_active": _("May sign in"),
    "is_staff": _("Works in the admin"),
    "is_superuser": _("May do everything"),
    "user_permissions": _("Single permissions"),
    "password1": _("Password"),
    "password2": _("Password once more"),
    "name": _("Name of the role"),
    "permissions": _("What it may do"),
}
HELP = {
    "username": _("Write letters, figures and the signs @ . + - _ alone; other editors see this name in the history."),
    "groups": _("Tick one: what each may do is said above."),
    "first_name": _("It stands under decisions, for readers, with the last name."),
    "last_name": _("Leave both names empty to sign decisions with the name to sign in with."),
    "email": _("You may leave it empty: no mail is sent to it."),
    "is_active": _("Untick it to lock somebody out and keep what they did."),
    "is_staff": _("Leave it ticked: there is no other place to sign in to."),
    "is_superuser": _("Tick it only for whoever runs the machine: no role limits this account."),
    "user_permissions": _("Choose more than one by holding Control, or Command on a Mac; roles are clearer."),
    "password2": _("Type the same again, so that a slip is noticed."),
    "name": _("Accounts are put into a role by this name."),
    "permissions": _("Choose more than one by holding Control, or Command on a Mac."),
}
ROLES = _(
    "An Editor enters and changes drafts and submits them. A Reviewer also publishes, sends back, withdraws, decides"
    " disputes, interprets and merges. An Administrator may do everything, and makes accounts."
)


class NewAccountForm(UserCreationForm):
    """Asks the name, the password and the role at once."""

    class Meta(UserCreationForm.Meta):
        fields = ("username", "groups")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].required = True
        self.fields["groups"].error_messages["required"] = _("Choose a role: without one the account can do nothing.")
        _put_words(self)


class AccountForm(UserChangeForm):
    """Changes who somebody is and what they may do."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _put_words(self)


class RoleForm(forms.ModelForm):
    """Names a role and what it may do."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _put_words(self)


def _put_words(form) -> None:
    for name, field in form.fields.items():
        field.label, field.help_text = LABELS.get(name, field.label), HELP.get(name, field.help_text)
        if hasattr(field.widget, "can_add_related"):
            # There are three roles, and what each may do is no business of an account's form.
            field.widget.can_add_related = False
    speak(form)
    if "username" in form.fields:
        form.fields["username"].error_messages |= {
            "unique": _("Somebody has this name already: choose another."),
            "invalid": _("Write letters, figures and the signs @ . + - _ alone, without a space."),
        }


admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles are made by the program; what each may do is one list, which every browser and reader can use."""

    form = RoleForm
    filter_horizontal = ()

    def get_changelist(self, request, **kwargs):
        return NamedList


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Only a superuser makes superusers, gives single permissions, or changes a superuser's account."""

    add_form = NewAccountForm
    form = AccountForm
    list_display = ("username", "first_name", "last_name", "roles", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    show_full_result_count = False
    filter_horizontal = ()
    add_fieldsets = (
        (None, {"fields": ("username", "password1", "password2")}),
        (_("Role"), {"fields": ("groups",), "description": ROLES}),
    )
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Role"), {"fields": ("is_active", "groups"), "description": ROLES}),
        (_("Beyond roles"), {"classes": ("collapse",), "fields": ("is_staff", "is_superuser", "user_permissions")}),
        (_("When"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    @admin.display(description=_("roles"))
    def roles(self, user) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join(["superuser", *names] if user.is_superuser else names)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "groups":
            kwargs |= {"widget": CheckboxSelectMultiple, "label": _("Role")}
            return db_field.formfield(**kwargs)
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)

    def get_changelist(self, request, **kwargs):
        return NamedList

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request, obj=None):
        sets = super().get_fieldsets(request, obj)
        beyond = self.fieldsets[3]
        return [each for each in sets if each is not beyond] if not request.user.is_superuser else sets

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._may(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._may(request, obj)

    @staticmethod
    def _may(request, obj) -> bool:
        return obj is None or not obj.is_superuser or request.user.is_superuser

    def save_model(self, request, obj, form, change):
        if not change:
            # Who has a role works in the admin: there is no other place to sign in to.
            obj.is_staff = True
        super().save_model(request, obj, form, change)
