/** Changes that the server refused: its sentence, the person's words intact, and what can be done with them. */
import { dismiss } from "./focus.js";
import { letGo, onOutcome, sayAgain } from "./outbox.js";
import { copyOf, say, words } from "./plan.js";

const list = document.getElementById("refused");
const shown = new Map();  // change_id -> { entry, item, before: what had the focus when it came }

export function start() {
  onOutcome((item, outcome) => {
    if (outcome.status === "refused") show(item, outcome);
    else if (outcome.status === "dropped") close(item);
    else if (["accepted", "repeated"].includes(outcome.status)) outlive(item);
  });
  document.addEventListener("unplaced", ({ detail: text }) => show({ kind: "", fields: { text } }, { why: words.failed }));
}

function show(item, outcome) {
  if (!list || shown.has(item.change_id)) return;
  const isConflict = outcome.code === "conflict";
  const text = item.fields.text ?? item.fields.words ?? item.fields.title ?? "";
  const entry = copyOf(isConflict ? "conflict-item" : "refused-item", {
    why: outcome.why || words.failed, words: text, theirs: outcome.extra?.theirs ?? "",
  });
  entry.querySelector("[data-do=copy]").hidden = !text;
  entry.querySelector("[data-do=again]")?.toggleAttribute("hidden", !item.kind);
  entry.addEventListener("click", ({ target }) => act(target.closest("[data-do]")?.dataset.do, { item, outcome, text }));
  shown.set(item.change_id, { entry, item, before: document.activeElement });
  list.append(entry);
}

function act(deed, { item, outcome, text }) {
  if (deed === "copy") return navigator.clipboard?.writeText(text).then(() => say([words.copied]));
  if (!deed) return undefined;
  close(item);
  if (deed === "again") return sayAgain(item);
  if (deed === "mine") return sayAgain(item, { ...item.fields, was: outcome.extra.theirs });
  return letGo(item);
}

function close(item) {
  const { entry, before } = shown.get(item.change_id) ?? {};
  if (entry) dismiss(entry, before);
  shown.delete(item.change_id);
}

/** A later change of the same thing was accepted: the refused one has nothing more to say. */
function outlive(item) {
  const subject = subjectOf(item);
  for (const { item: refused } of [...shown.values()]) {
    if (!subject || subjectOf(refused) !== subject) continue;
    close(refused);
    letGo(refused);
  }
}

function subjectOf({ kind, fields }) {
  const makesNew = /^(add|remark|suggest)_/.test(kind);
  return makesNew ? "" : [kind, fields.step_id, fields.goal_id, fields.field].join();
}
