"""Everybody who helps her: who they are, what goes from one to another, and that nobody falls out of sight."""
