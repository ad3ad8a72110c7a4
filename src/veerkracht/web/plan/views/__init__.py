"""The pages of the plan."""

from . import goals, papers, parts, plan, promises, proposals, readability, versions

__all__ = ["goals", "papers", "parts", "plan", "promises", "proposals", "readability", "versions"]
