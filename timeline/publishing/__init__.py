"""A record's way to the reader: draft, in review, published, withdrawn; who may take which step, and what it needs."""
