"""What a signal is made of: who hears it, how far it is, and what in its words could be recognised."""
