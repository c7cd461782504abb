"""Groups the types of CSL 1.0.2 by how their works are set in a citation."""

PERIODICALS = frozenset(
    ("article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book")
)
"""Articles: in quotation marks, in a periodical."""
ENTRIES = frozenset(("entry", "entry-dictionary", "entry-encyclopedia"))
"""Entries of works of reference."""
PARTS = ENTRIES | {"chapter", "paper-conference"}
"""Parts of books."""
WEB = frozenset(("webpage", "post", "post-weblog"))
"""Pages on the web."""
UNPUBLISHED = frozenset(("manuscript", "interview", "document"))
"""What has a title of its own and was not printed."""
DESCRIBED = frozenset(("personal_communication", "treaty"))
"""What goes by a description, not by a title."""
ALONE = frozenset((
    "bill", "book", "broadcast", "classic", "collection", "dataset", "event", "figure", "graphic", "hearing",
    "legal_case", "legislation", "map", "motion_picture", "musical_score", "pamphlet", "patent", "performance",
    "periodical", "regulation", "report", "software", "song", "speech", "standard", "thesis",
))  # fmt: skip
"""What stands by itself: in italics."""
TYPES = PERIODICALS | PARTS | WEB | UNPUBLISHED | DESCRIBED | ALONE
"""All types; a work of any other is cited as a document."""
