/** Applies a frame: what went stale becomes new, once, in order. Twice is harmless; a gap is caught up. */
import { keepFocus } from "./focus.js";
import { fetchFrame } from "./frame.js";
import { fetchPage } from "./http.js";
import { letGo } from "./kept_pages.js";
import { hold, isWriting, morph, parse, release } from "./morph.js";
import { markAll, stand, travel } from "./place.js";
import { isLeaving, plan, root, say } from "./plan.js";
import { whenLetGo } from "./press.js";

const followers = [];

/** Asks to be told after every frame that was applied. */
export function afterFrame(follower) {
  followers.push(follower);
}

/** What stands beside the numbers: the list of people, and whether a change was seen. */
const BESIDE = ["people", "goal-clocks"];

/** What the page has passed is left out, save for what stands beside the numbers. */
export function apply(frame) {
  if (frame.reload || frame.upto < frame.after) return reload();
  if (frame.after > plan.seq) return catchUp();
  if (!(frame.upto > plan.seq)) return applyFragments(frame.fragments.filter(({ id }) => BESIDE.includes(id)));
  applyFragments(frame.fragments);
  plan.seq = frame.upto;
  say(frame.say ?? []);
  followers.forEach((follower) => follower());
  return undefined;
}

let asking;

/** Everything since the page's number; one question at a time. True when the server answered. */
export function catchUp() {
  asking ??= fetchFrame(plan.seq, plan.page).then(async (frame) => {
    asking = undefined;
    if (frame) await whenLetGo(() => apply(frame));
    return Boolean(frame);
  });
  return asking;
}

export function applyFragments(fragments) {
  const moved = fragments.filter((fragment) => fragment.in).map((fragment) => fragment.id.slice(2));
  keepFocus(() => travel(moved, () => fragments.forEach(applyOne)));
  markAll();
  release();
}

function applyOne(fragment) {
  const old = document.getElementById(fragment.id);
  if (fragment.gone) old?.remove();
  else if (fragment.in) applyCard(fragment, old);
  else if (old) morph(old, parse(fragment.html)) || hold(old, fragment.html);
}

/** A card whose column this page does not have is not shown on it. */
function applyCard(fragment, old) {
  if (!document.getElementById(fragment.in)) return old?.remove();
  const fresh = parse(fragment.html);
  if (old) morph(old, fresh) || hold(old, fragment.html);
  return stand(old ?? fresh, { container: fragment.in, at: fragment.at, before: fragment.before });
}

const RELOAD_PAUSE_MS = 1000;

/** Too much to tell: the page is fetched anew. Somebody who writes keeps their form, if it is still theirs to fill in. */
export async function reload() {
  // A form may be about to lead elsewhere by itself.
  const isAnswering = document.querySelector("form:is([data-pending], [data-leading])");
  const pause = isAnswering ? RELOAD_PAUSE_MS : Number(sessionStorage.reloaded) + RELOAD_PAUSE_MS - Date.now();
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (isLeaving()) return undefined;
  sessionStorage.reloaded = Date.now();
  const isBusy = [...document.forms].some(isWriting);
  const main = isBusy && (await fetchPage(location.href))?.getElementById("plan");
  await letGo();
  if (!main || !morph(root, main)) return location.reload();
  markAll();
  return followers.forEach((follower) => follower());
}
