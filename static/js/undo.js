/** "Fortryd": what was removed can be brought back by one press, where one stands, for as long as it can be. */
import { dismiss } from "./focus.js";
import { makeChange, onOutcome } from "./outbox.js";
import { cardOf } from "./place.js";
import { copyOf } from "./plan.js";
import { afterFrame } from "./swap.js";

const SHOWN_MS = 20000;
const LOOK_AGAIN_MS = 10000;
const place = document.getElementById("toast");
let told;  // what the toast is about

export function start() {
  onOutcome((item, { status }, isOwn) => {
    if (isOwn && item.kind.startsWith("remove_") && status === "waiting") show(item);
    if (told?.change_id === item.change_id && status === "refused") place.replaceChildren();
    if (item.kind.startsWith("restore_") && ["accepted", "repeated"].includes(status)) clear(item);
  });
  afterFrame(() => linesOfGone().filter(isBack).forEach(close));
  setInterval(() => linesOfGone().filter(isOver).forEach(close), LOOK_AGAIN_MS);
}

const linesOfGone = () => [...document.querySelectorAll("[data-until]")];
const isOver = ({ dataset }) => Date.now() > Date.parse(dataset.until);
const isBack = (line) => cardOf(line.querySelector("[name=step_id]")?.value)?.matches(":not([data-gone])");

function close(line) {
  const stepId = line.querySelector("[name=step_id]")?.value;
  dismiss(line, cardOf(stepId)?.querySelector("a"));
}

/** What is back is no longer told to be gone. */
function clear({ fields }) {
  const isIts = (line) => Object.entries(fields).every(([name, id]) => line.querySelector(`[name=${name}]`)?.value === id);
  linesOfGone().filter(isIts).forEach(close);
}

function show(item) {
  const toast = copyOf("undo-item");
  if (!place || !toast) return;
  const before = document.activeElement;
  told = item;
  place.replaceChildren(toast);
  toast.addEventListener("click", ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "undo") makeChange(item.kind.replace("remove_", "restore_"), item.fields, { about: item.about });
    if (deed) dismiss(toast, before);
  });
  setTimeout(function fade() {
    if (toast.matches(":hover, :focus-within")) setTimeout(fade, SHOWN_MS);
    else toast.remove();
  }, SHOWN_MS);
}
