/** The one quiet line about the connection: offline, waiting to be sent, or (on the wall) lost, and since when. */
import { fill, plan, words } from "./plan.js";

const GRACE_MS = 3000;  // shorter breaks heal by themselves and are not worth a word
const line = document.getElementById("line");
const copied = Number(document.documentElement.dataset.seen);  // when what the worker had kept was true
const state = { since: 0, unsent: 0, seen: copied || Date.now(), stuck: false, isCopy: copied > 0 };

/** The server was heard: what the page shows is true as of now. */
export function heard() {
  state.seen = Date.now();
  state.since = 0;
  if (state.isCopy) document.dispatchEvent(new Event("heard"));
  state.isCopy = false;
  show();
}

/** Is what the page shows true as of now, as far as it knows? */
export const isHeard = () => !state.since && !state.isCopy && navigator.onLine;

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
  const isLong = state.since && (state.isCopy || Date.now() - state.since > GRACE_MS);
  const lost = !navigator.onLine || isLong;
  line.toggleAttribute("data-lost", Boolean(lost && plan.isWall));
  if (lost && plan.isWall) return fill(words.lost, clockTime(state.seen));
  if (lost && !state.unsent) return state.isCopy ? asOf() : words.offline ?? "";
  if (lost || state.stuck) return fill(words.unsent, state.unsent);
  return "";
}

/** A copy is never older than a day, so it is from today or from yesterday. */
function asOf() {
  const isToday = new Date(state.seen).toDateString() === new Date().toDateString();
  return fill(isToday ? words.today : words.yesterday, clockTime(state.seen));
}

function clockTime(moment) {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Date(moment).toLocaleTimeString(document.documentElement.lang, shape);
}

addEventListener("offline", show);
addEventListener("online", show);
