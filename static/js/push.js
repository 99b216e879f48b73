/**
 * Nudges on this device. The browser is asked only when its person presses the button on that page, and never again by itself.
 * Who has said yes is looked after quietly: once a day, when Tavlen is opened, what died is made anew.
 */
import { fetchPage } from "./http.js";
import { wayOf } from "./install.js";
import { person } from "./plan.js";
import { fieldsOf, subscribe, tell } from "./subscription.js";

const WHO = "push", WHEN = "push-looked";  // who said yes on this device, and the day it was last looked after

export function start() {
  navigator.clearAppBadge?.().catch(() => undefined);
  if (!person) localStorage.removeItem(WHEN);  // whoever signs in is looked after at once
  const form = document.querySelector("form[data-push-key]");
  if (form) offer(form);
  else if (document.querySelector("[data-push-on]")) remember();
  else lookAfter();
}

function offer(form) {
  showOnly(stateOf());
  form.addEventListener("submit", (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    ask(form);
  });
}

function stateOf() {
  const isAble = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!isAble) return wayOf() === "iphone" ? "iphone" : "none";
  return Notification.permission === "denied" ? "denied" : "ask";
}

function showOnly(...states) {
  for (const part of document.querySelectorAll("[data-push]")) part.hidden = !states.includes(part.dataset.push);
}

async function ask(form) {
  if (await Notification.requestPermission() !== "granted") return showOnly(stateOf());
  try {
    const subscription = await subscribeAnew(form.dataset.pushKey);
    for (const [name, value] of Object.entries(fieldsOf(subscription))) form.elements[name].value = value;
    form.submit();
  } catch {
    showOnly("ask", "failed");
  }
}

/** The page on which it is on: from now on it is this person's on this device, until they stop it. */
function remember() {
  localStorage.setItem(WHO, person);
  document.querySelector("form[data-push-off]").addEventListener("submit", () => localStorage.removeItem(WHO));
}

async function lookAfter() {
  const today = new Date().toDateString();
  if (!person || localStorage.getItem(WHO) !== person || localStorage.getItem(WHEN) === today) return;
  if (window.Notification?.permission !== "granted") return;
  localStorage.setItem(WHEN, today);
  const known = (await fetchPage("/push/"))?.querySelector("[data-push-key]")?.dataset;
  const there = known && await subscribeAnew(known.pushKey).catch(() => undefined);
  if (there && there.endpoint !== known.endpoint) await tell(there).catch(() => undefined);
}

/** An older one of another key is given up. */
async function subscribeAnew(key) {
  const registration = await navigator.serviceWorker.ready;
  return subscribe(registration, key).catch(async (error) => {
    if (error.name !== "InvalidStateError") throw error;
    await (await registration.pushManager.getSubscription()).unsubscribe();
    return subscribe(registration, key);
  });
}
