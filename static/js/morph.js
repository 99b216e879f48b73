/** Gives a region its new HTML without taking anything from the person at it: text, selection, what is open, scroll. */
import { Idiomorph } from "idiomorph";
import { words } from "./plan.js";

export const TEXT = "textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=submit], [type=button])";
const OURS = ["data-just", "tabindex"];
const held = new Map();
const NAMED = "form of ";
const WRITING = "writing-";
let names = 0;

export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Is somebody in the middle of this form? A field of text has the focus, or something differs from what was served. */
export function isWriting(form) {
  if (form.contains(document.activeElement) && isInField()) return true;
  return [...form.elements].some(isEdited);
}

/** What is typed is left alone; a button or a fold that has the focus says what it does now, like any other. */
const isInField = () => Boolean(document.activeElement?.matches(`${TEXT}, select`));

function isEdited(field) {
  if (field.matches(TEXT)) return field.value !== field.defaultValue;
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked;
  if (!field.matches("select")) return false;
  const served = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return field.selectedIndex !== served;
}

/**
 * Forms in which somebody writes are left whole; all around them becomes new. A form whose words another has changed
 * meanwhile offers to show them. False, and nothing done, where a form with unsent words is no longer there: one in which
 * somebody only stood, as after sending, goes.
 */
export function morph(old, fresh) {
  const twins = new Map();
  for (const form of [...old.querySelectorAll("form")].filter(isWriting)) {
    const twin = twinOf(form, fresh);
    if (twin) twins.set(form, twin);
    else if ([...form.elements].some(isEdited)) return false;
  }
  held.delete(old.id);
  twins.forEach((twin, form) => pair(form, twin));
  for (const part of [old, fresh]) part.querySelectorAll("form[data-change]:not([id])").forEach(nameIt);
  Idiomorph.morph(old, fresh, {
    morphStyle: "outerHTML", ignoreActiveValue: isInField(), restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (node) => !twins.has(node),
      beforeAttributeUpdated: (name, node) => !OURS.includes(name) && !(name === "open" && node.matches("details, dialog")),
    },
  });
  document.querySelectorAll(`form:is([id^="${NAMED}"], [id^="${WRITING}"])`).forEach((form) => form.removeAttribute("id"));
  return true;
}

/** No form becomes one for something else: whoever presses twice would say yes to what they have not read. */
function nameIt(form) {
  form.id = NAMED + subjectOf(form);
}

function twinOf(form, fresh) {
  return [...fresh.querySelectorAll("form")].find((other) => subjectOf(other) === subjectOf(form));
}

/** What a form is for: its kind, field and subject; not the number or text it was served with. */
export function subjectOf(form) {
  const fixed = [...form.querySelectorAll("input[type=hidden]:not([data-new-id])")]
    .filter((field) => !["after", "next", "was"].includes(field.name));
  return fixed.map((field) => `${field.name}=${field.getAttribute("value")}`).sort().join("&")
    + [...form.querySelectorAll(TEXT)].map((field) => field.name).join();
}

/** One id on both makes the morph recognise them wherever they stand. */
function pair(form, twin) {
  if (twin.id) form.id = twin.id;
  else twin.id = form.id ||= WRITING + ++names;
  const theirs = [...twin.querySelectorAll(TEXT)].find((field) =>
    form.elements[field.name] && form.elements[field.name].defaultValue !== field.defaultValue);
  if (theirs) offer(form, (button) => button.replaceWith(quote(theirs.defaultValue)));
}

function quote(text) {
  return Object.assign(document.createElement("blockquote"), { className: "newer", textContent: text });
}

/** A region that cannot become new without taking somebody's form waits until its person is done, or asks to see it. */
export function hold(old, html) {
  held.set(old.id, html);
  for (const form of [...old.querySelectorAll("form")].filter(isWriting)) {
    offer(form, () => {
      document.dispatchEvent(new CustomEvent("unplaced", { detail: textOf(form) }));
      form.reset();
      document.activeElement.blur();
    });
  }
}

const textOf = (form) => [...form.querySelectorAll(TEXT)].filter(isEdited).map((field) => field.value).join("\n");

function offer(form, show) {
  form.querySelectorAll(".newer").forEach((earlier) => earlier.remove());
  const button = Object.assign(document.createElement("button"), {
    type: "button", className: "newer button", textContent: words.fresh,
  });
  button.addEventListener("click", () => show(button));
  form.append(button);
}

/** What was held back appears when nobody writes there any more. */
export function release() {
  for (const [id, html] of held) {
    const old = document.getElementById(id);
    if (!old || morph(old, parse(html))) held.delete(id);
  }
}
document.addEventListener("focusout", () => setTimeout(release));
