/**
 * Sends what waits: in order, one letter a plan, with the same ids each time, by one sender at a time however many tabs there
 * are. Silence, 429 and 5xx mean "again later"; a refusal is kept with its sentence and blocks nothing. Needs no page.
 */
import { post } from "./http.js";
import { openStore, people } from "./store.js";

// What the server takes in one letter is 200 changes and 256 kB.
const MOST_CHANGES = 200;
const MOST_BYTES = 240 * 1024;

/** Sends every outbox on this device; rejects while something still waits, so that a background sync is tried again. */
export async function sendEverybodys() {
  const sent = await Promise.all((await people()).map(sendOnes));
  if (!sent.every(Boolean)) throw new Error("Something waits still.");
}

async function sendOnes(person) {
  const store = await openStore(person);
  const tabs = new BroadcastChannel(`tavlen-${person}`);
  const isDone = await sendAll(store, person, { onAnswer: (pairs) => tabs.postMessage(pairs) });
  tabs.close();
  store.close();
  return isDone;
}

/**
 * One try at everything that waits; true when each has its answer. `onAnswer(pairs, body, url)` is told [item, outcome] of
 * each letter, off the device already; `onClosed(status)` when the person is signed out (401) or has no place here (404).
 * `where(url)` gives the query of a page that wants the frame with its answer.
 */
export function sendAll(store, person, { where = () => ({}), onAnswer, onClosed = () => undefined }) {
  return alone(`tavlen-${person}`, async () => {
    const waiting = (await store.all()).filter((item) => !item.outcome);
    if (!waiting.length) return true;
    const letters = { store, person, device: await store.device(), where, onAnswer, onClosed };
    const urls = [...new Set(waiting.map((item) => item.url))];
    const sent = await Promise.all(urls.map((url) => sendTo(url, waiting.filter((item) => item.url === url), letters)));
    return sent.every(Boolean);
  });
}

function alone(name, deed) {
  return navigator.locks ? navigator.locks.request(name, deed) : deed();
}

async function sendTo(url, items, letters) {
  for (let rest = items; rest.length;) {
    const some = rest.slice(0, inOneLetter(rest));
    if (!await sendSome(url, some, letters)) return false;
    rest = rest.slice(some.length);
  }
  return true;
}

function inOneLetter(items) {
  let bytes = 0;
  const over = items.slice(0, MOST_CHANGES).findIndex((item) => (bytes += weightOf(item)) > MOST_BYTES);
  return over < 0 ? MOST_CHANGES : Math.max(over, 1);
}

const weightOf = (item) => new TextEncoder().encode(JSON.stringify(asSent(item))).length + 1;
const asSent = ({ change_id, kind, said_at, fields }) => ({ change_id, kind, said_at, ...fields });

async function sendSome(url, items, letters) {
  const answer = await deliver(url, items, letters);
  const outcomes = answer?.body.outcomes;
  if (outcomes) {
    const told = new Map(outcomes.map((outcome) => [outcome.change_id, outcome]));
    return settle(items, (item) => told.get(item.change_id), answer.body, url, letters);
  }
  if (!answer?.body.why) return false;  // nobody answered, or somebody on the way who is not ours
  if (answer.status === 404) await settle(items, () => ({ status: "gone" }), {}, url, letters);
  if (answer.status === 401 || answer.status === 404) letters.onClosed(answer.status, url);
  else return sendApart(url, items, answer, letters);
  return answer.status === 404;
}

/** Whoever signs in next on this phone must not say what this person has said: the server compares the name. */
function deliver(url, items, { device, person, where }) {
  const letter = { device, changes: items.map(asSent) };
  return post(`${url}?${new URLSearchParams(where(url))}`, letter, { "Tavlen-Person": person });
}

/** The whole letter was refused for one bad line: each goes alone, and the bad one comes back with its reason. */
async function sendApart(url, items, answer, letters) {
  if (items.length === 1) return settle(items, () => ({ status: "refused", why: answer.body.why }), {}, url, letters);
  for (const item of items) if (!await sendSome(url, [item], letters)) return false;
  return true;
}

/** Off the device first, then told. */
async function settle(items, outcomeOf, body, url, { store, onAnswer }) {
  const pairs = items.map((item) => [item, outcomeOf(item)]).filter(([, outcome]) => outcome);
  await store.finish(pairs);
  onAnswer(pairs, body, url);
  return pairs.length === items.length;
}
