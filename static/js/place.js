/** Puts cards where they belong: in order by data-at, seen to travel, and marked while the server has not answered. */
import { words } from "./plan.js";

const MOTION_MS = 200;
const CHEER_MS = 2000;
const waiting = new Map();  // step id -> { changes, isMarked, home: the place the server last gave it }

export const cardOf = (stepId) => document.getElementById(`s-${stepId}`);

/**
 * A card stands before the first of its neighbours with a larger number or none, or before the one that is named. One that is
 * in its person's hand stands where they put it: its number says nothing of that place.
 */
export function put(card, { container, at, before }) {
  const list = document.getElementById(container);
  const isLater = (other) => !(other.dataset.at <= at) && !waiting.has(other.dataset.stepId);
  const isNext = before === undefined ? isLater : (other) => other.id === before;
  if (at !== undefined) card.dataset.at = at;
  putBefore(card, list, [...list.children].find((other) => other !== card && isNext(other)) ?? null);
}

/** Moved without losing the focus inside it. */
function putBefore(card, list, next) {
  if (card.parentElement === list && card.nextElementSibling === next) return;
  if (card.isConnected && list.moveBefore) return list.moveBefore(card, next);
  const focused = card.contains(document.activeElement) ? document.activeElement : null;
  list.insertBefore(card, next);
  focused?.focus({ preventScroll: true });
}

/** The server says where a card stands; one that its person has moved meanwhile stays until that is answered. */
export function stand(card, place) {
  const own = waiting.get(card.dataset.stepId);
  if (own) own.home = { ...place, status: card.dataset.status };
  if (!own || !card.isConnected) put(card, place);
}

/** New HTML knows nothing of what is still on its way. */
export function markAll() {
  for (const [stepId, own] of waiting) if (own.isMarked) mark(cardOf(stepId));
}

/** A change of this step is on its way. */
export function expect(stepId) {
  grab(stepId).isMarked = true;
  mark(cardOf(stepId));
}

/** From now on this card is in its person's hand, until `settle` lets go of it once for each grip. */
export function grab(stepId) {
  const card = cardOf(stepId);
  const own = waiting.get(stepId) ?? { changes: 0, home: card && homeOf(card) };
  own.changes += 1;
  waiting.set(stepId, own);
  return own;
}

/** None where cards stand without numbers, as in a meeting: there the server alone says what comes before what. */
function homeOf(card) {
  return card.dataset.at && { container: card.parentElement.id, at: Number(card.dataset.at), status: card.dataset.status };
}

/** Moves a card at once, before the server has said anything. */
export function moveNow(stepId, list, beforeId) {
  const card = cardOf(stepId);
  if (!card || !list) return;
  const cards = [...list.children].filter((other) => other !== card && other.dataset.at);
  const isFirst = list.dataset.status === "done" && card.parentElement !== list;
  const next = cards.find((other) => other.dataset.stepId === beforeId) ?? (isFirst ? cards[0] : undefined);
  const end = [...list.children].find((other) => other !== card && !other.dataset.at);
  travel([stepId], () => putBefore(card, list, next ?? end ?? null));
  if (list.dataset.status === "done" && card.dataset.status !== "done") celebrate(card);
  if (list.dataset.status) card.dataset.status = list.dataset.status;
}

/** Once, and quietly. */
function celebrate(card) {
  card.dataset.just = "done";
  setTimeout(() => delete card.dataset.just, CHEER_MS);
}

/** The server has answered: the card goes where the server has it, which is mostly where it stands already. */
export function settle(stepId) {
  const own = waiting.get(stepId);
  if (!own || --own.changes > 0) return;
  waiting.delete(stepId);
  const card = cardOf(stepId);
  if (!card) return;
  delete card.dataset.pending;
  if (!own.home || !document.getElementById(own.home.container)) return;
  if (own.home.status) card.dataset.status = own.home.status;
  travel([stepId], () => put(card, own.home));
}

function mark(card) {
  if (card) card.dataset.pending = words.waiting ?? "";
}

/** Whoever changed place is seen to go there; neighbours make room only where that cannot disturb the scroll. */
export function travel(stepIds, change) {
  if (!stepIds.length || document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return change();
  const before = new Map([...document.querySelectorAll(".card")].map((card) => [card, card.getBoundingClientRect()]));
  change();
  const moved = stepIds.map(cardOf).filter((card) => before.has(card));
  const calm = moved.every((card) => isInSight(before.get(card)) && isInSight(card.getBoundingClientRect()));
  for (const [card, was] of calm ? before : moved.map((card) => [card, before.get(card)])) slide(card, was);
}

function isInSight(box) {
  return box.bottom > 0 && box.top < innerHeight;
}

function slide(card, was) {
  const box = card.getBoundingClientRect();
  const [x, y] = [was.left - box.left, was.top - box.top];
  if (!card.isConnected || (!x && !y) || !(isInSight(was) || isInSight(box))) return;
  card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }],
    { duration: MOTION_MS, easing: "ease-out" });
}
