"""The system map: who is around her, what each gives and takes, what hinders, what opens, who can change it."""
