/** "Fortryd": what was removed can be brought back by one press, where one stands. */
import { makeChange, onOutcome } from "./outbox.js";
import { copyOf } from "./plan.js";

const SHOWN_MS = 20000;
const place = document.getElementById("toast");

export function start() {
  onOutcome((item, outcome, isOwn) => {
    if (isOwn && item.kind.startsWith("remove_") && outcome.status === "accepted") show(item);
  });
}

function show(item) {
  const toast = copyOf("undo-item");
  if (!place || !toast) return;
  place.replaceChildren(toast);
  toast.addEventListener("click", ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "undo") makeChange(item.kind.replace("remove_", "restore_"), item.fields);
    if (deed) toast.remove();
  });
  setTimeout(function fade() {
    if (toast.matches(":hover, :focus-within")) setTimeout(fade, SHOWN_MS);
    else toast.remove();
  }, SHOWN_MS);
}
