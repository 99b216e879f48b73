"""Who takes part: somebody of the demo, signed in on a line of their own, with the plan they came to."""

import re
from dataclasses import dataclass, field

import httpx

BROAD = ("citizen", "consultant")


@dataclass
class Person:
    """Signed in; the session is in the database, so it outlives the server that made it."""

    role: str
    url: str
    cookie: str
    plan_id: int
    headers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.headers = {"Cookie": self.cookie}

    @property
    def is_broad(self) -> bool:
        return self.role in BROAD

    def by(self, url: str) -> "Person":
        """The same session by another way: through a line, or at another process."""
        return Person(self.role, url, self.cookie, self.plan_id)


def enter(url: str, role: str, *, plan_id: int = 0, person_id: int = 0) -> Person:
    """Sign in as the main person of a role, or as one by number; `plan_id` says which plan is meant."""
    given = {"person": str(person_id)} if person_id else {"as": role}
    with httpx.Client(base_url=url, timeout=20) as client:
        answer = client.post("/demo/enter", data=given)
        assert answer.status_code == 303, (answer.status_code, answer.text[:300])
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    found = re.search(r"/plans/(\d+)/", answer.headers["Location"])
    return Person(role, url, cookie, plan_id or int(found[1] if found else 0))
