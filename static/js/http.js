/** The two requests a page makes by itself: catching up, and posting changes. Silence is `null`, never an exception. */
import { plan, wipe, wipeToSignIn } from "./plan.js";

const PATIENCE_MS = 15000;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10000;

/** How long to wait after so many tries in vain; with chance in it, so that a restart does not bring all back at once. */
export function pauseFor(tries) {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
}

/** The status and JSON of an answer; null when none came, or the server could not (5xx, 429): ask again later. */
async function ask(address, options = {}) {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return null;
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return null;
  }
}

/** The frame from `after` until now for a page of a plan; null when there is none to be had at present. */
export async function fetchFrame(after, page) {
  const address = new URL(plan.changes.replace(/changes$/, "catch-up"), location.href);
  address.search = new URLSearchParams({ after, page });
  const answer = await ask(address);
  if (answer?.status === 401) wipeToSignIn();
  if (answer?.status === 404) wipe("/");
  return answer?.status === 200 ? answer.body : null;
}

/** A change must reach the server though the phone is put away meanwhile; browsers allow 64 kB of such letters. */
export function post(address, body) {
  const text = JSON.stringify(body);
  return ask(address, {
    method: "POST", body: text, keepalive: text.length < 30000, headers: { "Content-Type": "application/json" },
  });
}

/** A page of ours as a document; null when it is not to be had as itself. */
export async function fetchPage(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}
