"""Small steps without signal: noted, said otherwise, said no to; areas added, shared and kept."""

import re

from tests.phone.hands import WAITS, Case, Hands, Prepare, new_id

PAGE, AREAS = "progress/", "progress/areas/"


def area(at: Hands, name: str = "Sove om natten", **more: str) -> str:
    area_id = new_id()
    at.do("add_progress_area", progress_area_id=area_id, name=f"{name} {area_id[:4]}", **more)
    return area_id


def standard(at: Hands) -> str:
    """The first of those that all have."""
    found = re.search(r'name="?progress_area_id"? value="?([0-9a-f-]{36})', at.page(PAGE))
    assert found
    return found[1]


def small(at: Hands, words: str, *, by: str = "citizen") -> str:
    one = new_id()
    at.do("add_progress_entry", by=by, progress_entry_id=one, progress_area_id=standard(at), words=words)
    return one


def tapped(at: Hands) -> Case:
    return Case(PAGE, ".small-step[data-made]", "Fremmøde", hidden={"progress_area_id": standard(at)})


def taken_part(at: Hands) -> Case:
    """One tap at a community that only a goal has named so far."""
    goal = new_id()
    at.do("add_goal", goal_id=goal, title="Spille igen", life_area="network", community="FC Nord")
    hidden = {"goal_id": goal, "company": "alone"}
    return Case("communities/", ".small-step[data-made]", "FC Nord", hidden=hidden)


def told(by: str) -> Prepare:
    return lambda at: Case(
        PAGE, ".small-step[data-made]", "Stod op", by, texts={"words": "Stod op"}, press="Skriv det op"
    )


def reworded(at: Hands) -> Case:
    one = small(at, "Gik ud")
    seen = f"#p-{one} [data-says=progress_entry][data-reworded]"
    return Case(PAGE, seen, "Gik langt ud", hidden={"progress_entry_id": one}, texts={"text": "Gik langt ud"})


def on_one(by: str, press: str) -> Prepare:
    return lambda at: Case(PAGE, hidden={"progress_entry_id": small(at, "Gik en tur", by=by)}, press=press)


def gone(at: Hands) -> Case:
    one = small(at, "Det var i går")
    at.do("remove_progress_entry", progress_entry_id=one)
    return Case(PAGE, hidden={"progress_entry_id": one})


def on_area(press: str = "", **more: str) -> Prepare:
    return lambda at: Case(AREAS, hidden={"progress_area_id": area(at, **more)}, press=press)


def renamed(at: Hands) -> Case:
    return Case(AREAS, WAITS, hidden={"progress_area_id": area(at)}, texts={"text": "Sove igennem"})


def area_gone(at: Hands) -> Case:
    one = area(at)
    at.do("remove_progress_area", progress_area_id=one)
    return Case(AREAS, hidden={"progress_area_id": one})


def with_sister(at: Hands) -> Case:
    return Case(AREAS, hidden={"progress_area_id": area(at), "member_id": at.sister()})


def no_longer(at: Hands) -> Case:
    case = with_sister(at)
    at.do("share_progress_area", **case.hidden)
    return case


def belief(at: Hands) -> Case:
    """The words and the figure of a question go together."""
    return Case(
        "measurements/empowerment/answer/", "#line", hidden={"indicator": "insight"}, texts={"words": "Jeg tør"}
    )


def on_a_line(at: Hands) -> Case:
    goal = at.goal()
    before = at.page("measurements/own_goals/answer/").partition(goal)[0]
    turn = len(re.findall(r"id=.?q-", before))
    return Case(f"measurements/own_goals/answer/#q-{turn}", "#line", hidden={"goal_id": goal}, choices={"score": "3"})


def on_me(at: Hands) -> Case:
    words = {"words": "Ring efter klokken ti"}
    return Case("about-me/", "[data-says=about_me][data-reworded]", words["words"], texts=words)


PROGRESS: dict[str, list[Prepare]] = {
    "write_about_me": [on_me],
    "answer_indicator": [belief],
    "scale_goal": [on_a_line],
    "add_progress_entry": [tapped, told("citizen"), told("supporter"), taken_part],
    "reword_progress_entry": [reworded],
    "score_progress_entry": [on_one("citizen", "7")],
    "remove_progress_entry": [on_one("supporter", "Nej, det passer ikke")],
    "restore_progress_entry": [gone],
    "add_progress_area": [lambda at: Case(AREAS, "li[data-made]", "Cykle selv", texts={"name": "Cykle selv"})],
    "rename_progress_area": [renamed],
    "remove_progress_area": [on_area()],
    "restore_progress_area": [area_gone],
    "keep_progress_area": [on_area("Hold det for mig selv")],
    "open_progress_area": [on_area("Vis konsulenten det", kept="yes")],
    "share_progress_area": [with_sister],
    "unshare_progress_area": [no_longer],
}
