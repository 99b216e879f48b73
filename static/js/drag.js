/** A mouse takes a card by its handle, a finger by a short press on the card: scrolling is never taken for moving. */
import { makeChange } from "./outbox.js";
import { grab, settle } from "./place.js";
import { fill, titleOf, words } from "./plan.js";
import { afterFrame } from "./swap.js";

const FINGER = matchMedia("(hover: none)");
const PRESS_MS = 180;
const MOTION_MS = 160;
let isCancelled = false;
let Sortable;

/**
 * A page that has cards to drag needs the library; without signal it may not come, and "Flyt til…" is there.
 *
 * To a phone that keeps nothing yet each byte of its first page is dear: there the library comes with the first touch of it.
 */
export async function start() {
  if (!document.querySelector("[id^=in-] .card__grip")) return;
  if (!FINGER.matches || navigator.serviceWorker?.controller) return begin();
  addEventListener("touchstart", begin, { once: true, passive: true });
}

async function begin() {
  Sortable = (await import("sortablejs").catch(() => ({}))).default;
  if (!Sortable) return;
  watch();
  afterFrame(watch);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && Sortable.dragged) cancel(event);
  }, true);
  for (const kind of ["contextmenu", "dragstart"]) addEventListener(kind, keepPress);
}

/** A card is a link, and a press on a link means something else to the browser. */
function keepPress(event) {
  if (Sortable.dragged) event.preventDefault();
}

/** New columns come with new regions. */
function watch() {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const container of document.querySelectorAll("[id^=in-]:is([data-status], [data-goal])")) {
    if (Sortable.get(container)) continue;
    Sortable.create(container, {
      group: "steps", draggable: ".card", forceFallback: true, ...(!FINGER.matches && { handle: ".card__grip" }),
      filter: "form", preventOnFilter: false,
      delay: PRESS_MS, delayOnTouchOnly: true, touchStartThreshold: 6, animation: isStill ? 0 : MOTION_MS,
      ghostClass: "is-ghost", chosenClass: "is-chosen", dragClass: "is-dragged",
      fallbackOnBody: true, onStart: lift, onEnd: drop,
    });
  }
}

/** What hangs under the pointer is a copy; only one of the two may be found by its id. */
function lift({ item }) {
  Sortable.ghost.removeAttribute("id");
  grab(item.dataset.stepId);
}

function cancel(event) {
  event.preventDefault();
  event.stopPropagation();
  isCancelled = true;
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}

async function drop({ item, from, to, oldDraggableIndex, newDraggableIndex }) {
  const stayed = isCancelled || (from === to && oldDraggableIndex === newDraggableIndex);
  isCancelled = false;
  item.querySelector("a, summary")?.focus({ preventScroll: true });
  if (!stayed) await change(item, from, to);
  settle(item.dataset.stepId);
}

/** Another column is another status; another goal is another place to hang; the same one is another order. */
async function change(card, from, to) {
  const step_id = card.dataset.stepId;
  const about = titleOf(card);
  if (from !== to && !to.dataset.status) {
    return makeChange("hang_step", { step_id, ...(to.dataset.goal && { goal_id: to.dataset.goal }) }, { about });
  }
  const status = to.dataset.status ?? card.dataset.status;
  const before = nextOf(card, status)?.dataset.stepId;
  const fields = { step_id, status, ...(before && { before }) };
  return makeChange("move_step", fields, { about, said: fill(words.moved, words[status]) });
}

/** The next card with this status: on the way, a goal's steps of several stand in one list. */
function nextOf(card, status) {
  let next = card.nextElementSibling;
  while (next && !(next.matches(".card") && (next.parentElement.dataset.status || next.dataset.status === status))) {
    next = next.nextElementSibling;
  }
  return next;
}
