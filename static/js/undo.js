/** "Fortryd": what was removed can be brought back by one press, here or on the page one was led to. */
import { onOutcome, say } from "./outbox.js";
import { copyOf, plan } from "./plan.js";

const SHOWN_MS = 20000;
const place = document.getElementById("toast");

export function start() {
  onOutcome((item, outcome, isOwn) => {
    if (isOwn && item.kind.startsWith("remove_") && outcome.status === "accepted") {
      sessionStorage.setItem("undo", JSON.stringify({ item, at: Date.now() }));
      show(item);
    }
  });
  const last = JSON.parse(sessionStorage.getItem("undo"));
  if (last && Date.now() - last.at < SHOWN_MS && last.item.url === plan.changes) show(last.item);
}

function show(item) {
  const toast = copyOf("undo-item");
  if (!place || !toast) return;
  place.replaceChildren(toast);
  toast.addEventListener("click", ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "undo") say(item.kind.replace("remove_", "restore_"), item.fields);
    if (deed) hide(toast);
  });
  setTimeout(function fade() {
    if (toast.matches(":hover, :focus-within")) setTimeout(fade, SHOWN_MS);
    else if (toast.isConnected) hide(toast);
  }, SHOWN_MS);
}

function hide(toast) {
  sessionStorage.removeItem("undo");
  toast.remove();
}
