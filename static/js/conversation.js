/** The conversation is opened at its end, stays there when something new comes, and is read by whoever looks at it. */
import { person, plan, root } from "./plan.js";
import { afterFrame } from "./swap.js";

const NEAR = 200;  // pixels beneath the window's edge
let wasAtEnd = true;

export function start() {
  if (plan.page !== "conversation") return;
  addEventListener("scroll", () => { wasAtEnd = isAtEnd(); }, { passive: true });
  document.addEventListener("visibilitychange", read);
  afterFrame(() => {
    if (wasAtEnd) toEnd();
    read();
  });
  if (["", "#write"].includes(location.hash)) toEnd();
  read();
}

/** A ready text comes into the field to be written on: after what stands there, and never sent by itself. */
export function startReady() {
  for (const form of document.querySelectorAll("form[data-ready]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = form.elements.ready.selectedOptions[0].dataset.words;
      const message = document.getElementById(form.dataset.ready);
      if (words) message.value = [message.value.trim(), words].filter(Boolean).join("\n");
      form.reset();
      message.focus();
      message.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

const field = () => document.getElementById("write");
const isAtEnd = () => field().getBoundingClientRect().bottom < innerHeight + NEAR;

function toEnd() {
  field().scrollIntoView({ block: "end", behavior: "instant" });
}

/** Said once for each newest message; what is not heard is said again with the next. */
async function read() {
  const form = root.querySelector("form[data-read]");
  if (!form || document.hidden) return;
  const headers = { "Tavlen-Person": person };
  const heard = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", headers }).catch(() => undefined);
  if (!heard || heard.status >= 400) return;
  form.remove();
  document.getElementById("unread").replaceChildren();
}
