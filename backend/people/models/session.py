"""A session: somebody signed in on a device, until they sign out or it runs out."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from backend.people.models.person import Person


class Session(AbstractBaseSession):
    """Django's session, which also knows whose it is, so that they can see and end it (people/sessions.py keeps it)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="sessions")
    used_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> type:
        from backend.people.sessions import SessionStore

        return SessionStore
