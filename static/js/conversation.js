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
  if (!location.hash) toEnd();
  read();
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
