"""What one takes part in, said without signal."""

from tests.phone.hands import Case, Hands, Prepare, new_id

PAGE = "offers/"


def choir(at: Hands) -> str:
    one = new_id()
    at.do("add_offer", offer_id=one, title="Kor om tirsdagen", delivered_by="Kirken")
    return one


def doubled(at: Hands, page: str = PAGE) -> Case:
    goal_id, pair = at.goal(), (new_id(), new_id())
    for one in pair:
        at.do("add_offer", offer_id=one, title="Kor", goal_id=goal_id)
    return Case(page, hidden={"offer_id": min(pair), "answer": "double"})


def told(at: Hands) -> Case:
    texts = {"title": "Fodbold om torsdagen", "hours": "1.5", "community": "FC Nord"}
    return Case(PAGE, "[data-made]", "Fodbold om torsdagen", texts=texts)


def gone(at: Hands) -> Case:
    one = choir(at)
    at.do("remove_offer", offer_id=one)
    return Case(PAGE, hidden={"offer_id": one})


OFFERS: dict[str, list[Prepare]] = {
    "add_offer": [told],
    "change_offer": [lambda at: Case(PAGE, hidden={"offer_id": choir(at)}, texts={"until": "2031-02-05"})],
    "remove_offer": [lambda at: Case(PAGE, hidden={"offer_id": choir(at)})],
    "restore_offer": [gone],
    "say_how_offer_helped": [
        lambda at: Case(
            PAGE, hidden={"offer_id": choir(at)}, choices={"answer": "little"}, texts={"words": "Jeg sover bedre"}
        )
    ],
    "answer_overlap": [doubled, lambda at: doubled(at, "today/")],
}
