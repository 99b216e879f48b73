/** Quick exit: blank at once, nothing kept on the device, and no way back by the browser's button. */
import { leave } from "./plan.js";
import { forget } from "./keep.js";

const PATIENCE_MS = 1500;

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-leave]")) exit(event);
  });
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
  await Promise.allSettled([signedOut, forget()]);
  location.replace(address);
}
