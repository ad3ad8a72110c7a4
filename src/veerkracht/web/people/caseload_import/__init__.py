"""A caseload file to people: what the file is (`tables`), its columns, its dates, its rows. Nothing is guessed."""
