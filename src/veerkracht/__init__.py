"""Veerkracht: one table for a mother and her klantmanager; the system changes, not the woman."""

__version__ = "0.1.0"
