/** The one quiet line about the connection: offline, waiting to be sent, or (on the wall) lost, and since when. */
import { fill, plan, words } from "./plan.js";

const GRACE_MS = 3000;  // shorter breaks heal by themselves and are not worth a word
const line = document.getElementById("line");
const state = { since: 0, unsent: 0, seen: Date.now(), stuck: false };

/** The server was heard: what the page shows is true as of now. */
export function heard() {
  state.seen = Date.now();
  state.since = 0;
  show();
}

export function silent() {
  if (!state.since) setTimeout(show, GRACE_MS + 50);
  state.since ||= Date.now();
  show();
}

/** How many changes wait, and whether a try to send them has failed. */
export function unsent(count, stuck) {
  Object.assign(state, { unsent: count, stuck: stuck && count > 0 });
  show();
}

function show() {
  if (!line) return;
  const text = sentence();
  if (line.textContent !== text) line.textContent = text;
}

function sentence() {
  const lost = !navigator.onLine || (state.since && Date.now() - state.since > GRACE_MS);
  line.toggleAttribute("data-lost", Boolean(lost && plan.isWall));
  if (lost && plan.isWall) return fill(words.lost, clockTime(state.seen));
  if (lost && !state.unsent) return words.offline ?? "";
  if (lost || state.stuck) return fill(words.unsent, state.unsent);
  return "";
}

function clockTime(moment) {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Date(moment).toLocaleTimeString(document.documentElement.lang, shape);
}

addEventListener("offline", show);
addEventListener("online", show);
