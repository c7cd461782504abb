"""The tables of places and what gazetteers know of them."""
