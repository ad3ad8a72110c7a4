"""The pages of the plan."""

from . import goals, papers, parts, plan, promises, proposals, readability, sums, versions

__all__ = ["goals", "papers", "parts", "plan", "promises", "proposals", "readability", "sums", "versions"]
