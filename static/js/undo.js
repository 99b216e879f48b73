/** "Fortryd": what was removed can be brought back by one press, where one stands. */
import { dismiss } from "./focus.js";
import { makeChange, onOutcome } from "./outbox.js";
import { cardOf } from "./place.js";
import { copyOf } from "./plan.js";

const SHOWN_MS = 20000;
const place = document.getElementById("toast");

export function start() {
  onOutcome((item, outcome, isOwn) => {
    if (isOwn && item.kind.startsWith("remove_") && outcome.status === "accepted") show(item);
    if (item.kind.startsWith("restore_") && ["accepted", "repeated"].includes(outcome.status)) clear(item);
  });
}

/** What is back is no longer told to be gone. */
function clear({ kind, fields }) {
  for (const { elements } of document.querySelectorAll("div.gone form")) {
    const isIts = Object.entries(fields).every(([name, id]) => elements[name]?.value === id);
    if (isIts && elements.kind.value === kind) dismiss(elements.kind.closest(".gone"), cardOf(fields.step_id)?.querySelector("a"));
  }
}

function show(item) {
  const toast = copyOf("undo-item");
  if (!place || !toast) return;
  const before = document.activeElement;
  place.replaceChildren(toast);
  toast.addEventListener("click", ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "undo") makeChange(item.kind.replace("remove_", "restore_"), item.fields);
    if (deed) dismiss(toast, before);
  });
  setTimeout(function fade() {
    if (toast.matches(":hover, :focus-within")) setTimeout(fade, SHOWN_MS);
    else toast.remove();
  }, SHOWN_MS);
}
