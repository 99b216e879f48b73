"""Sockets for those tests of access that listen as well as read."""

from tests.live.conftest import sockets as sockets
