"""Training: her wish on top, her routes and the offers of others beside it, compared in hours, years and her week."""
