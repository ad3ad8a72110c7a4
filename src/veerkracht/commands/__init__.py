"""The commands of `veerkracht` that print a result: they read a file, ask a front door and write its JSON form."""
