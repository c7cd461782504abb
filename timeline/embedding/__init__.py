"""What other sites need to show a view of ours: which address they mean, its state, the code to paste."""
