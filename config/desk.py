"""The admin's site: its name, its first page, and its contents in the order of an editor's work."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.urls import path
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

CONTENTS = (
    (_("What is told"), ("Event", "Movement", "Claim", "Source", "Lesson")),
    (_("Where and who"), ("Place", "Person", "Force", "Name")),
    (_("Judged and rearranged"), ("Decision", "Interpretation", "Act")),
    (_("In and out"), ("Job",)),
    (_("Frames"), ("Atlas", "Theatre", "Side", "Period")),
    (_("Parts of records"), ("Relation", "Participation", "Leg", "Mover", "FormerSlug")),
    (_("Accounts"), ("User", "Group")),
)


class DeskConfig(AdminConfig):
    """Takes the place of Django's own configuration of the admin."""

    default_site = "config.desk.Desk"


class Desk(AdminSite):
    site_header = site_title = "Marchlines"
    index_title = _("What waits")
    enable_nav_sidebar = True

    def get_urls(self):
        return [path("waiting/<slug:what>/", self.admin_view(self.waiting), name="waiting"), *super().get_urls()]

    def index(self, request, extra_context=None):
        # The board reads records, and this module is loaded before there are any.
        from timeline.admin.board.beginning import beginnings
        from timeline.admin.board.board import recent_changes, sections

        board = {
            "sections": sections(request),
            "recent": recent_changes(request.user),
            "beginnings": beginnings(request.user),
        }
        return super().index(request, {**board, **(extra_context or {})})

    def waiting(self, request, what: str):
        from timeline.admin.board.board import waiting_page

        return waiting_page(self, request, what)

    def get_app_list(self, request, app_label=None):
        """The contents, put together where a page draws them: every view asks, and many draw none."""
        if app_label:
            return super().get_app_list(request, app_label)
        return SimpleLazyObject(lambda: self._contents(request))

    def _contents(self, request) -> list[dict]:
        """The contents by what they are to an editor; what is in no group stands after them under its own app."""
        # Not sorted by their names, as Django sorts them: their place is in the groups.
        apps = self._build_app_dict(request).values()
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        grouped = [
            {"name": name, "app_label": "", "app_url": "", "has_module_perms": True,
             "models": [models.pop(each) for each in names if each in models]}
            for name, names in CONTENTS
        ]  # fmt: skip
        rest = [
            {**app, "models": left}
            for app in apps
            if (left := [model for model in app["models"] if model["object_name"] in models])
        ]
        return [group for group in grouped if group["models"]] + rest
