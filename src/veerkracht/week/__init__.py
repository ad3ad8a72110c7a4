"""The care week: which paid hours fit, what stops more, who could move it. Needs the standard library alone."""
