"""Money: the facts asked once, what is left with more hours, and where each euro comes from."""
