"""The first page of the admin: what waits, for whom, and where each of it is done."""
