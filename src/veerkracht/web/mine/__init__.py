"""Her own place: five thin pages on which each capability says what it has for her, in `je`."""
