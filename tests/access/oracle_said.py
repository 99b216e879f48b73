"""The second opinion on strengths, hard things, words, steps noted, and what the room sees. Nothing of the app."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, ROOM, Thing, World, need

NAMED = {"amina": "citizen", "bente": "consultant", "carl": "supporter", "dorte": "professional", "fie": "friend"}


class SaidOrders(World):
    """Orders that an open meeting is made of. What is read of them: `World.said_to`."""

    def _write_about_me(self, who: str, words: str, was: str) -> None:
        need(self.about_me in (was, words))
        self.about_me = words

    def _note_step(self, who: str, step_id: Any, line: str) -> None:
        need(who in BROAD)
        title, _, name = line.partition(" @")
        member = NAMED.get(name)
        responsible = member if member in self.seats else None
        self._write_step(who, step_id, responsible, title=title, in_room=self.open_meeting is not None)

    def _write_step(self, who: str, step_id: Any, responsible: Any, **told: Any) -> None:
        raise NotImplementedError  # in oracle_orders

    def _add_challenge(self, who: str, challenge_id: Any, words: str, goal_id: Any, in_room: bool) -> None:
        need(challenge_id not in self.challenges)
        if goal_id:
            self._goal(who, goal_id)
        challenge = {"words": words, "meeting": None, "in_room": False, "removed": False}
        if in_room:
            self._choose(challenge)
        self.challenges[challenge_id] = challenge

    def _choose(self, challenge: Thing) -> None:
        need(self.open_meeting is not None)
        there = [one for one in self.challenges.values() if one is not challenge and self._is_chosen(one)]
        need(len(there) < 3)
        challenge |= {"meeting": self.open_meeting, "in_room": True}

    def _is_chosen(self, one: Thing) -> bool:
        return one["in_room"] and not one["removed"] and one["meeting"] == self.open_meeting

    def _challenge(self, challenge_id: Any, *, removed: bool = False) -> Thing:
        there = self.challenges.get(challenge_id)
        need(there is not None and there["removed"] is removed, NOT_HERE)
        assert there is not None
        return there

    def _remove_challenge(self, who: str, challenge_id: Any) -> None:
        self._challenge(challenge_id)["removed"] = True

    def _restore_challenge(self, who: str, challenge_id: Any) -> None:
        one = self._challenge(challenge_id, removed=True)
        others = [
            other for other in self.challenges.values() if other is not one and other["meeting"] == one["meeting"]
        ]
        is_full = sum(other["in_room"] and not other["removed"] for other in others) >= 3
        one |= {"removed": False, "in_room": one["in_room"] and not is_full}

    def _challenge_in_room(self, challenge_id: Any, *, shown: bool) -> None:
        one = self._challenge(challenge_id)
        if shown:
            self._choose(one)
        one["in_room"] = shown

    def _note_discussion(self, who: str, discussion_id: Any, professions: str) -> None:
        need(discussion_id not in {**self.discussions, **self.discussions_removed})
        self.discussions[discussion_id] = professions

    def _remove_discussion(self, who: str, discussion_id: Any) -> None:
        need(discussion_id in self.discussions, NOT_HERE)
        self.discussions_removed[discussion_id] = self.discussions.pop(discussion_id)

    def _restore_discussion(self, who: str, discussion_id: Any) -> None:
        need(discussion_id in self.discussions_removed, NOT_HERE)
        self.discussions[discussion_id] = self.discussions_removed.pop(discussion_id)

    def _be_proud_of(self, who: str, meeting_id: Any, step_id: Any = None, progress_entry_id: Any = None) -> None:
        meeting = self._known_meeting(who, meeting_id)
        need(meeting["state"] == "open")
        if progress_entry_id:
            need(self.sees_small(who, progress_entry_id), NOT_HERE)
        if step_id:
            need(self._step(who, step_id)["status"] == "done")

    def _say_word(self, who: str, meeting_id: Any, words: str, member_id: Any = None) -> None:
        meeting = self._known_meeting(who, meeting_id)
        whose, is_open = member_id or who, meeting["state"] == "open"
        by = meeting["words"].get(whose, ("", None))[1]
        if whose == who:
            need(is_open or by not in (None, who))
        else:
            need(is_open)
            self._known(who, whose)
            need(self._may_write_for(who, meeting, whose))
            need(by != whose)
        meeting["words"][whose] = (words, who)

    def _may_write_for(self, who: str, meeting: Thing, whose: str) -> bool:
        if whose == "citizen":
            return bool(meeting["pen"] == who)
        return whose in meeting["asked"] and (who in BROAD or meeting["pen"] == who)

    def _known_meeting(self, who: str, meeting_id: Any) -> Thing:
        meeting = self.meetings.get(meeting_id)
        need(meeting is not None and not meeting["cancelled"], NOT_HERE)
        assert meeting is not None
        need(who in BROAD or who in meeting["asked"], NOT_HERE)
        return meeting

    def _suggest_strength(self, who: str, strength_id: Any, words: str) -> None:
        need(strength_id not in self.strengths)
        status = "accepted" if who == "citizen" else "suggested"
        said = {"id": strength_id, "by": who, "words": words, "status": status, "removed": False}
        self.strengths[strength_id] = {**said, "in_room": who == "citizen" and self.open_meeting is not None}

    def _accept_strength(self, who: str, strength_id: Any) -> None:
        strength = self._strength(strength_id)
        strength |= {"status": "accepted", "in_room": strength["in_room"] or self.open_meeting is not None}

    def _decline_strength(self, who: str, strength_id: Any) -> None:
        self._strength(strength_id)["status"] = "declined"

    def _remove_strength(self, who: str, strength_id: Any) -> None:
        self._strength(strength_id)["removed"] = True

    def _restore_strength(self, who: str, strength_id: Any) -> None:
        self._strength(strength_id, removed=True)["removed"] = False

    def _show_in_room(self, who: str, subject: str, subject_id: Any = None, *, shown: bool = True) -> None:
        if subject == "life_goal":
            self.life_goal_in_room = shown
            return
        need(subject_id is not None)
        if subject == "challenge":
            self._challenge_in_room(subject_id, shown=shown)
            return
        if subject == "progress_entry":
            self.show_small_in_room(who, subject_id, shown=shown)
            return
        if subject == "strength":
            need(self._strength(subject_id)["status"] == "accepted")
            self.strengths[subject_id]["in_room"] = shown
            return
        (self._step if subject == "step" else self._goal)(who, subject_id)["in_room"] = shown

    def _blank_room(self, who: str) -> None:
        self.room_blank = True

    def _show_room(self, who: str) -> None:
        self.room_blank = False

    def _hide_from_room(self, who: str, subject: str, subject_id: Any = None) -> None:
        self._show_in_room(who, subject, subject_id, shown=False)

    def said_to(self, who: str) -> set[str]:
        """What is hard, and the words to take home, as far as this viewer may read them."""
        is_in_room = (who == ROOM and not self.room_blank) or who in self.met
        texts = {
            one["words"]
            for one in self.challenges.values()
            if not one["removed"] and (who in BROAD or (is_in_room and self.open_meeting and self._is_chosen(one)))
        }
        if who == "citizen":
            texts |= {one["words"] for one in self.challenges.values() if one["removed"]}
        for meeting in self.meetings.values():
            is_open, is_asked = meeting["state"] == "open", who in meeting["asked"]
            reads = who in BROAD or (is_open and (is_asked or (who == ROOM and is_in_room)))
            kept = {name for name in meeting["words"] if reads or (is_asked and name == who)}
            texts |= {meeting["words"][name][0] for name in kept} if not meeting["cancelled"] else set()
        return texts

    def _remark_on_step(self, who: str, remark_id: Any, step_id: Any, words: str, audience: str) -> None:
        self._step(who, step_id)
        need(remark_id not in self.remarks)
        remark = {"by": who, "step": step_id, "words": words, "audience": audience, "removed": False}
        self.remarks[remark_id] = remark

    def _notice_step(self, who: str, remark_id: Any, step_id: Any) -> None:
        self._step(who, step_id)
        need(who not in BROAD)
        need(remark_id not in self.remarks)
        self.remarks[remark_id] = {"by": who, "step": step_id, "words": "", "audience": "table", "removed": False}

    def _remove_remark(self, who: str, remark_id: Any, *, removed: bool = False) -> None:
        remark = self.remarks.get(remark_id)
        need(remark is not None and remark["removed"] is removed, NOT_HERE)
        need(self.sees_step(who, remark["step"]), NOT_HERE)  # type: ignore[index]
        need(who in BROAD or remark["by"] == who, NOT_HERE)  # type: ignore[index]
        need(remark["by"] == who)  # type: ignore[index]
        remark["removed"] = not removed  # type: ignore[index]

    def _restore_remark(self, who: str, remark_id: Any) -> None:
        self._remove_remark(who, remark_id, removed=True)
