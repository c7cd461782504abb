"""What became of a record: its versions, what differs between them, and how it is put back."""
