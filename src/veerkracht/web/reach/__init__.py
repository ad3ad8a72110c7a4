"""The one send reach: how somebody wants to be reached, and the few messages that may go out."""
