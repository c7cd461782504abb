"""What happened, and who says so: events, movements, sources, claims, pages, API and feeds."""
