/**
 * Moves people on the network map: a mouse at once, a finger after a short press so that scrolling moves nobody, and arrow
 * keys. The forms on the list do the same without it.
 */
import { makeChange } from "./outbox.js";
import { afterFrame } from "./swap.js";

const SETTLE_MS = 700;  // a row of arrow presses is one change
const PRESS_MS = 300;
const SLACK = 4;  // pixels that a finger may tremble and still only press
const ROUND = 8;
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -ROUND], ArrowRight: [0, ROUND] };
let held;  // the one in hand: { id, from, isLoose, isMoving, place }
let unsaid;  // moved by keys and not yet said: { id, timer }

const map = () => document.querySelector("svg[data-map=moves]");
const numbers = (name) => map().dataset[name].split(" ").map(Number);
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

export function start() {
  if (!map()) return;
  document.addEventListener("pointerdown", take);
  document.addEventListener("pointermove", move);
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, drop);
  document.addEventListener("click", (event) => event.detail && held?.isMoving && event.preventDefault(), true);
  for (const kind of ["dragstart", "contextmenu"]) document.addEventListener(kind, keep);
  document.addEventListener("touchmove", keep, { passive: false });
  document.addEventListener("keydown", press);
  document.addEventListener("focusout", say);
  addEventListener("pagehide", say);
  afterFrame(() => [held?.isMoving && held, unsaid].forEach((one) => one?.place && put(one.id, one.place)));
}

const whoAt = (event) => event.target.closest?.("[data-map=moves] .map__who");

function take(event) {
  const who = whoAt(event);
  clearTimeout(held?.timer);
  held = who && !event.button ? { id: who.id, from: [event.clientX, event.clientY] } : undefined;
  if (held && event.pointerType !== "touch") loosen(held);
  else if (held) held.timer = setTimeout(loosen, PRESS_MS, held);
}

function loosen(one) {
  one.isLoose = true;
  document.getElementById(one.id)?.classList.add("is-dragged");
}

/** What is in hand is moved; the page is not, and no menu comes. */
function keep(event) {
  if (held?.isLoose && held.from && event.cancelable) event.preventDefault();
}

function move(event) {
  if (!held?.from || !event.buttons) return;
  const [x, y] = held.from;
  if (Math.hypot(event.clientX - x, event.clientY - y) > SLACK) held.isMoving ||= held.isLoose || drop(event);
  if (!held.isMoving || !map()) return;
  held.place = placeAt(event, document.getElementById(held.id));
  put(held.id, held.place);
}

function drop({ type }) {
  const { id, isMoving, place, timer } = held ?? {};
  if (!id) return;
  clearTimeout(timer);
  held.from = undefined;  // the click that follows a move is none
  document.getElementById(id)?.classList.remove("is-dragged");
  if (!isMoving) return;
  if (type === "pointerup" && place) change(id, place);
}

/** Where on the circle the pointer is, within the part that is theirs. */
function placeAt({ clientX, clientY }, who) {
  const [[cx, cy], [rx, ry], bands] = ["centre", "radius", "bands"].map(numbers);
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(map().getScreenCTM().inverse());
  const [right, up] = [(x - cx) / rx, (cy - y) / ry];
  const out = Math.hypot(right, up);
  const near = bands.reduce((best, band, at) => Math.abs(band - out) < Math.abs(bands[best] - out) ? at : best, 0) + 1;
  const angle = Math.atan2(right, up) * 180 / Math.PI - who.dataset.sector * 72;
  const across = ((angle + 540) % 360) - 180;
  return { near, place: Math.round(clamp(across / map().dataset.spread + 0.5, 0, 1) * 99) };
}

/** Shown there at once; the numbers are those that the server will have. */
function put(id, { near, place }) {
  const who = document.getElementById(id);
  if (!who || !map()) return;
  const [[cx, cy], [rx, ry], bands] = ["centre", "radius", "bands"].map(numbers);
  const turn = (who.dataset.sector * 72 + (place / 99 - 0.5) * map().dataset.spread) * Math.PI / 180;
  const out = bands[near - 1];
  who.setAttribute("transform", `translate(${cx + rx * out * Math.sin(turn)} ${cy - ry * out * Math.cos(turn)})`);
  who.querySelector(".map__arrow")?.remove();
  Object.assign(who.dataset, { near, place });
  who.classList.toggle("is-dragged", id === held?.id && Boolean(held.from));
}

/** Up is nearer the middle, down farther away, left and right round it. */
function press(event) {
  const who = whoAt(event);
  const step = STEPS[event.key];
  if (!who || !step || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const near = clamp(Number(who.dataset.near) + step[0], 1, 4);
  const place = clamp(Number(who.dataset.place) + step[1], 0, 99);
  clearTimeout(unsaid?.timer);
  unsaid = { id: who.id, place: { near, place }, timer: setTimeout(say, SETTLE_MS) };
  put(who.id, unsaid.place);
}

function say() {
  if (!unsaid) return;
  clearTimeout(unsaid.timer);
  const { id, place } = unsaid;
  unsaid = undefined;
  change(id, place);
}

function change(id, { near, place }) {
  const about = document.getElementById(id)?.getAttribute("aria-label").split(",")[0];
  makeChange("move_network_member", { network_member_id: id.slice(2), near, place }, { about });
}
