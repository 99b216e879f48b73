"""A good meeting, minute by minute: the table in which the plan is made, played on a real server."""
