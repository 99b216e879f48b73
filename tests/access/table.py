"""The access table, for machines: who gets an answer at each address, and what everybody else gets. docs/access.md
tells the same to people. An address, an API operation or a socket that is not here fails the tests.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.access.visitors import AT_THE_TABLE, OUTSIDE, VISITORS

US = frozenset({"citizen", "consultant"})
TABLE = frozenset(AT_THE_TABLE)
SIGNED_IN = TABLE | frozenset(OUTSIDE)
EVERYBODY = frozenset(VISITORS)
TO_SIGN_IN, API_SIGN_IN, NOT_HERE = 302, 401, 404


@dataclass(frozen=True)
class Row:
    """`open_to` is answered with 200, or led on; `others` with this status; `nobody` (signed out) with that.

    What opens by something else than being somebody (a secret address, a code, a proof from outside, the demo) is open
    to none of these visitors: then `shown_by` names the test that shows whom it lets in, or that it
    lets in nobody at all.
    """

    open_to: frozenset[str]
    method: str = "GET"
    others: int = NOT_HERE
    nobody: int = TO_SIGN_IN
    sends: dict[str, Any] = field(default_factory=dict)
    is_json: bool = False
    brings: str = ""  # the field of a file
    shown_by: str = ""  # "folder.file.test" beneath tests


# What the rows' addresses are filled with: a step and a goal shared with the supporter, the goal also in the room; a
# meeting to which the supporter is asked.
TABLE_OF_ACCESS: dict[str, Row] = {
    "first": Row(SIGNED_IN | {"screen"}, others=TO_SIGN_IN),
    "plan": Row(TABLE | {"screen"}),
    "today": Row(TABLE),
    "step_new": Row(TABLE),
    "step": Row(US | {"supporter"}),
    "goal_new": Row(US),
    "goal": Row(US | {"supporter"}),
    "changes": Row(TABLE, "POST", sends={"kind": "suggest_strength", "strength_id": "new", "words": "Sjov"}),
    "life_goal": Row(US),
    "about_me": Row(US),
    "check_ins": Row(US),
    "takeover": Row(US),
    "course": Row(US),
    "course_suggestions": Row(frozenset({"consultant"})),
    "who": Row(TABLE),
    "who_by_day": Row(TABLE),
    "strengths": Row(TABLE),
    "communities": Row(TABLE),
    "offers": Row(TABLE),
    "measurements": Row(TABLE),
    "measured": Row(US),
    "measure": Row(US),
    "progress": Row(TABLE),
    "progress_earlier": Row(TABLE),
    "progress_over_time": Row(TABLE),
    "progress_areas": Row(frozenset({"citizen"})),
    "progress_used": Row(TABLE),
    "network": Row(US),
    "invitations": Row(frozenset({"citizen"})),
    "invitation_new": Row(frozenset({"citizen"})),
    "look_as": Row(frozenset({"citizen"})),
    "look_as_step": Row(frozenset({"citizen"})),
    "look_as_goal": Row(frozenset({"citizen"})),
    "look_as_in": Row(frozenset({"citizen"})),
    "look_as_in_step": Row(frozenset({"citizen"})),
    "look_as_in_goal": Row(frozenset({"citizen"})),
    "room": Row(frozenset({"citizen"})),
    "look_in": Row(frozenset({"looking_in"})),
    "look_in_step": Row(frozenset({"looking_in"})),
    "look_in_goal": Row(frozenset({"looking_in"})),
    "desk_look": Row(frozenset({"consultant", "looking_in"})),
    "handover": Row(frozenset({"consultant"})),
    "consents": Row(US),
    "conversation": Row(US),
    "attachment": Row(US),
    "attachment_small": Row(US),
    "photo": Row(US),
    "conversation_earlier": Row(US),
    "conversation_draft": Row(US),
    "conversation_later": Row(frozenset({"consultant"})),
    "conversation_read": Row(US, "POST", sends={"upto": 0}),
    "meetings": Row(TABLE),
    "meeting_new": Row(US),
    "meeting": Row(US | {"supporter"}),
    "reminders": Row(TABLE),
    "visits": Row(frozenset({"citizen"})),
    "me": Row(TABLE),
    "minutes": Row(US | {"supporter"}),
    "search": Row(TABLE),
    "screen": Row(US | {"screen"}),
    "appointment": Row(US | {"supporter"}),
    "calendar": Row(SIGNED_IN, others=TO_SIGN_IN),
    "calendar_feed": Row(
        frozenset(), nobody=NOT_HERE, shown_by="pages.test_calendar.test_it_tells_when_and_nothing_else"
    ),
    "my_today": Row(SIGNED_IN, others=TO_SIGN_IN),
    "my_board": Row(SIGNED_IN, others=TO_SIGN_IN),
    "my_conversation": Row(SIGNED_IN, others=TO_SIGN_IN),
    "show_on_wall": Row(US),
    "wall": Row(EVERYBODY),
    "wall_code": Row(SIGNED_IN, others=TO_SIGN_IN),
    "invitation": Row(EVERYBODY),
    "invitation_open": Row(
        frozenset(),
        "POST",
        others=422,
        nobody=422,
        sends={"code": "0000 0000"},
        shown_by="access.test_invitation_door.test_by_link_and_by_code_however_it_is_written",
    ),
    "invitation_answer": Row(EVERYBODY),
    "invitation_say": Row(EVERYBODY, "POST"),
    "invitation_waiting": Row(SIGNED_IN, others=TO_SIGN_IN),
    "desk": Row(frozenset({"consultant", "looking_in"})),
    "numbers": Row(frozenset({"leader"})),
    "sample": Row(frozenset({"leader"})),
    "office": Row(frozenset({"administrator"})),
    "office_citizens": Row(frozenset({"administrator"})),
    "office_intake": Row(frozenset({"administrator"})),
    "hours": Row(frozenset({"consultant", "looking_in"})),
    "principles": Row(SIGNED_IN, others=TO_SIGN_IN),
    "push": Row(SIGNED_IN, others=TO_SIGN_IN),
    "ready": Row(frozenset({"consultant", "looking_in"})),
    "notices": Row(SIGNED_IN, others=TO_SIGN_IN),
    "devices": Row(SIGNED_IN, others=TO_SIGN_IN),
    "devices_end": Row(SIGNED_IN, "POST", others=TO_SIGN_IN),
    "passkeys_options": Row(SIGNED_IN, "POST", others=TO_SIGN_IN),
    "devices_stay": Row(SIGNED_IN, "POST", others=TO_SIGN_IN),
    "devices_share": Row(SIGNED_IN, "POST", others=TO_SIGN_IN),
    "settings": Row(EVERYBODY, "POST", sends={"language": "da"}),
    "sign_in": Row(EVERYBODY),
    "account_login": Row(EVERYBODY),
    "mitid": Row(
        frozenset(), "POST", nobody=NOT_HERE, shown_by="openid.test_mitid.test_the_citizen_comes_in_to_their_own_day"
    ),
    "mitid_back": Row(
        frozenset(), nobody=NOT_HERE, shown_by="openid.test_mitid.test_the_citizen_comes_in_to_their_own_day"
    ),
    "staff": Row(
        frozenset(),
        "POST",
        nobody=NOT_HERE,
        shown_by="openid.test_entra.test_a_colleague_with_a_role_comes_in_to_their_desk",
    ),
    "staff_back": Row(
        frozenset(), nobody=NOT_HERE, shown_by="openid.test_entra.test_a_colleague_with_a_role_comes_in_to_their_desk"
    ),
    "sign_in_ask": Row(EVERYBODY, "POST", sends={"address": "nobody@example.dk"}),
    "account_confirm_login_code": Row(EVERYBODY),
    "sign_in_passkey_options": Row(EVERYBODY, "POST"),
    "sign_in_passkey": Row(EVERYBODY, "POST"),
    "passkeys_add": Row(SIGNED_IN, "POST", others=TO_SIGN_IN),
    "passkeys_remove": Row(
        frozenset(),
        "POST",
        others=NOT_HERE,
        shown_by="sign_in.test_passkey_rules.test_only_its_person_sees_it_and_takes_it_away",
    ),
    "sign_out": Row(EVERYBODY, "POST"),
    "leave": Row(EVERYBODY, "POST"),
    "accessibility": Row(EVERYBODY),
    "demo": Row(frozenset(), nobody=NOT_HERE, shown_by="demo.test_demo_page.test_everyone_stands_on_the_page"),
    "demo_enter": Row(
        frozenset(), "POST", nobody=NOT_HERE, shown_by="pages.test_demo.test_a_button_leads_to_that_roles_first_page"
    ),
    "healthz": Row(EVERYBODY),
    "manifest": Row(EVERYBODY),
    "worker": Row(EVERYBODY),
    "offline": Row(EVERYBODY),
    "openapi-json": Row(
        frozenset(), nobody=NOT_HERE, shown_by="live.test_api.test_the_description_is_open_in_the_demo_only"
    ),
    "openapi-view": Row(
        frozenset(), nobody=NOT_HERE, shown_by="live.test_api.test_the_description_is_open_in_the_demo_only"
    ),
    "api-root": Row(
        frozenset(), nobody=NOT_HERE, shown_by="live.test_api.test_the_root_of_the_api_is_nobodys_in_the_demo_either"
    ),
    "make_changes": Row(
        TABLE | {"screen"}, "POST", nobody=API_SIGN_IN, is_json=True, sends={"device": "new", "changes": []}
    ),
    "keep_file": Row(US, "POST", nobody=API_SIGN_IN, brings="file"),
    "what_was_missed": Row(TABLE | {"screen"}, nobody=API_SIGN_IN, sends={"after": 0}),
}
# Django's own admin: what it may hold is said here, model by model, and nowhere is there a plan's.
SET_UP = ("person", "team", "organisation", "targetgroup", "principle", "meetingkind", "contactrule", "consenttext",
          "agendatemplate", "callnow", "readytext", "indicatorset", "coursetemplate")  # fmt: skip
_OFFICE = Row(frozenset({"administrator"}))
TABLE_OF_ACCESS |= {f"admin:{name}": _OFFICE for name in ("index", "app_list", "jsi18n")}
TABLE_OF_ACCESS |= {
    f"admin:people_{model}_{act}": _OFFICE for model in SET_UP for act in ("changelist", "add", "change", "history")
}
SOCKET = Row(TABLE | {"screen"}, method="SOCKET", others=4404, nobody=4401)
# What may be said over it, and by whom, in a meeting to which the supporter is asked; of others it is passed over.
SOCKET_MESSAGES: dict[str, frozenset[str]] = {
    "ping": TABLE | {"screen"},
    "here": TABLE | {"screen"},
    "react": US | {"supporter"},
    "point": US | {"supporter"},
}
