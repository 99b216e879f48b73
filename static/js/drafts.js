/**
 * What is being written in a field[data-draft] survives a reload, until it is accepted or its person signs out, in whichever tab.
 * On a phone that others have, too, it does not: nothing is kept there.
 */
import { subjectOf } from "./morph.js";
import { forgetWords, isShared, person, root } from "./plan.js";

const keyOf = ({ form, name }) => `draft ${person} ${root?.dataset.planId} ${subjectOf(form)} ${name}`;

const tabs = new BroadcastChannel("tavlen-words");

export function start() {
  tabs.addEventListener("message", forgetWords);
  if (isShared) return forgetWords();  // of before that was said
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("[data-draft]")) keep(target);
  });
  document.addEventListener("submit", ({ target }) => {
    if (target.matches("[data-leave]")) forgetAll();
  });
  return restore();
}

/** Nothing that was half-typed here stays on the device. */
export function forgetAll() {
  sessionStorage.clear();
  tabs.postMessage("");
}

/** Kept with the text it was written over, so that a meeting with somebody else's change is noticed after a reload too. */
function keep(field) {
  if (field.value === field.defaultValue) return forget(field);
  const was = field.form.elements.was?.value;
  return sessionStorage.setItem(keyOf(field), JSON.stringify({ text: field.value, was }));
}

export function forget(field) {
  sessionStorage.removeItem(keyOf(field));
}

export function restore(place = document) {
  if (isShared) return;
  for (const field of place.querySelectorAll("[data-draft]")) {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(field)));
    if (!kept || field.value !== field.defaultValue || kept.text === field.defaultValue) continue;
    field.value = kept.text;
    if (field.form.elements.was && kept.was !== undefined) field.form.elements.was.value = kept.was;
    const closed = field.closest("details");
    if (closed) closed.open = true;
  }
}
