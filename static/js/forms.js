/** Forms of change: their submit goes to the outbox instead of leaving the page, and they come to rest when answered. */
import { filesOf } from "./attach.js";
import { forget } from "./drafts.js";
import { keeps } from "./keep.js";
import { isWriting, TEXT } from "./morph.js";
import { beforeFrame, makeChange } from "./outbox.js";
import { goTo, isKept, person, plan } from "./plan.js";
import { newId } from "./store.js";

const NOT_FIELDS = ["kind", "after", "next", "files"];
const NOT_OF_SUBJECT = [...NOT_FIELDS, "was"];
const DOUBLE_CLICK_MS = 1000;
const FOLLOW_MS = 10000;
const PATIENCE_MS = 1500;
let last = {};

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-change]") && person && plan.changes) submit(event);
  });
  beforeFrame((item, outcome) => formsOf(item).forEach((form) => settle(form, item, outcome)));
}

async function submit(event) {
  event.preventDefault();
  if (document.activeElement === document.body) event.submitter?.focus({ preventScroll: true });  // not every browser does
  const form = event.target;
  const { kind, fields } = read(form, event.submitter);
  if (isRepeat(kind, fields)) return;
  const made = [...form.querySelectorAll("[data-new-id]")];
  for (const field of made) fields[field.name] = newId();
  const files = await filesOf(form);
  if (files.length) fields.attachments = files.map(({ id }) => id);
  const next = form.elements.next?.value.replace("/made/", `/${fields[made[0]?.name]}/`);
  const began = Date.now(), isNear = isHere(next) && !form.closest("dialog#sheet");
  let isDone = false;
  const done = ({ status }) => {
    isDone = status !== "refused";
    if (!isNear && ["accepted", "repeated"].includes(status) && Date.now() - began < FOLLOW_MS) follow(form, next);
  };
  const said = event.submitter?.innerText.trim();
  if (!form.querySelector(TEXT)) close(form);
  if ("follow" in form.dataset) form.dataset.leading = "";
  await makeChange(kind, fields, { about: aboutOf(form), said, done, ...files.length && { files } });
  if (keeps()) form.querySelectorAll("[data-draft]").forEach(forget);
  if (made.length && keeps()) form.reset();
  if (isNear) follow(form, next);  // it is kept: what comes next on this page waits for nobody
  else setTimeout(() => isDone || followUnheard(form, next), navigator.onLine ? PATIENCE_MS : 0);
}

/** Kind and fields of a form. What was left empty is left out, save for texts: they may be emptied on purpose. */
function read(form, submitter) {
  const data = new FormData(form, submitter);
  const fields = {};
  for (const [name, value] of data) {
    const isText = name === "was" || form.elements[name]?.matches?.(TEXT + ":not([type=date], [type=number])");
    if (form.querySelector(`[type=checkbox][name="${name}"]`)) (fields[name] ??= []).push(value);
    else if (!NOT_FIELDS.includes(name) && (value || isText)) fields[name] = value;
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

/** What a change is about, in the page's own words: the card, the step, the goal, the person it stands beside. */
function aboutOf(form) {
  const around = form.closest(".card, .person-card, .promises li, .next, .gone, .share, .strength, .leg, #room");
  const title = around?.querySelector("h1, h2, h3, b:not(.face), .strength__words");
  return title && !form.contains(title) ? title.innerText.trim() : "";
}

/** The forms on this page that a change came from, or could have: same kind, same subject. */
export function formsOf({ kind, fields }) {
  const all = document.querySelectorAll(`form[data-change]:has(> input[name=kind][value="${kind}"])`);
  return [...all].filter((form) => [...form.querySelectorAll("input[type=hidden]")].every(({ name, value, dataset }) =>
    NOT_OF_SUBJECT.includes(name) || "newId" in dataset || value === (fields[name] ?? "")));
}

const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.matches(`${TEXT}, select, [type=radio]`));

/** Does a form say just what a change says? */
export function says(form, { fields }) {
  return fieldsOf(form).every((field) => field.type === "radio"
    ? field.checked === (field.value === fields[field.name])
    : field.value === (fields[field.name] ?? ""));
}

/** A page that is opened again shows what its person has already said there. */
export function fill(form, { fields }) {
  if (isWriting(form)) return;
  for (const field of fieldsOf(form)) {
    if (field.type === "radio") field.checked = field.value === fields[field.name];
    else field.value = fields[field.name] ?? "";
  }
}

function settle(form, item, { status, extra }) {
  if (status === "refused" || !says(form, item)) return undefined;
  form.querySelectorAll("[data-draft]").forEach(forget);
  form.querySelectorAll(".newer").forEach((offer) => offer.remove());
  if (status === "replaced") return form.reset();
  if (status === "dropped") return letGo(form, extra?.theirs);
  if (form.querySelector("[data-new-id]")) return form.reset();
  rest(form, item.fields);
  return form.querySelector(TEXT) && close(form);  // others were closed when sent: who opened them again is there
}

/** Where their words were chosen, they stand, and whoever writes on writes over those. */
function letGo(form, theirs) {
  form.reset();
  if (theirs === undefined) return;
  const field = form.elements.text ?? form.elements.words;
  field.value = field.defaultValue = form.elements.was.value = theirs;
}

/** What was sent is now what was served: the form is at rest, and regions around it may become new. */
function rest(form, fields) {
  for (const field of fieldsOf(form)) {
    if (field.matches(TEXT)) field.defaultValue = field.value;
    else if (field.matches("select")) for (const option of field.options) option.defaultSelected = option.selected;
    else field.defaultChecked = field.checked;
  }
  if (form.elements.was) form.elements.was.value = fields.text ?? fields.words ?? "";
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

/** What is gone is not gone back to. */
function follow(form, next) {
  if (!("follow" in form.dataset)) return;
  const sheet = form.closest("dialog#sheet");
  const isOver = form.elements.kind.value.startsWith("remove_");
  if (sheet) sheet.close();
  else if (isHere(next)) location.hash = new URL(next, location).hash;
  else goTo(next || location.href, { instead: isOver });
}

/** Another part of this page. */
function isHere(next) {
  const there = new URL(next || "", location);
  return there.hash !== "" && there.pathname === location.pathname;
}

/** Without an answer the way leads on only to a page that this device has kept. */
async function followUnheard(form, next) {
  if (!("follow" in form.dataset) || !form.isConnected) return;
  if (form.closest("dialog#sheet") || await isKept(next)) follow(form, next);
}
