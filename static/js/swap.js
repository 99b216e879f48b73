/** Applies a frame: what went stale becomes new, once, in order. Twice is harmless; a gap is caught up. */
import { fetchFrame } from "./http.js";
import { isWriting, morph, parse, release } from "./morph.js";
import { stand, travel } from "./place.js";
import { plan, say } from "./plan.js";
import { offerReload } from "./line.js";

const followers = [];

/** Asks to be told after every frame that was applied. */
export function afterFrame(follower) {
  followers.push(follower);
}

export function apply(frame) {
  if (frame.reload || frame.upto < frame.after) return reload();
  if (frame.after > plan.seq) return catchUp();
  if (!(frame.upto > plan.seq)) return undefined;
  applyFragments(frame.fragments);
  plan.seq = frame.upto;
  say(frame.say ?? []);
  followers.forEach((follower) => follower());
  return undefined;
}

let asking;

/** Everything since the page's number; one question at a time. True when the server answered. */
export function catchUp() {
  asking ??= fetchFrame(plan.seq, plan.page).then((frame) => {
    asking = undefined;
    if (frame) apply(frame);
    return Boolean(frame);
  });
  return asking;
}

export function applyFragments(fragments) {
  const moved = fragments.filter((fragment) => fragment.in).map((fragment) => fragment.id.slice(2));
  if (moved.length) travel(moved, () => fragments.forEach(applyOne));
  else fragments.forEach(applyOne);
  release();
}

function applyOne(fragment) {
  const old = document.getElementById(fragment.id);
  if (fragment.gone) old?.remove();
  else if (fragment.in) applyCard(fragment, old);
  else if (old) morph(old, fragment.html);
}

/** A card whose column this page does not have is not shown on it. */
function applyCard(fragment, old) {
  const container = document.getElementById(fragment.in);
  if (!container) return old?.remove();
  if (old) morph(old, fragment.html);
  const card = document.getElementById(fragment.id) ?? parse(fragment.html);
  return stand(card, container, fragment.at);
}

const RELOAD_PAUSE_MS = 5000;

/** Too far behind: a new page, unless somebody writes on this one; never again and again. */
function reload() {
  if ([...document.forms].some(isWriting)) return offerReload();
  const last = Number(sessionStorage.getItem("reloaded"));
  if (Date.now() - last < RELOAD_PAUSE_MS) return offerReload();
  sessionStorage.setItem("reloaded", Date.now());
  return location.reload();
}
