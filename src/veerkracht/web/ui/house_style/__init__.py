"""A municipality's own look, from a folder that is read when the program starts: colours, type, logo, name.

`HOUSE_STYLE` names the folder; in it `tokens.css`, `logo.svg` or `logo.png`, and `house.toml`, each of which may be
absent. For more municipalities in one installation: a folder in it for each, by its short name (slug). Nothing of a
file reaches a browser as it stands: tokens are read and written anew, a logo is only ever a picture.
"""
