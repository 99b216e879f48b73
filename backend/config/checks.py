"""What makes a server refuse to start."""
