"""Every ten seconds: is everybody still signed in, has a plan moved without our hearing of it, has the day changed?"""

import asyncio
import logging

from backend.common import clock
from citizen_app.gathering import Gathering
from citizen_app.hub import Hub
from citizen_app.owed import end_forgotten, presence
from citizen_app.watcher import SIGNED_OUT, Watcher

SECONDS = 10.0
AT_A_TIME = 200  # pulses between two breaths of the loop
log = logging.getLogger("tavlen.live")


class Heartbeat:
    """Heals what a lost wake did not tell, and lets every line be heard, so that a silent one is known to be cut."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._day = clock.today()

    async def keep_beating(self) -> None:
        """Until the loop ends; a database that does not answer is asked again at the next beat."""
        while True:
            await asyncio.sleep(SECONDS)
            try:
                await self.beat()
            except Exception:
                log.exception("a heartbeat failed")

    async def beat(self) -> None:
        everybody = self._hub.everybody()
        good, wakes = await self._hub.ask(presence, [w.held for w in everybody], list(self._hub.rooms))
        for watcher in everybody:
            if watcher.held not in good:
                self._hub.dismiss(watcher, SIGNED_OUT)
        where = {wake.plan_id: wake for wake in wakes}
        for plan_id, room in list(self._hub.rooms.items()):
            wake = where.get(plan_id)
            if wake and (wake.seq > room.seq or wake.epoch > room.epoch):
                self._hub.heard(wake)
            else:
                self._hub.make_due(plan_id, _ending(room))
        await self._pulse()
        await self._hub.ask(end_forgotten, list(self._hub.rooms))

    async def _pulse(self) -> None:
        """A sign of life to everybody, once all that was found to be due is served."""
        serving = [room.serving for room in self._hub.rooms.values() if room.serving]
        await asyncio.gather(*serving, return_exceptions=True)
        is_new_day = self._is_new_day()
        for count, watcher in enumerate(self._hub.everybody(), start=1):
            watcher.hand(f'{{"reload":true,"upto":{watcher.cursor}}}' if is_new_day else f'{{"upto":{watcher.cursor}}}')
            if count % AT_A_TIME == 0:
                await asyncio.sleep(0)

    def _is_new_day(self) -> bool:
        """Past midnight "i morgen" is wrong on every page, though no plan has moved."""
        day, self._day = self._day, clock.today()
        return day != self._day


def _ending(room: Gathering) -> list[Watcher]:
    """A wall's seat, and that of a colleague's hour, end with time alone, which no number tells."""
    return [w for w in room.watchers if w.held.viewer.screen_id is not None or w.seat.ends_at is not None]
