"""What can be wrong with a whole file."""


class UnreadableFile(ValueError):
    """The file cannot be read as a table of people; the message says why and what to do."""
