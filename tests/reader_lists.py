"""The lists that readers go through, each with a page for every record."""

LISTS = (
    "/chronology/",
    "/events/",
    "/movements/",
    "/places/",
    "/people/",
    "/forces/",
    "/sources/",
    "/claims/",
    "/lessons/",
)
