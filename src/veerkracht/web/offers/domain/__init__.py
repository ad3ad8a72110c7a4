"""Offers without Django: what they are about, which fit, and at whom the catalogue aims."""
