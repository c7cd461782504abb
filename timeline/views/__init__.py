"""The pages for readers: each view parses, asks one object and renders."""
