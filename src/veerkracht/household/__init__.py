"""Who lives here and what is so: typed records that law, money and week stand on. Standard library only."""
