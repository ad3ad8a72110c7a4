"""Facts without a database: how a value is written down, childcare, offered work, and where two pages differ."""
