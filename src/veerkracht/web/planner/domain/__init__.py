"""The care week of one family, without Django: what people told us, made into the form that `veerkracht.week` reads."""
