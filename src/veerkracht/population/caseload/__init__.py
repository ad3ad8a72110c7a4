"""What a municipality can change: a synthetic caseload with care weeks, and what each change opens for how many."""
