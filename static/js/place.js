/** Puts cards where they belong: in order by data-at, seen to travel, and marked while the server has not answered. */
import { words } from "./plan.js";

const MOTION_MS = 200;
const waiting = new Map();  // step id -> { changes, home: the place the server last gave it }

export const cardOf = (stepId) => document.getElementById(`s-${stepId}`);

/** A card stands before the first of its neighbours with a larger number; moved without losing focus inside it. */
export function put(card, container, at) {
  card.dataset.at = at;
  const after = [...container.children].find((other) => other !== card && Number(other.dataset.at) > at) ?? null;
  if (card.parentElement === container && card.nextElementSibling === after) return;
  if (card.isConnected && container.moveBefore) return container.moveBefore(card, after);
  const focused = card.contains(document.activeElement) ? document.activeElement : null;
  container.insertBefore(card, after);
  focused?.focus({ preventScroll: true });
}

/** The server says where a card stands; one that its person has moved meanwhile stays until that is answered. */
export function stand(card, container, at) {
  const own = waiting.get(card.dataset.stepId);
  if (!own) return put(card, container, at);
  own.home = { container: container.id, at, status: card.dataset.status };
  if (own.isMarked) mark(card);
  if (!card.isConnected) put(card, container, at);
}

/** A change of this step is on its way. */
export function expect(stepId) {
  grab(stepId);
  mark(cardOf(stepId));
}

/** From now on this card is in its person's hand, until `settle` lets go of it once for each grip. */
export function grab(stepId) {
  const card = cardOf(stepId);
  const own = waiting.get(stepId) ?? { changes: 0, home: card && homeOf(card) };
  own.changes += 1;
  waiting.set(stepId, own);
}

function homeOf(card) {
  return { container: card.parentElement.id, at: Number(card.dataset.at), status: card.dataset.status };
}

/** Moves a card at once, before the server has said anything. */
export function moveNow(stepId, container, beforeId) {
  const card = cardOf(stepId);
  if (!card || !container) return;
  travel([stepId], () => put(card, container, placeFor(card, container, beforeId)));
  if (container.dataset.status) card.dataset.status = container.dataset.status;
}

function placeFor(card, container, beforeId) {
  const others = [...container.children].filter((other) => other !== card && other.dataset.at);
  const places = others.map((other) => Number(other.dataset.at));
  const before = others.findIndex((other) => other.dataset.stepId === beforeId);
  if (before > 0) return (places[before - 1] + places[before]) / 2;
  if (before === 0 || container.dataset.status === "done") return (places[0] ?? 0) - 1;
  return (places.at(-1) ?? 0) + 1;
}

/** The server has answered: the card goes where the server has it, which is mostly where it stands already. */
export function settle(stepId) {
  const own = waiting.get(stepId);
  if (!own || --own.changes > 0) return;
  waiting.delete(stepId);
  const card = cardOf(stepId);
  if (!card) return;
  delete card.dataset.pending;
  const container = own.home && document.getElementById(own.home.container);
  if (!container) return;
  card.dataset.status = own.home.status;
  travel([stepId], () => put(card, container, own.home.at));
}

function mark(card) {
  if (card) card.dataset.pending = words.waiting ?? "";
}

/** Whoever changed place is seen to go there; neighbours make room only where that cannot disturb the scroll. */
export function travel(stepIds, change) {
  if (document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return change();
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
