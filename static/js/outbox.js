/**
 * Every change goes here first and leaves when the server has answered it: in order, with the same id each time, from one
 * tab at a time. Silence, 429 and 5xx mean "again later"; a refusal is shown with its words and blocks nothing.
 */
import { pauseFor, post } from "./http.js";
import { unsent } from "./line.js";
import { expect, settle } from "./place.js";
import { newId, person, plan, wipe, wipeToSignIn } from "./plan.js";
import * as store from "./store.js";
import { apply } from "./swap.js";

const AT_ONCE = 50;

const answered = new Map();  // change_id -> what to do with its outcome, for changes made on this page
const marked = new Set();    // change ids whose cards are marked on this page
const listeners = [];
const tabs = new BroadcastChannel(`tavlen-${person}`);
let tries = 0;
let timer;
let busy = false;
let again = false;

/** Asks to be told of every outcome for this plan: (item, outcome, whether it was sent from this tab). */
export function onOutcome(listener) {
  listeners.push(listener);
}

/** Stores a change and sends it as soon as possible; resolves when it is safe on the device. */
export async function makeChange(kind, fields, { done, url = plan.changes } = {}) {
  const item = await store.add({
    change_id: newId(), kind, fields, url, said_at: new Date().toISOString(), after: plan.seq,
  });
  if (done) answered.set(item.change_id, done);
  mark(item);
  send();
  return item;
}

/** A refused change that its person wants to try once more is a new change. Another tab may have been quicker. */
export async function sayAgain(item, fields = item.fields) {
  if (!await store.has(item)) return;
  const done = answered.get(item.change_id);
  await makeChange(item.kind, fields, { url: item.url, done });
  await store.remove(item);
}

/** A refused change that its person lets go. */
export async function letGo(item) {
  answered.get(item.change_id)?.({ status: "dropped" });
  await store.remove(item);
}

function mark(item) {
  if (item.url !== plan.changes || !item.fields.step_id) return;
  marked.add(item.change_id);
  expect(item.fields.step_id);
}

export async function start(replay) {
  const items = await store.all();
  for (const item of items.filter((one) => !one.outcome && one.url === plan.changes)) {
    mark(item);
    replay(item);
  }
  items.filter((item) => item.outcome).forEach((item) => tell(item, item.outcome));
  tabs.addEventListener("message", (event) => event.data.forEach(([item, outcome]) => tell(item, outcome)));
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  send();
}

export async function send() {
  if (!store.isOpen()) return;
  again = true;
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  while (again) {
    again = false;
    await (navigator.locks ? navigator.locks.request(`tavlen-${person}`, drain) : drain());
  }
  busy = false;
}

async function drain() {
  const items = (await store.all()).filter((item) => !item.outcome);
  unsent(items.length, tries > 0);
  const urls = [...new Set(items.map((item) => item.url))];
  const sent = await Promise.all(urls.map((url) => sendSome(url, items.filter((item) => item.url === url))));
  const left = (await store.all()).filter((item) => !item.outcome).length;
  tries = sent.every(Boolean) ? 0 : tries + 1;
  unsent(left, tries > 0);
  if (tries) timer = setTimeout(send, pauseFor(tries));
  else if (left) again = true;
}

/** One POST with everything for one plan. True when the server has answered each of them. */
async function sendSome(url, all) {
  const items = all.slice(0, AT_ONCE);
  const after = url === plan.changes ? plan.seq : items[0].after;
  const query = new URLSearchParams({ after, page: plan.page ?? "board" });
  const changes = items.map(({ change_id, kind, said_at, fields }) => ({ change_id, kind, said_at, ...fields }));
  const answer = await post(`${url}?${query}`, { device: await store.device(), changes });
  if (!answer) return false;
  if (answer.status === 401) return wipeToSignIn();
  if (answer.status === 404) return giveUp(url, items);
  if (answer.status !== 200) return refuseBadOne(url, items, answer);
  const outcomes = new Map(answer.body.outcomes.map((outcome) => [outcome.change_id, outcome]));
  const frame = url === plan.changes ? { after, ...answer.body } : undefined;
  return settleAll(items, (item) => outcomes.get(item.change_id), frame);
}

/** The plan is no longer here for this person: nothing of it stays on the device. */
async function giveUp(url, items) {
  await settleAll(items, () => ({ status: "gone" }));
  if (url === plan.changes) wipe("/");
  return true;
}

/** The whole letter was refused for one bad line: each goes alone, and the bad one comes back with its reason. */
async function refuseBadOne(url, items, answer) {
  if (items.length === 1) return settleAll(items, () => ({ status: "refused", why: answer.body.why }));
  const sent = [];
  for (const item of items) sent.push(await sendSome(url, [item]));
  return sent.every(Boolean);
}

/** Off the device first, then on the page: words are done, the frame is applied, cards stand where the server has them. */
async function settleAll(items, outcomeOf, frame) {
  const pairs = items.map((item) => [item, outcomeOf(item)]).filter(([, outcome]) => outcome);
  for (const [item, outcome] of pairs) {
    await (outcome.status === "refused" ? store.update({ ...item, outcome }) : store.remove(item));
  }
  pairs.forEach(([item, outcome]) => answered.get(item.change_id)?.(outcome));
  if (frame) apply(frame);
  pairs.forEach(([item, outcome]) => tell(item, outcome, true));
  tabs.postMessage(pairs);
  return pairs.length === items.length;
}

function tell(item, outcome, isOwn = false) {
  if (outcome.status !== "refused") answered.delete(item.change_id);
  if (marked.delete(item.change_id)) settle(item.fields.step_id);
  if (item.url === plan.changes) listeners.forEach((listener) => listener(item, outcome, isOwn));
}
