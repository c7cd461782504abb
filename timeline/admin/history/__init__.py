"""The pages on which editors read what became of a record, compare its versions, and put it back."""
