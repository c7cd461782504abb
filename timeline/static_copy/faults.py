"""What can go wrong while a static copy is written; each says in a sentence what to do."""


class CopyFault(Exception):
    """No copy was written, and the one that was there is whole. The message says why; after that is mended, ask
    again."""
