/** The two requests a page makes by itself: catching up, and posting changes. Silence is `null`, never an exception. */
import { plan, wipe, wipeToSignIn } from "./plan.js";

const PATIENCE_MS = 15000;

/** The status and JSON of an answer; null when none came, or the server could not (5xx, 429): ask again later. */
async function ask(address, options = {}) {
  try {
    const answer = await fetch(address, {
      ...options, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { Accept: "application/json", ...options.headers },
    });
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

let token;

/** Posts JSON with the page's CSRF token, and once more with a new one when it was refused for its age. */
export async function post(address, body) {
  token ??= tokenIn(document);
  const first = await send(address, body);
  if (first?.status !== 403) return first;
  token = await freshToken();
  const second = await send(address, body);
  return second?.status === 403 ? null : second;
}

function send(address, body) {
  const text = JSON.stringify(body);
  return ask(address, {
    method: "POST", body: text,
    keepalive: text.length < 30000,  // finishes though the phone is put away; browsers allow 64 kB of these
    headers: { "Content-Type": "application/json", "X-CSRFToken": token ?? "" },
  });
}

function tokenIn(page) {
  return page.querySelector("[name=csrfmiddlewaretoken]")?.value;
}

async function freshToken() {
  const page = await fetch(location.href).then((answer) => answer.text()).catch(() => "");
  return tokenIn(new DOMParser().parseFromString(page, "text/html")) ?? token;
}
