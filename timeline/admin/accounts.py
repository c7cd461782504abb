"""Accounts and their roles: who may sign in, and as what."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import NamedList

User = get_user_model()
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


admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles are made by the program; what each may do is one list, which every browser and reader can use."""

    filter_horizontal = ()

    def get_changelist(self, request, **kwargs):
        return NamedList


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Only a superuser makes superusers, gives single permissions, or changes a superuser's account."""

    add_form = NewAccountForm
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
            kwargs |= {"widget": CheckboxSelectMultiple, "help_text": "", "label": _("Role")}
            return db_field.formfield(**kwargs)
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "groups":
            # Roles are made by the program: a sign beside them to add one would lead astray.
            field.widget.can_add_related = False
        return field

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
