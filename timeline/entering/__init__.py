"""What a claim comes to while it is being entered: its words read, its conflicts foreseen, nothing written."""
