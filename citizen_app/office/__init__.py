"""Django's own admin, arranged for the municipality's administrators: people and settings, and nothing of a plan."""
