"""What waits for somebody: records on their way, records that lack something, questions that nobody has decided."""
