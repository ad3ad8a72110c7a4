"""Documents people take home: typst templates and the plain data they take, made into tagged PDF.

One document is a Python file and a typst file of the same name: the dataclass says what goes in, the
template how it looks. `look.typ` and `words.typ` hold what the documents share; `render.py` is the one
place that runs typst. Nothing here knows Django, reads a clock or opens a database.
"""
