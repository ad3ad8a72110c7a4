"""Money in time: a household, what happens to it, and every payment with its day."""
