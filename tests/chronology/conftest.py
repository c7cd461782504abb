"""Settings of the property tests: the same cases each time, and no limit that a slow machine misses."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
