"""What the pages for readers show: entries of the read model put into words, tables and small drawings."""
