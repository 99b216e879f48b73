/** Board and home by keyboard: arrows walk, Alt or Shift with arrows carry, single letters only where nobody is typing. */
import { makeChange } from "./outbox.js";
import { fill, person, root, say, titleOf, words } from "./plan.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const ALONG = { j: 1, k: -1 };
const OFF = "keys-off";

export function start() {
  if (!root?.querySelector("[id^=in-], .home__row")) return;
  document.addEventListener("keydown", press);
  document.querySelector("[commandfor=keys]")?.addEventListener("click", showKeys);
  const choice = document.querySelector("#keys [data-keys]");
  if (!choice) return;
  choice.checked = !localStorage.getItem(OFF);
  choice.addEventListener("change", () =>
    choice.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const deed = event.key in ARROWS ? arrow(event) : !event.altKey && letter(event);
  if (deed) event.preventDefault();
}

const isTyping = (target) => target.matches("input, textarea, select, [contenteditable]");
const openDialog = () => document.querySelector("dialog[open]");

/** Letters can be turned off (WCAG 2.1.4): speech input would otherwise press them. */
function letter({ key, target }) {
  if (localStorage.getItem(OFF)) return false;
  if (key === "?") return showKeys();
  if (ALONG[key]) return !openDialog() && toRow(target.closest(".home__row"), ALONG[key]);
  const found = /^[a-z/]$/.test(key) && (openDialog() ?? document).querySelector(`[aria-keyshortcuts="${key}"]`);
  if (!found) return false;
  found.focus();
  found.click();
  return true;
}

/** Also for browsers that do not know commandfor yet. */
function showKeys() {
  const keys = document.getElementById("keys");
  if (keys && !openDialog()) keys.showModal();
  return Boolean(keys);
}

/** Whoever is on no row comes to the first; beyond the last there is none, and the key is the browser's. */
function toRow(row, along) {
  const rows = [...root.querySelectorAll(".home__row")];
  return focus(row ? rows[rows.indexOf(row) + along] : rows[0]);
}

const columns = () => [...root.querySelectorAll("[id^=in-]")].filter((column) => column.offsetParent);
const cardsIn = (column) => [...column.querySelectorAll(":scope > .card")];

function arrow({ key, altKey, shiftKey, target }) {
  const card = target.closest(".card");
  const row = target.closest(".home__row");
  if (openDialog()) return false;
  const [sideways, along] = ARROWS[key];
  if (row) return !altKey && !shiftKey && along && toRow(row, along);
  const across = document.dir === "rtl" ? -sideways : sideways;
  if (!card) return target === document.body && !altKey && !shiftKey && focus(root.querySelector("[id^=in-] > .card"));
  if (altKey || shiftKey) return carry(card, across, along);
  return focus(across ? beside(card, across) : nextTo(card, along));
}

/** On a row of the home that is its first reason, so that Enter opens what waits. */
function focus(card) {
  const link = card?.querySelector(".home__why") ?? card?.querySelector("a, button, summary");
  link?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return Boolean(link);
}

function nextTo(card, along) {
  const cards = columns().flatMap((column) => column === card.parentElement || column.dataset.goal ? cardsIn(column) : []);
  return cards[cards.indexOf(card) + along];
}

/** The nearest column that way with cards in it, at the same height. */
function beside(card, across) {
  const height = cardsIn(card.parentElement).indexOf(card);
  const all = columns();
  for (let at = all.indexOf(card.parentElement) + across; all[at]; at += across) {
    const cards = cardsIn(all[at]);
    if (cards.length) return cards[Math.min(height, cards.length - 1)];
  }
  return undefined;
}

function carry(card, across, along) {
  const fields = card.querySelector(".card__grip") && person && (across ? toColumn(card, across) : along && inColumn(card, along));
  if (!fields) return true;
  const said = fill(words.moved, words[fields.status]);
  makeChange("move_step", fields, { about: titleOf(card), said }).then(() => {
    focus(card);
    if (across) say([said]);
  });
  return true;
}

function toColumn(card, across) {
  const all = columns();
  const status = all[all.indexOf(card.parentElement) + across]?.dataset.status;
  return status && card.parentElement.dataset.status && { step_id: card.dataset.stepId, status };
}

function inColumn(card, along) {
  const cards = cardsIn(card.parentElement);
  const place = cards.indexOf(card);
  if (!cards[place + along]) return undefined;
  const before = cards[along > 0 ? place + 2 : place - 1];
  const fields = { step_id: card.dataset.stepId, status: card.dataset.status };
  return before ? { ...fields, before: before.dataset.stepId } : fields;
}
