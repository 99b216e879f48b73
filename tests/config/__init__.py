"""The composition root: settings, checks, headers, guards and the handler."""
