/** "Kræver dig": what the server refused, its sentence, the words intact, and one tap for each way on. In every tab. */
import { dismiss } from "./focus.js";
import { letGo, onOutcome, sayAgain } from "./outbox.js";
import { copyOf, say, words } from "./plan.js";
import { typed } from "./typed.js";

const section = document.getElementById("needs");
const list = document.getElementById("refused");
const pill = document.getElementById("needs-pill");
const inSight = new IntersectionObserver((seen) => { pill.hidden = seen.at(-1).isIntersecting || !shown.size; });
const shown = new Map();  // change_id -> { entry, item, outcome, rest, before }: the first refused thing, and what hung on it

export function start() {
  onOutcome((item, outcome) => {
    if (outcome.status === "refused") show(item, outcome);
    else if (["dropped", "replaced"].includes(outcome.status)) close(item);
    else if (["accepted", "repeated"].includes(outcome.status)) outlive(item);
  });
  document.addEventListener("unplaced", ({ detail: text }) => show({ kind: "", fields: { text } }, { why: words.failed }));
  if (section && pill) inSight.observe(section);
}

function show(item, outcome) {
  if (!list || shown.has(item.change_id) || hangsOn(item)) return;
  takeOver(item);
  const text = typed(item);
  const entry = copyOf(document.getElementById(`${outcome.code}-item`) ? `${outcome.code}-item` : "refused-item", {
    about: [item.about, item.said, ...(item.files ?? []).map(({ name }) => name)].filter(Boolean).join(" · "), why: outcome.why || words.failed, words: text, theirs: outcome.extra?.theirs ?? "",
  });
  for (const part of entry.querySelectorAll("[data-if=text]")) part.hidden = !text;
  entry.querySelector("[data-do=again]")?.toggleAttribute("hidden", !item.kind);
  entry.addEventListener("click", ({ target }) => act(target.closest("[data-do]")?.dataset.do, item));
  shown.set(item.change_id, { entry, item, outcome, rest: [], before: document.activeElement });
  list.append(entry);
  count();
  say([`${words.needs}: ${outcome.why || words.failed}`]);
}

/** What met somebody else's words. */
const textOf = ({ fields }) => fields.text ?? fields.words ?? "";

/** What was done to a step that could not be written down waits with it: one thing to look at, not five. */
function hangsOn(item) {
  const first = [...shown.values()].find(({ item: { kind, fields } }) =>
    kind === "add_step" && fields.step_id === item.fields.step_id && item.kind !== kind);
  return Boolean(first?.rest.push(item));
}

/** Who wrote on over their own words, which met somebody else's, has only the last to choose. */
function takeOver(item) {
  for (const { item: earlier } of [...shown.values()]) {
    if (subjectOf(earlier) && subjectOf(earlier) === subjectOf(item) && textOf(earlier) === item.fields.was) letGo(earlier);
  }
}

const CHOICES = {
  again: (item) => sayAgain(item),
  anyway: (item) => sayAgain(item, { ...item.fields, confirmed: "place" }),
  mine: (item, { theirs }) => sayAgain(item, written(item, theirs, textOf(item))),
  both: (item, { theirs }) => sayAgain(item, written(item, theirs, theirs + (isOneLine(item) ? " / " : "\n") + textOf(item))),
  theirs: (item, extra) => letGo(item, extra),
  drop: (item) => letGo(item),
};

const written = ({ fields }, was, text) => ({ ...fields, was, [fields.text === undefined ? "words" : "text"]: text });
const isOneLine = ({ fields }) => ["title", "community", "name", "does"].includes(fields.field);

async function act(deed, item) {
  if (deed === "copy") return navigator.clipboard?.writeText(typed(item)).then(() => say([words.copied]));
  if (!deed) return undefined;
  const { outcome, rest } = shown.get(item.change_id);
  close(item);
  if (!item.kind) return undefined;
  await CHOICES[deed](item, outcome.extra);
  for (const one of rest) await CHOICES[deed](one);
  return undefined;
}

function close(item) {
  const { entry, before } = shown.get(item.change_id) ?? {};
  if (!entry) return;
  shown.delete(item.change_id);
  const next = entry.nextElementSibling ?? entry.previousElementSibling;
  dismiss(entry, next?.querySelector("button:not([hidden])") ?? before);
  count();
}

function count() {
  section.hidden = !shown.size;
  if (pill) inSight.unobserve(section), inSight.observe(section);  // what appears out of sight comes into no sight: asked anew
  for (const badge of document.querySelectorAll("[data-count=needs]")) badge.textContent = shown.size || "";
}

/** A later change of the same thing was accepted: the refused one has nothing more to say. */
function outlive(item) {
  const subject = subjectOf(item);
  for (const { item: refused } of [...shown.values()]) {
    if (subject && subjectOf(refused) === subject) letGo(refused);
  }
}

function subjectOf({ kind, fields }) {
  const makesNew = /^(add|remark|suggest|ask)_/.test(kind);
  return makesNew || !kind ? "" : [kind, fields.step_id, fields.goal_id, fields.field].join();
}
