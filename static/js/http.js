/** Requests that a script makes by itself. Silence is `null`, never an exception. Needs no page: the worker posts, too. */
const PATIENCE_MS = 15000;
const SLOWEST = 4;  // bytes in a millisecond that even a poor line carries
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10000;

/** How long to wait after so many tries in vain; with chance in it, so that a restart does not bring all back at once. */
export function pauseFor(tries) {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
}

/** The status and JSON of an answer; null when none came, or the server could not (5xx, 429): ask again later. */
export async function ask(address, { patience = PATIENCE_MS, ...options } = {}) {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(patience) });
    const { status } = answer;
    if (status >= 500 || status === 429 || status === 408) return null;
    return { status, body: await answer.json().catch(() => ({})) };
  } catch {
    return null;
  }
}

/** A change must reach the server though the phone is put away meanwhile; browsers allow 64 kB of such letters. */
export function post(address, letter, person) {
  const body = JSON.stringify(letter);
  return deliver(address, body, body.length, { "Content-Type": "application/json", "Tavlen-Person": person });
}

/** A photo or a file. */
export function send(address, { blob, name }, person) {
  const body = new FormData();
  body.append("file", blob, name);
  return deliver(address, body, blob.size, { "Tavlen-Person": person });
}

/** As long as a poor line needs for it. */
function deliver(address, body, size, headers) {
  return ask(address, { method: "POST", body, headers, keepalive: size < 30000, patience: PATIENCE_MS + size / SLOWEST });
}

/** A page of ours as a document; null when it is not to be had as itself. */
export async function fetchPage(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}
