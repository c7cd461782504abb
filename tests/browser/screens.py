"""The sizes of screen the atlas is made for, in CSS pixels."""

PHONE = (360, 740)
LAPTOP = (1280, 800)
PROJECTOR = (1920, 1080)
