"""What we know ("Wat we weten"): the household of a case, fact by fact, with who said it and when."""
