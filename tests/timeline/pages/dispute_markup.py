"""What tests of disputes look for in a page."""


def rows(page) -> dict:
    return {e.get("id"): e for e in page.iter("article")}


def of_class(element, name: str) -> list:
    return [e for e in element.iter() if name in e.get("class", "").split()]
