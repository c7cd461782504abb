"""What the shipped atlas says, held against what was read in the documents."""
