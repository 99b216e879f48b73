/** Forms of change: their submit goes to the outbox instead of leaving the page, and they come to rest when answered. */
import { forget } from "./drafts.js";
import { makeChange } from "./outbox.js";
import { goTo, person, plan, words } from "./plan.js";
import { newId } from "./store.js";

const NOT_FIELDS = ["kind", "after", "next"];
const TEXT = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";
const DOUBLE_CLICK_MS = 1000;
const FOLLOW_MS = 10000;
let last = {};

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-change]") && person && plan.changes) submit(event);
  });
}

function submit(event) {
  event.preventDefault();
  const form = event.target;
  const { kind, fields } = read(form, event.submitter);
  if (isRepeat(kind, fields)) return;
  const sent = { ...fields };
  for (const field of form.querySelectorAll("[data-new-id]")) fields[field.name] = newId();
  const began = Date.now();
  form.dataset.pending = words.waiting ?? "";
  makeChange(kind, fields, { done: (outcome) => finish(form, sent, outcome, began) });
  if (!form.querySelector(TEXT)) close(form);
}

/** Kind and fields of a form. What was left empty is left out, save for texts: they may be emptied on purpose. */
function read(form, submitter) {
  const data = new FormData(form, submitter);
  const fields = {};
  for (const [name, value] of data) {
    const isText = name === "was" || form.elements[name]?.matches?.(TEXT + ":not([type=date])");
    if (!NOT_FIELDS.includes(name) && (value || isText)) fields[name] = value;
  }
  return { kind: data.get("kind"), fields };
}

/** A double click is one change. */
function isRepeat(kind, fields) {
  const said = JSON.stringify([kind, fields]);
  const isSame = last.said === said && Date.now() - last.at < DOUBLE_CLICK_MS;
  last = { said, at: Date.now() };
  return isSame;
}

function finish(form, sent, outcome, began) {
  delete form.dataset.pending;
  if (outcome.status === "refused") return;
  form.querySelectorAll("[data-draft]").forEach(forget);
  form.querySelectorAll(".newer").forEach((offer) => offer.remove());
  if (outcome.status === "dropped") form.reset();
  else if (isUntouched(form, sent)) rest(form, sent);
  if (outcome.status === "dropped") return;
  close(form);
  if ("follow" in form.dataset && Date.now() - began < FOLLOW_MS) follow(form);
}

function isUntouched(form, sent) {
  return [...form.querySelectorAll(TEXT)].every((field) => !field.name || field.value === (sent[field.name] ?? ""));
}

/** What was sent is now what was served: the form is at rest, and regions around it may become new. */
function rest(form, sent) {
  if (form.querySelector("[data-new-id]")) return form.reset();
  for (const field of form.elements) {
    if (field.matches(TEXT)) field.defaultValue = field.value;
    else if (field.matches("select")) for (const option of field.options) option.defaultSelected = option.selected;
    else if (field.matches("[type=radio], [type=checkbox]")) field.defaultChecked = field.checked;
  }
  if (form.elements.was) form.elements.was.value = sent.text ?? sent.words ?? "";
  return undefined;
}

/** As after a page load: menus and dialogs are closed again, and the focus stays where they were opened. */
function close(form) {
  const opened = form.closest("details:not([data-keep]), dialog:not(#sheet)");
  const hadFocus = opened?.contains(document.activeElement);
  if (!opened) return;
  if (opened.close) opened.close();
  else opened.open = false;
  if (hadFocus && !opened.close) opened.querySelector("summary").focus({ preventScroll: true });
}

function follow(form) {
  const sheet = form.closest("dialog#sheet");
  if (sheet) sheet.close();
  else goTo(form.elements.next?.value || location.href);
}
