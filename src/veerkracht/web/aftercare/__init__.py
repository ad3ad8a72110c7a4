"""After the start: getting used, a plan for when it does not work out, talks she chose, and a good end."""
