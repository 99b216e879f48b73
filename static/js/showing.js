/** What waits is seen where it will stand, marked until the server has answered; then the server's own HTML is there. */
import { fill, formsOf, says } from "./forms.js";
import { isMade, makeNew } from "./made.js";
import { onOutcome, waiting } from "./outbox.js";
import { cardOf, expect, markAll, moveNow, settle } from "./place.js";
import { words } from "./plan.js";
import { reword, served } from "./reword.js";
import { afterFrame } from "./swap.js";

const marked = new Set();  // change ids whose cards are marked on this page
let isDue = false;

export function start() {
  onOutcome(note);
  afterFrame(show);
}

function note(item, { status }) {
  const { step_id } = item.fields;
  if (status === "waiting" && !marked.has(item.change_id)) {
    marked.add(item.change_id);
    if (step_id) expect(step_id);
    move(item);
  } else if (status !== "waiting" && marked.delete(item.change_id) && step_id) settle(step_id);
  if (isDue) return;
  isDue = true;
  queueMicrotask(show);
}

/** Everything that waits, in order, upon what the server last said. Done again it changes nothing. */
export function show() {
  isDue = false;
  const items = waiting();
  unmark(new Set(items.map((item) => item.change_id)));
  const texts = new Map();
  items.forEach(makeNew);
  lastMoves(items).filter(isElsewhere).forEach(move);
  for (const item of items) {
    for (const [element, text] of reword(item)) texts.set(element, text);
    mark(item);
  }
  served(texts);
  markAll();
}

/** Where each card goes in the end: two hundred moves of four cards are four. */
function lastMoves(items) {
  const last = new Map();
  for (const item of items) {
    const key = `${item.kind} ${item.fields.step_id}`;
    last.delete(key);
    last.set(key, item);
  }
  return [...last.values()];
}

/** A region that has become new has put its cards back. */
function isElsewhere({ kind, fields }) {
  return kind === "move_step" && fields.status !== cardOf(fields.step_id)?.parentElement.dataset.status
    || kind === "hang_step";
}

function move({ kind, fields }) {
  const goal = fields.goal_id ? `in-g-${fields.goal_id}` : "in-free";
  if (kind === "move_step") moveNow(fields.step_id, document.getElementById(`in-${fields.status}`), fields.before);
  else if (kind === "hang_step") hang(fields.step_id, document.getElementById(goal));
}

function hang(stepId, list) {
  if (cardOf(stepId)?.parentElement !== list) moveNow(stepId, list);
}

function unmark(ids) {
  for (const made of document.querySelectorAll("[data-made]")) if (!isMade(made, ids)) made.remove();
  for (const one of document.querySelectorAll("[data-pending]:not(.card)")) delete one.dataset.pending;
  for (const one of document.querySelectorAll("[data-gone]")) delete one.dataset.gone;
  for (const one of document.querySelectorAll("[data-chosen]")) {
    delete one.dataset.chosen;
    one.removeAttribute("aria-pressed");
  }
  for (const one of document.querySelectorAll("[data-unchosen]")) {
    delete one.dataset.unchosen;
    one.ariaPressed = "true";
  }
}

/** The form that said it says that it waits, and so does the fold around it; what was pressed stays pressed. */
function mark(item) {
  const { kind, fields } = item;
  for (const form of formsOf(item)) {
    if (form.querySelector("[data-new-id]")) continue;
    if (!says(form, item)) fill(form, item);
    form.dataset.pending = words.waiting ?? "";
    if (form.elements.was && says(form, item)) form.elements.was.value = fields.text ?? fields.words;
    choose(form, fields);
    const fold = form.closest("details")?.querySelector("summary");
    if (fold) fold.dataset.pending = words.waiting ?? "";
    if (kind.startsWith("remove_")) form.closest("li, .sheet")?.setAttribute("data-gone", "");
  }
  const subject = [...document.querySelectorAll(subjectOf(fields))];
  if (/_goal$/.test(kind)) for (const one of subject) one.dataset.pending = words.waiting ?? "";
  if (!/^(remove|restore)_(step|goal)$/.test(kind)) return;
  for (const one of subject) one.toggleAttribute("data-gone", kind.startsWith("remove_"));
}

/** A step's card, a goal's heading, or the head of its own sheet. */
const subjectOf = ({ step_id, goal_id }) => step_id
  ? `#s-${step_id}, [data-step-id="${step_id}"] > .step__head`
  : `#g-${goal_id}, [data-goal-id="${goal_id}"] > .step__head`;

/** A button without a name is meant when its form has a place for all that was said. */
function choose(form, fields) {
  const hasAll = !form.querySelector("textarea, select, input:not([type=hidden])")
    && Object.keys(fields).every((name) => form.elements[name]);
  const buttons = [...form.querySelectorAll("button:not([type=button])")];
  const button = buttons.find(({ name, value }) => name ? value === fields[name] : hasAll);
  if (!button || button.ariaPressed === "true") return;  // the server says so by now, and goes on saying it
  for (const other of buttons.filter((one) => one.name && one.name === button.name && one.ariaPressed === "true")) {
    other.dataset.unchosen = "";
    other.ariaPressed = "false";
  }
  button.dataset.chosen = "";
  button.ariaPressed = "true";
}
