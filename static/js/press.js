/** Whoever presses hits what they saw: what the server says waits while a button is held down, and would move it away. */
const LONGEST_MS = 3000;  // who holds on for so long does something else
const CLICK_MS = 50;  // a finger's click comes a little after the finger has left
const waiting = [];
let isDown = false;
let release;

export function start() {
  addEventListener("pointerdown", press, true);
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => soon(CLICK_MS), true);
}

/** At once, or when nobody presses any more; in order. What it comes to, then. */
export function whenLetGo(deed) {
  return isDown ? new Promise((resolve) => waiting.push(() => resolve(deed()))) : deed();
}

function press({ target }) {
  if (!target.closest?.("button, a, summary, label")) return;
  isDown = true;
  soon(LONGEST_MS);
}

function soon(pause) {
  clearTimeout(release);
  release = setTimeout(() => {
    isDown = false;
    waiting.splice(0).forEach((deed) => deed());
  }, pause);
}
