"""Working Together to Safeguard Children 2026 and the Act of that year: the part of them that was read."""
