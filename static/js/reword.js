/** Words that wait stand where they will stand; what the server last said there comes back if they are refused. */
import { words } from "./plan.js";

const before = new WeakMap();  // element -> the nodes that the server gave it

/** The elements that show what a change changes, each with its new words. */
export function reword(item) {
  const { kind, fields } = item;
  const shown = REWORDED[kind]?.(fields);
  return shown && shown[1] !== undefined ? elementsOf(shown[0]).map((element) => [element, shown[1]]) : [];
}

const inStep = (id, part) => `[data-step-id="${id}"] [data-says=${part}]`;
const inGoal = (id, part) => `[data-goal-id="${id}"] [data-says=${part}]`;
const REWORDED = {
  reword_message: ({ message_id: id, text }) => [`#m-${id} [data-says=message]`, text],
  add_step: ({ message_id: id, title }) => [`#m-${id} [data-says=step]`, title],
  reword_progress_entry: ({ progress_entry_id: id, text }) => [`#p-${id} [data-says=progress_entry]`, text],
  say_own_view: ({ words: text }) => ["[data-says=own_view]", text],
  write_about_me: ({ words: text }) => ["[data-says=about_me]", text],
  write_life_goal: ({ words: text }) => ["[data-says=life_goal]", text],
  reword_step: ({ step_id: id, field, text }) =>
    [field === "title" ? `#s-${id} h3 > :is(a, span), .next[data-step-id="${id}"] h2 > a, ${inStep(id, field)}` : inStep(id, field), text],
  reword_goal: ({ goal_id: id, field, text }) =>
    [field === "title" ? `#g-${id} :is(h2, h3) > *, ${inGoal(id, field)}` : inGoal(id, field), text],
  move_step: ({ step_id: id, status }) => [inStep(id, "status"), words[status]],
  assign_step: ({ step_id: id, responsible }) => [inStep(id, "responsible"), optionOf("responsible", responsible)],
  hang_step: ({ step_id: id, goal_id }) => [inStep(id, "goal"), optionOf("goal_id", goal_id)],
  set_due: ({ step_id: id, due }) => [inStep(id, "due"), due ? dayOf(due) : words.nothing],
  set_goal_area: ({ goal_id: id, life_area }) => [inGoal(id, "life_area"), optionOf("life_area", life_area)],
};

const elementsOf = (places) => [...document.querySelectorAll(places)];

function optionOf(name, value = "") {
  return document.querySelector(`form[data-change] select[name=${name}] option[value="${value}"]`)?.textContent;
}

function dayOf(day) {
  const shape = { weekday: "long", day: "numeric", month: "long" };
  return new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang, shape);
}

/** These elements say these words; all others say again what the server said, unless it has said something since. */
export function served(texts) {
  for (const element of document.querySelectorAll("[data-reworded]")) if (!texts.has(element)) putBack(element);
  for (const [element, text] of texts) put(element, text);
}

function put(element, text) {
  if (!("reworded" in element.dataset)) before.set(element, [...element.childNodes]);
  if (element.textContent !== text) element.replaceChildren(text);
  element.dataset.reworded = words.waiting ?? "";
  const row = element.closest("[hidden]");
  if (row) Object.assign(row, { hidden: false }).dataset.shown = "";
}

function putBack(element) {
  delete element.dataset.reworded;
  if (before.has(element)) element.replaceChildren(...before.get(element));
  const row = element.closest("[data-shown]");
  if (row) Object.assign(row, { hidden: true }).removeAttribute("data-shown");
}

/** A copy of a part as the server last told it, without what waits. */
export function asServed(part) {
  const copy = part.cloneNode(true);
  const said = [...part.querySelectorAll("[data-reworded]")];
  [...copy.querySelectorAll("[data-reworded]")].forEach((element, at) => {
    delete element.dataset.reworded;
    element.replaceChildren(...(before.get(said[at]) ?? []).map((node) => node.cloneNode(true)));
  });
  copy.querySelectorAll("[data-shown]").forEach((row) => { row.hidden = true; });
  copy.querySelectorAll("[data-made]").forEach((made) => made.remove());
  for (const button of copy.querySelectorAll("[data-chosen]")) {
    for (const name of ["data-chosen", "aria-pressed"]) button.removeAttribute(name);
  }
  return copy;
}
