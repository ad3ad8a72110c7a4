"""Offers: what there is to take up, childcare that fits a week, groups, and mothers who want to meet."""
