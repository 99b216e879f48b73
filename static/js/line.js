/** The one quiet line about the connection and the device: offline, waiting, not kept, or (on the wall) lost, and since when. */
import { holdsInMemory, keeps, onKeeping } from "./keep.js";
import { fill, isShared, person, plan, words } from "./plan.js";

const GRACE_MS = 3000;  // shorter breaks heal by themselves and are not worth a word
const line = document.getElementById("line");
const copied = Number(document.documentElement.dataset.seen);  // when what the worker had kept was true
const state = { since: 0, unsent: 0, seen: copied || Date.now(), stuck: false, isKept: true, isCopy: copied > 0 };

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

/** The line is down, perhaps for a moment only. */
export function silent() {
  if (!state.since) setTimeout(show, GRACE_MS + 50);
  state.since ||= Date.now();
  show();
}

/** It was tried again in vain. */
export function lost() {
  state.since = 1;
  show();
}

/** How many changes wait, and whether a try to send them has failed. */
export function unsent(count, stuck) {
  Object.assign(state, { unsent: count, stuck: stuck && count > 0 });
  show();
}

export const isOffline = () =>
  !navigator.onLine || Boolean(state.since && (state.isCopy || Date.now() - state.since > GRACE_MS));

function show() {
  if (!line) return;
  const text = sentence();
  line.toggleAttribute("data-lost", isOffline() && plan.isWall);
  line.toggleAttribute("data-unkept", !state.isKept && !isShared && !plan.isWall);
  if (line.textContent !== text) line.textContent = text;
}

function sentence() {
  const isDown = isOffline() || state.stuck;
  if (plan.isWall) return isOffline() ? fill(words.lost, clockTime(state.seen)) : "";
  if (holdsInMemory() && isDown) return fill(words.held, state.unsent);
  if (!state.isKept) return isDown ? words.unkeptOffline : isShared ? "" : words.unkept;
  if (!isDown) return "";
  if (!state.unsent) return state.isCopy ? asOf(words.today, words.yesterday) : words.offline ?? "";
  const waits = fill(words.unsent, state.unsent);
  return state.isCopy ? `${waits}. ${asOf(words.fromToday, words.fromYesterday)}` : waits;
}

/** A copy is never older than a day, so it is from today or from yesterday. */
function asOf(today, yesterday) {
  const isToday = new Date(state.seen).toDateString() === new Date().toDateString();
  return fill(isToday ? today : yesterday, clockTime(state.seen));
}

function clockTime(moment) {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Date(moment).toLocaleTimeString(document.documentElement.lang, shape);
}

if (copied) setTimeout(() => state.isCopy && silent(), GRACE_MS);
addEventListener("offline", show);
addEventListener("online", show);
if (person) {
  onKeeping(() => {
    state.isKept = keeps();
    show();
  });
}
