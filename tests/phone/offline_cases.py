"""Every command that a screen offers, and where it is given without signal: what is pressed, and what is seen then."""

from collections.abc import Callable
from typing import Any

from tests.phone.hands import WAITS, Case, Hands, Prepare, new_id
from tests.phone.offline_consents import CONSENTS
from tests.phone.offline_conversation import made_a_step
from tests.phone.offline_meetings import MEETINGS


def written(page: str, seen: str, name: str, text: str, *, by: str = "citizen", **choices: str) -> Prepare:
    """Something new that is written down in one field."""
    return lambda at: Case(page, seen, text, by, texts={name: text}, choices=choices)


def on_step(title: str, seen: str = WAITS, text: str = "", *, status: str = "wish", **more: Any) -> Prepare:
    return lambda at: Case(f"steps/{at.step(title, status=status)}/", seen, text, **more)


def on_goal(seen: str = WAITS, text: str = "", **more: Any) -> Prepare:
    return lambda at: Case(f"goals/{at.goal()}/", seen, text, **more)


def remark(by: str, text: str) -> Prepare:
    return on_step("Find et kor", ".remark[data-made]", text, by=by, texts={"words": text})


def reworded(where: Prepare, name: str, text: str) -> Prepare:
    def prepare(at: Hands) -> Case:
        return Case(
            where(at).page, f"[data-says={name}][data-reworded]", text, hidden={"field": name}, texts={"text": text}
        )

    return prepare


def gone(kind: str, page: str, make: Callable[[Hands], str]) -> Prepare:
    """Something that was removed just now and can be brought back."""

    def prepare(at: Hands) -> Case:
        thing = {f"{kind}_id": make(at)}
        at.do(f"remove_{kind}", **thing)
        return Case(page, hidden=thing)

    return prepare


def shared(kind: str, make: Callable[[Hands], str]) -> Prepare:
    def prepare(at: Hands) -> Case:
        thing, sister = make(at), at.sister()
        at.do(f"share_{kind}", member_id=sister, **{f"{kind}_id": thing})
        page = "strengths/" if kind == "strength" else f"{kind}s/{thing}/"
        return Case(page, hidden={"member_id": sister, f"{kind}_id": thing})

    return prepare


def reached(at: Hands) -> Case:
    there = at.goal()
    at.do("reach_goal", goal_id=there)
    return Case(f"goals/{there}/")


def in_room(at: Hands) -> Case:
    step = at.step("Skjul et kort")
    at.do("show_in_room", subject="step", subject_id=step)
    return Case(f"steps/{step}/")


def behind_another(at: Hands) -> Case:
    at.goal("Et mål foran")
    return Case(f"goals/{at.goal('Et mål bagest')}/", press="Flyt op")


def own_remark(at: Hands) -> Case:
    step = at.step("Find hatten")
    thing = at.remark(step, "På hylden")
    return Case(f"steps/{step}/", ".remark[data-gone]", "På hylden", hidden={"remark_id": thing})


def answered(press: str, *, page: str = "") -> Prepare:
    def prepare(at: Hands) -> Case:
        step = at.step("Mød op i klubben", by="consultant")
        return Case(page or f"steps/{step}/", "button[data-chosen]", press, hidden={"step_id": step}, press=press)

    return prepare


def suggested(press: str) -> Prepare:
    return lambda at: Case(
        "strengths/", hidden={"strength_id": at.strength("Er til at regne med", by="consultant")}, press=press
    )


def kept_strength(at: Hands) -> Case:
    return Case("strengths/", "li[data-gone]", "God suppe", hidden={"strength_id": at.strength("God suppe")})


def introduced(at: Hands) -> Case:
    at.do("introduce_member", member_id=at.sister())
    return Case("network/", press="Lad ikke Sanne kende de andre")


def own_strength(at: Hands) -> Case:
    return Case("strengths/", hidden={"strength_id": at.strength("Lytter godt"), "member_id": at.sister()})


def invited(press: str) -> Prepare:
    def prepare(at: Hands) -> Case:
        thing = new_id()
        at.do("invite", invitation_id=thing, name="Karim")
        return Case("invitations/", hidden={"invitation_id": thing}, press=press)

    return prepare


def on_map(press: str, text: str = "", **more: Any) -> Prepare:
    """Something said about somebody on the network map."""

    def prepare(at: Hands) -> Case:
        hidden = {"network_member_id": at.network_member(), **more.pop("hidden", {})}
        return Case("network/", more.pop("seen", WAITS), text, press=press, hidden=hidden, **more)

    return prepare


def said_yes(at: Hands) -> Case:
    """Somebody new, in a browser of their own, has opened the link and answered."""
    thing = new_id()
    at.do("invite", invitation_id=thing, name="Nora")
    at.someone_says_yes(thing)
    return Case("invitations/", hidden={"invitation_id": thing})


def shared_with_sister(**more: Any) -> Prepare:
    """A step that nobody has, shared with the supporter."""

    def prepare(at: Hands) -> Case:
        step = at.step("Bag en kage")
        at.do("share_step", step_id=step, member_id=at.sister())
        return Case(f"steps/{step}/", by="supporter", **more)

    return prepare


def taken(at: Hands) -> Case:
    case = shared_with_sister()(at)
    at.do("take_step", by="supporter", step_id=case.page.split("/")[1], due="2031-05-04")
    return case


def paused(at: Hands) -> Case:
    sister = at.sister()
    at.do("pause_member", member_id=sister)
    return Case("network/", hidden={"member_id": sister})


CASES: dict[str, list[Prepare]] = {
    "write_life_goal": [written("life-goal/", "[data-says=life_goal][data-reworded]", "words", "En have med æbler")],
    "add_goal": [
        written("goals/new/", ".leg[data-made]", "title", "En ven mere", life_area="network"),
        written("goals/new/", ".leg[data-made]", "title", "Et sted at være", by="consultant", life_area="home"),
    ],
    "reword_goal": [
        reworded(on_goal(), "title", "Et stille hjem"),
        reworded(on_goal(), "community", "Korforeningen"),
        reworded(on_goal(), "challenge", "Larm fra gaden"),
    ],
    "set_goal_area": [on_goal("[data-says=life_area][data-reworded]", "Økonomi", choices={"life_area": "money"})],
    "move_goal": [behind_another],
    "reach_goal": [on_goal()],
    "reopen_goal": [reached],
    "remove_goal": [on_goal(".step__head[data-gone]", "Et roligt hjem")],
    "restore_goal": [gone("goal", "me/", Hands.goal)],
    "add_step": [
        written("steps/new/", ".card[data-made]", "title", "Sæt en tomat"),
        made_a_step,
        written("steps/new/", ".card[data-made]", "title", "Gå en tur med mig", by="supporter"),
    ],
    "reword_step": [
        reworded(on_step("Mal et billede"), "title", "Mal to billeder"),
        reworded(on_step("Mal et billede"), "words", "Helst et blåt"),
        reworded(on_step("Mal et billede"), "how", "Med en pensel\nog vand"),
        reworded(on_step("Mal et billede", status="done"), "learned", "At jeg kan"),
    ],
    "move_step": [
        on_step("Gå ned til åen", "[data-says=status][data-reworded]", "I gang", hidden={"status": "doing"}),
        on_step("Skriv til udlejer", "[data-says=status][data-reworded]", "Sat på pause",
                by="consultant", hidden={"status": "paused"}),
    ],
    "hang_step": [
        lambda at: Case(f"steps/{at.step('Vand blomsterne')}/", choices={"goal_id": at.goal()}),
    ],
    "assign_step": [
        lambda at: Case(f"steps/{at.step('Bestil en tid')}/", "[data-says=responsible][data-reworded]", "Sanne",
                        choices={"responsible": at.sister()}),
    ],
    "set_due": [on_step("Hent en pakke", "[data-says=due][data-reworded]", "4. maj", texts={"due": "2031-05-04"})],
    "give_voice": [answered("Sig ja"), answered("Ikke endnu"), answered("Sig ja", page="today/")],
    "say_carried": [on_step("Slå græsset", status="done", press="Vi gjorde det sammen")],
    "remove_step": [on_step("Køb en stige", ".step__head[data-gone]", "Køb en stige")],
    "restore_step": [gone("step", "?removed=1", lambda at: at.step("Køb en pære"))],
    "remark_on_step": [remark("citizen", "Om onsdagen"), remark("consultant", "Jeg hører mig for")],
    "remove_remark": [own_remark],
    "restore_remark": [gone("remark", "me/", lambda at: at.remark(at.step("Find nøglen")))],
    "share_step": [on_step("Ring til Bo")],
    "unshare_step": [shared("step", lambda at: at.step("Besøg Bo"))],
    "share_goal": [on_goal()],
    "unshare_goal": [shared("goal", Hands.goal)],
    "show_in_room": [on_step("Vis et kort"), on_goal()],
    "hide_from_room": [in_room],
    "suggest_strength": [
        written("strengths/", "[data-made]", "words", "Holder ord"),
        written("strengths/", "[data-made]", "words", "Griner højt", by="supporter"),
    ],
    "accept_strength": [suggested("Ja, det kan jeg")],
    "decline_strength": [suggested("Ikke mig")],
    "remove_strength": [kept_strength],
    "restore_strength": [gone("strength", "strengths/", Hands.strength)],
    "share_strength": [own_strength],
    "unshare_strength": [shared("strength", Hands.strength)],
    "take_step": [shared_with_sister(texts={"due": "2031-05-04"})],
    "give_back_step": [taken],
    "pause_member": [lambda at: Case("network/", press="Sæt Ronni Fladholm på pause")],
    "resume_member": [paused],
    "introduce_member": [lambda at: Case("network/", press="Præsentér Ronni for de andre")],
    "set_member_apart": [introduced],
    "end_member_on": [lambda at: Case("network/", texts={"until": "2031-05-04"})],
    "invite": [written("invitations/new/", "[data-made]", "name", "Ida")],
    "withdraw_invitation": [invited("Træk invitationen tilbage")],
    "confirm_invited": [said_yes],
    **CONSENTS,
    "note_discussion": [
        written("meetings/", "[data-made]", "professions", "Læge og tandlæge", by="consultant"),
    ],
    "say_rhythm": [lambda at: Case("me/", "button[data-chosen]", "Hver uge", press="Hver uge")],
    **MEETINGS,
    "add_network_member": [written("network/", "[data-made]", "name", "Kammerat Bo", relation="work")],
    "reword_network_member": [
        on_map("Gem, hvad de gør", hidden={"field": "does"}, texts={"text": "Låner mig sin bil"}),
        on_map("Gem navnet", hidden={"field": "name"}, texts={"text": "Grete"}),
    ],
    "relate_network_member": [on_map("Gem, hvem det er", choices={"relation": "friends"})],
    "move_network_member": [on_map("Flyt tættere på"), on_map("Flyt længere ud")],
    "link_network_member": [lambda at: on_map("Gem pladsen", choices={"member_id": at.free_at_table()})(at)],
    "remove_network_member": [on_map("Tag Kusine Grete af kortet", "Kusine Grete", seen=".person-card[data-gone]")],
    "restore_network_member": [gone("network_member", "network/", Hands.network_member)],
    "end_member": [lambda at: Case("network/", press="Luk adgangen for Jørgen")],
}  # fmt: skip
