"""Sentences made from values, once, at the edge: for its reader, in the right person. Nothing is parsed back."""
