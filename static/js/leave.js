/** Quick exit: blank at once, nothing kept on the device, and no way back by the browser's button. */
import { letAllGo } from "./kept_pages.js";
import { leave } from "./plan.js";
import { forget } from "./keep.js";

const PATIENCE_MS = 1500;
const PRESSES = 3;
const WITHIN_MS = 1500;

let presses = [];

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-leave]")) exit(event);
  });
  document.addEventListener("keydown", press, { capture: true });
}

/** Shift three times, alone: nothing else listens to it, it writes nothing, and it lies under either hand. */
function press({ key, repeat, timeStamp }) {
  if (repeat) return;
  presses = key === "Shift" ? [...presses, timeStamp].filter((then) => timeStamp - then < WITHIN_MS) : [];
  if (presses.length >= PRESSES) document.querySelector("form[data-leave]")?.requestSubmit();
}

async function exit(event) {
  const form = event.target;
  const address = form.dataset.leave;
  document.documentElement.hidden = true;
  document.title = "";
  if (!address) return;
  event.preventDefault();
  leave();  // the socket hears of the sign-out first, and would show the way to sign in
  const signedOut = fetch(form.action, {
    method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await Promise.allSettled([signedOut, forget(), letAllGo()]);
  location.replace(address);
}
