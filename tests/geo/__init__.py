"""Tests of places and their drawing."""
