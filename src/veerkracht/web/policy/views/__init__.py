"""Pages of the policy maker: figures, self-scan, evidence and the report for the council."""
