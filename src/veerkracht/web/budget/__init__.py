"""Her own budget: what she wishes, what was decided, what was spent and what is left, in whole cents."""
