"""The admin's part of the way to the reader: who may change what, the steps as buttons and actions, the preview."""

from .standing import PublishingAdmin

__all__ = ["PublishingAdmin"]
