"""What one change in the system is worth, in hours (from the week) and in euros a month (from the law)."""
