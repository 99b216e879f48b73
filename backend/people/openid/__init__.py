"""Signing in by somebody else's word: MitID through a broker, staff through Entra ID. One road, few beliefs."""
