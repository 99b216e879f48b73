/** What was last seen here is what opens without signal: the worker's copy follows the page while the page is live. */
import { isHeard } from "./line.js";
import { person, plan, root } from "./plan.js";
import { asServed } from "./reword.js";
import { afterFrame, reload } from "./swap.js";

const REST_MS = 1000;
const PASSING = ["style", "data-pending", "data-just", "data-gone", "data-leading", "data-pointed"];
let timer;

export function start() {
  if (!navigator.serviceWorker || !root || !person) return;
  afterFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  });
  document.addEventListener("visibilitychange", () => document.hidden && isHeard() && keep());
  document.addEventListener("heard", () => isFromToday() || reload());
  addEventListener("load", () => setTimeout(lookAhead, REST_MS));
}

/** Without signal a new step is what somebody wants to write down most: where pages are kept, its page is, too. */
async function lookAhead() {
  const next = document.querySelector("a[href$='/steps/new/']")?.href;
  if (!next || !await caches.match(location.href) || await caches.match(next)) return;
  navigator.serviceWorker.controller?.postMessage({ look: next });
}

/** "I morgen" on a page of yesterday is today: nothing has changed in the plan, and all the same it is told anew. */
function isFromToday() {
  const seen = new Date(Number(document.documentElement.dataset.seen));
  return seen.toDateString() === new Date().toDateString();
}

async function keep() {
  const kept = await caches.match(location.href, { ignoreVary: true });
  if (!kept) return;
  const since = kept.headers.get("Tavlen-Seen");
  const html = withPresent(new DOMParser().parseFromString(await kept.text(), "text/html"));
  navigator.serviceWorker.controller?.postMessage({ address: location.href, person, since, html });
}

/** The kept page with its parts as they are here; undefined where it is as new as this one, or newer. */
function withPresent(page) {
  const main = page.getElementById("plan");
  if (!main || Number(main.dataset.seq) >= plan.seq) return undefined;
  main.replaceWith(still(root));
  const waits = document.querySelector(".places #waits");
  if (waits) page.querySelector(".places #waits")?.replaceWith(still(waits));
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** Without what passes: marks, motion, what was unfolded. */
function still(part) {
  const copy = asServed(part);
  for (const name of PASSING) copy.querySelectorAll(`[${name}]`).forEach((one) => one.removeAttribute(name));
  copy.querySelectorAll("details[open]").forEach((fold) => fold.removeAttribute("open"));
  copy.querySelectorAll(".newer").forEach((offer) => offer.remove());
  return copy;
}
