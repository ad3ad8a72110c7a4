"""Pages of the giver, of the second reader, and of who answers."""
