"""The conversation without signal: written, put right, taken back, and made a step of."""

from tests.phone.hands import SOON, WAITS, Case, Hands, Prepare, new_id

SOON_DAY = SOON.partition("T")[0]


def message(at: Hands, words: str, *, by: str = "citizen") -> str:
    message_id = new_id()
    at.do("write_message", by=by, message_id=message_id, words=words)
    return message_id


def reworded(at: Hands) -> Case:
    one = message(at, "Kl. 10")
    return Case(
        "conversation/", f"#m-{one} [data-says=message][data-reworded]", "Kl. 11",
        hidden={"message_id": one}, texts={"text": "Kl. 11"},
    )  # fmt: skip


def removed(at: Hands) -> Case:
    one = message(at, "Det mente jeg ikke")
    return Case("conversation/", f"#m-{one}[data-gone]", "Det mente jeg ikke", hidden={"message_id": one})


def restored(at: Hands) -> Case:
    one = message(at, "Jo, det gjorde jeg")
    at.do("remove_message", message_id=one)
    return Case("conversation/", hidden={"message_id": one})


def made_a_step(at: Hands) -> Case:
    one = message(at, "Ring til banken", by="consultant")
    seen = f"#m-{one} [data-says=step][data-reworded]"
    return Case("conversation/", seen, "Ring til banken", hidden={"message_id": one})


def hidden_again(at: Hands) -> Case:
    at.read("citizen")
    at.do("show_reading")
    return Case("conversation/", WAITS)


def answered(at: Hands) -> Case:
    at.read("consultant")
    return Case("conversation/", ".message[data-made]", "Godt", by="consultant", texts={"words": "Godt"}, press="Send")


CONVERSATION: dict[str, list[Prepare]] = {
    "write_message": [
        lambda at: Case(
            "conversation/", ".message[data-made]", "Jeg er på vej", texts={"words": "Jeg er på vej"}, press="Send"
        ),
        answered,
    ],
    "reword_message": [reworded],
    "remove_message": [removed],
    "restore_message": [restored],
    "agree_out_of_hours": [
        lambda at: Case("conversation/", WAITS, by="consultant", texts={"words": "Til kl. 22", "until": SOON_DAY})
    ],
    "show_reading": [lambda at: Case("conversation/", WAITS)],
    "hide_reading": [hidden_again],
}
