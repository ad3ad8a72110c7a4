"""What the rules mean for a life: what is left, which hours bring something, which euro arrives when."""
