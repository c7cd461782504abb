"""Shortens titles for lists, head lines and the tab of the browser."""


def shortened(text: str, length: int = 160) -> str:
    """The text, or its beginning with an ellipsis, cut between words where there are any."""
    text = " ".join(str(text).split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, space, _tail = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut).rstrip(" ,;:") + "…"
