"""The pages of the map, a module for each thing on it."""
