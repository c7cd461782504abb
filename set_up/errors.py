"""The one exception of set-up."""


class SetUpError(Exception):
    """A step could not be done; the text is a sentence for the person at the terminal, with the remedy."""
