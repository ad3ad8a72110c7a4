"""Does it hold? What a life event does to the money, in nine separate figures that are never added up."""
