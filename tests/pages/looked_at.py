"""Which pages axe looks at, through whose eyes; and why it looks at no others. test_every_page_is_looked_at.py holds
this against the access table, so that a new page is seen by someone.
"""

from urllib.parse import urlsplit

from django.urls import resolve

from tests.access.table import SET_UP

FIRST_STEP, FIRST_GOAL = "the first step", "the first goal"
PAGES = {
    "citizen": ["today/", "", "?view=board", "steps/new/", "me/", FIRST_STEP],
    "consultant": ["", FIRST_STEP],
    "supporter": ["", "steps/new/"],
}
OFFICE = [
    "/office/citizens/",
    "/office/intake/",
    "/office/setup/",
    "/office/setup/people/",
    "/office/setup/people/principle/",
    "/office/setup/people/principle/add/",
    "/office/setup/people/principle/1/change/",
    "/office/setup/people/principle/1/history/",
]
BESIDE = {
    "citizen": [
        "network/",
        "invitations/",
        "invitations/new/",
        "life-goal/",
        "about-me/",
        "check-ins/",
        "takeover/",
        "course/",
        "who/",
        "who/day/",
        "strengths/",
        "progress/",
        "progress/1/",
        "progress/over-time/",
        "progress/areas/",
        "progress/used/",
        "communities/",
        "offers/",
        "measurements/",
        "measurements/eleven/",
        "measurements/eleven/answer/",
        "measurements/own_goals/answer/",
        "goals/new/",
        FIRST_GOAL,
        "visits/",
        "screen/",
        "consents/",
        "conversation/?week=1",
        "conversation/1/",
        "search/",
        "reminders/",
        "wall/",
        "/calendar/",
        "/principles/",
        "/notices/",
        "/offline/",
        "/nothing/",
    ],
    "consultant": [
        "/desk/",
        "network/",
        "handover/",
        "course/",
        "course/suggestions/",
        "offers/",
        "conversation/",
        "conversation/later/",
        "consents/",
        "meetings/new/",
        "/hours/",
        "/ready/",
        "/wall/code/",
        "/meeting/",
        "/desk/look/",
    ],
    "supporter": ["who/", "strengths/", "progress/", "progress/over-time/", "me/"],
    "professional": ["", "offers/", "meetings/", "communities/", "search/?q=mentor"],
    "leader": ["/numbers/", "/numbers/looks/", "/accessibility/"],
    "administrator": ["/office/", *OFFICE, "/demo/", "/sign-in/"],
    "screen": ["screen/"],
}
AT_A_DESK = {"consultant": ["network/"]}  # where the map and the list stand side by side
SIGNED_IN_AND_OUT = ["me/", "/devices/", "/push/"]
# What only a story leads to: those of test_axe.py, and of test_axe_in_a_meeting.py, which check that they come by.
IN_STORIES = {
    "first", "step", "photo", "look_as", "look_as_step", "look_as_in", "look_in", "look_in_step", "wall",
    "account_confirm_login_code", "invitation", "invitation_answer", "invitation_waiting", "changes",
}  # fmt: skip
IN_A_MEETING = {"meeting", "meetings", "meeting_new", "room", "screen"}

_FILE, _DATA, _LEADS_ON = "a file, no page", "read by machines", "leads on to a page that is looked at"
_SAME = "the same template: "
NOT_LOOKED_AT = {
    "attachment": _FILE,
    "attachment_small": _FILE,
    "minutes": _FILE,
    "appointment": _FILE,
    "calendar_feed": _FILE,
    "conversation_draft": _DATA,
    "my_today": _LEADS_ON,
    "my_board": _LEADS_ON,
    "my_conversation": _LEADS_ON,
    "look_as_goal": _SAME + "the goal's own page, in the frame of look_as",
    "look_as_in_step": _SAME + "look_as_step, in the frame of look_as_in",
    "look_as_in_goal": _SAME + "the goal's own page, in the frame of look_as_in",
    "look_in_goal": _SAME + "the goal's own page, in the frame of look_in",
    "account_login": "sign_in, by the name that allauth knows",
    "mitid_back": _LEADS_ON,
    "staff_back": _LEADS_ON,
    "healthz": _DATA,
    "manifest": _DATA,
    "worker": _DATA,
    "openapi-json": _DATA,
    "openapi-view": "django-ninja's own page for programmers, in the demo alone",
    "api-root": _DATA,
    "what_was_missed": _DATA,
    "admin:jsi18n": _DATA,
}
NOT_LOOKED_AT |= {
    f"admin:people_{model}_{act}": _SAME + "a principle's, with other fields"
    for model in SET_UP
    for act in ("changelist", "add", "change", "history")
    if model != "principle"
}


def name_of(address: str) -> str:
    """What the page at this address is called in the URL map; "" where nothing is."""
    path = urlsplit(address).path
    return "" if path == "/nothing/" else resolve(path).view_name


def full(path: str, plan: str = "1") -> str:
    """A path of a plan, or one from the root, as an address."""
    return path if path.startswith("/") else f"/plans/{plan}/{path}"


def looked_at() -> set[str]:
    """The names of all pages that axe sees."""
    lists = [*PAGES.values(), *BESIDE.values(), *AT_A_DESK.values(), SIGNED_IN_AND_OUT]
    paths = {path for paths in lists for path in paths} - {FIRST_STEP, FIRST_GOAL}
    return {name_of(full(path)) for path in paths} - {""} | {"step", "goal"} | IN_STORIES | IN_A_MEETING
