/** Signs without words in an open meeting: sent and shown while both are there, kept nowhere, and nothing waits for them. */
import { onGesture, tell } from "./live.js";
import { parse } from "./morph.js";
import { say } from "./plan.js";

const SHOWN_MS = 6000;
const GOING_MS = 1000;
const SAID_MS = 8000;  // a screen reader is told of one in as long: the talk goes on meanwhile
const MOST = 5;
const place = document.getElementById("gestures");
let saidAt = -SAID_MS;

export function start() {
  document.addEventListener("click", ({ target }) => {
    const { react, point } = target.closest("[data-react], [data-point]")?.dataset ?? {};
    if (react || point) tell(react ? { react } : { point });
  });
  onGesture(show);
}

function show({ who, mine, step, html }) {
  const sign = parse(html);
  const cards = step ? [...document.querySelectorAll(`[data-step-id="${step}"], [data-lit="${step}"]`)] : [];
  cards.forEach((card) => mark(card, who));
  if (!cards.some(isInSight)) float(sign);
  if (mine || performance.now() - saidAt < SAID_MS) return;
  saidAt = performance.now();
  const words = sign.cloneNode(true);
  words.querySelector(".face").remove();
  say([words.textContent]);
}

/** Who points at a card stands on it; a card that is drawn anew meanwhile has lost the mark, and that is that. */
function mark(card, who) {
  const names = new Set(card.dataset.pointed?.split(", "));
  card.dataset.pointed = [...names.add(who)].join(", ");
  clearTimeout(card.pointed);
  card.pointed = setTimeout(() => delete card.dataset.pointed, SHOWN_MS);
}

function isInSight(card) {
  const { top, bottom, height } = card.getBoundingClientRect();
  return height > 0 && card.checkVisibility({ visibilityProperty: true }) && bottom > 0 && top < innerHeight;
}

function float(sign) {
  place.append(sign);
  if (place.childElementCount > MOST) place.firstElementChild.remove();
  setTimeout(() => sign.classList.add("is-going"), SHOWN_MS - GOING_MS);
  setTimeout(() => sign.remove(), SHOWN_MS);
}
