"""The addresses of the public API, version 1."""

urlpatterns = []
