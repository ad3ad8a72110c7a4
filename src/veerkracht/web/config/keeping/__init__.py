"""Keeping what is stored: backup, restore, and what happens every day."""
