"""Which package answers which address; nothing is defined here."""

from django.contrib import admin
from django.urls import include, path

from timeline.api.docs import docs

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("timeline.api.urls")),
    path("api/docs/", docs, name="api-docs"),
    path("", include("timeline.urls")),
]

handler400 = "timeline.views.errors.bad_request"
handler404 = "timeline.views.errors.not_found"
handler500 = "timeline.views.errors.server_error"
