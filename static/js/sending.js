/**
 * Sends what waits: in order, one letter a plan, with the same ids each time, by one sender at a time however many tabs there
 * are. Silence, 429 and 5xx mean "again later"; a refusal is kept with its sentence and blocks nothing. Needs no page.
 */
import { post, send } from "./http.js";
import { all, deviceOf, finish, openStore, people } from "./store.js";

// What the server takes in one letter is 200 changes and 256 kB.
const MOST_CHANGES = 200;
const MOST_CHARACTERS = 80 * 1024;  // of three bytes at most
const CLOSED = [401, 404];

/** Sends every outbox on this device; rejects while something still waits, so that a background sync is tried again. */
export const sendEverybodys = async () => each(await people(), sendOnes);

async function sendOnes(person) {
  const db = await openStore(person);
  const tabs = new BroadcastChannel(`tavlen-${person}`);
  const store = { all: () => all(db), finish: (pairs) => finish(db, pairs), device: () => deviceOf(db) };
  await sendAll(store, person, { onAnswer: (pairs) => tabs.postMessage(pairs) }).finally(() => db.close());
}

/** Goes on with the others whatever becomes of one; rejects when one did. */
async function each(things, deed) {
  const ends = await Promise.allSettled(things.map(deed));
  if (ends.some(({ reason }) => reason)) later();
}

/** Ends this try. */
export function later() {
  throw new Error("later");
}

/**
 * One try at everything that waits; rejects unless each has its answer. `onAnswer(pairs, body, url)` is told [item, outcome] of
 * each letter, off the device already; `onClosed(status)` when the person is signed out (401) or has no place here (404).
 * `where(url)` gives the query of a page that wants the frame with its answer.
 */
export function sendAll(store, person, told) {
  const deed = async () => {
    const waiting = (await store.all()).filter((item) => !item.outcome);
    const device = waiting.length && (await store.device() ?? later());
    const sendTo = (url) => sendInTurn(waiting.filter((item) => item.url === url), { url, person, device, store, ...told });
    await each([...new Set(waiting.map(({ url }) => url))], sendTo);
  };
  return navigator.locks?.request(`tavlen-${person}`, deed) ?? deed();
}

/** What is light goes first: a step that is done does not wait for a photo. Messages keep their order among themselves. */
async function sendInTurn(items, line) {
  const first = items.find(({ files }) => files?.length);
  const isLater = (item) => item.order >= first?.order && item.kind === "write_message";
  await sendSome(items.filter((item) => !isLater(item)), line);
  for (const item of items.filter(isLater)) await sendWithFiles(item, line);
}

const there = new Set();  // ids of files that the server has said it has, as far as this page knows

/** Files before their message, each once; what is refused refuses the message with its sentence. */
async function sendWithFiles(item, line) {
  for (const file of item.files ?? []) {
    if (there.has(file.id)) continue;
    const { status, body } = await send(line.url.replace(/changes$/, `files/${file.id}`), file, line.person) ?? later();
    if (CLOSED.includes(status)) break;  // the letter is told the same, and what it means
    if (body.kept !== file.id) return body.why ? settle([item], line, body, "refused") : later();
    there.add(file.id);
  }
  return sendLetter([item], line);
}

/** What is too much for one letter goes in two halves, and so on. */
async function sendSome(items, line) {
  const isTooMuch = items.length > MOST_CHANGES || JSON.stringify(items.map(asSent)).length > MOST_CHARACTERS;
  if (isTooMuch && items.length > 1) await sendHalves(items, line);
  else if (items.length) await sendLetter(items, line);
}

async function sendHalves(items, line) {
  const half = items.length >> 1;
  await sendSome(items.slice(0, half), line);
  await sendSome(items.slice(half), line);
}

/** Whoever signs in next on this phone must not say what this person has said: the server compares the name. */
async function sendLetter(items, line) {
  const { url, person, device, where, onClosed } = line;
  const address = `${url}?${new URLSearchParams(where?.(url))}`;
  const { status, body } = await post(address, { device, changes: items.map(asSent) }, person) ?? later();
  if (body.outcomes) return settle(items, line, body);
  if (!body.why) later();  // somebody on the way who is not ours
  if (status === 404) await settle(items, line, body, "gone");
  if (CLOSED.includes(status)) {
    onClosed?.(status, url);
    return status === 404 || later();
  }
  // The whole was refused for one bad line: that comes back alone, with its reason.
  return items.length > 1 ? sendHalves(items, line) : settle(items, line, body, "refused");
}

const asSent = ({ change_id, kind, said_at, fields }) => ({ change_id, kind, said_at, ...fields });

/** Each as the server has answered it, or all with `status`. Off the device first, then told. */
async function settle(items, { url, store, onAnswer }, body, status) {
  const outcomeOf = (item) => body.outcomes?.find(({ change_id }) => change_id === item.change_id);
  const pairs = items.map((item) => [item, status ? { status, why: body.why } : outcomeOf(item)]).filter(([, outcome]) => outcome);
  for (const { files } of items) for (const { id } of files ?? []) there.delete(id);  // tried again, it is sent again
  await store.finish(pairs);
  onAnswer(pairs, body, url);
  if (pairs.length < items.length) later();
}
