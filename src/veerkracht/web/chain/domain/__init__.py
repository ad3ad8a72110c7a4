"""The chain in pure Python: how full a week of help is, and which step may follow which."""
