"""The addresses of the pages for readers."""

urlpatterns = []
