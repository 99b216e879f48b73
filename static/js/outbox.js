/** Every change goes here first and leaves when the server has answered it; what becomes of it is told to the whole page. */
import { pauseFor } from "./http.js";
import * as keep from "./keep.js";
import { unsent } from "./line.js";
import { person, plan, wipe, wipeToSignIn } from "./plan.js";
import { whenLetGo } from "./press.js";
import { sendAll } from "./sending.js";
import { newId } from "./store.js";
import { apply, catchUp } from "./swap.js";

const WAITS = { status: "waiting" };

const known = new Map();     // change_id -> { item, outcome } of this plan: what waits, and what was refused
const answered = new Map();  // change_id -> what to do with its outcome, for changes made on this page
const listeners = [];
const early = [];
const tabs = new BroadcastChannel(`tavlen-${person}`);
const store = { all: keep.all, finish: keep.finish, device: keep.deviceName };
let tries = 0;
let timer;
let busy = false;
let again = false;

/**
 * Asks to be told of everything that becomes of a change of this plan, in whichever tab: (item, outcome, whether it is of this
 * tab). Its status: waiting, accepted, repeated, refused, gone (with its plan), dropped (let go by its person)
 * or replaced (by another try).
 */
export function onOutcome(listener) {
  listeners.push(listener);
}

/** The same before the frame is applied that came with it: forms come to rest, so that regions around them may become new. */
export function beforeFrame(listener) {
  early.push(listener);
}

/** What is not acknowledged yet, in order. */
export function waiting() {
  const all = [...known.values()].filter(({ outcome }) => outcome.status === "waiting").map(({ item }) => item);
  return all.sort((one, other) => one.order - other.order);
}

/** Stores a change and sends it as soon as possible; resolves when it is as safe as this device lets it be. */
export async function makeChange(kind, fields, { done, url = plan.changes, ...told } = {}) {
  const change = { change_id: newId(), kind, fields, url, said_at: new Date().toISOString(), after: plan.seq, ...told };
  if (done) answered.set(change.change_id, done);
  const item = await keep.add(change);
  tellTabs([[item, WAITS]]);
  send();
  if (!navigator.onLine || tries) stay();
  return item;
}

/** It may be long before this page is seen again: the browser is asked to keep what waits, and to send it by itself. */
function stay() {
  navigator.storage?.persist?.();
  navigator.serviceWorker?.ready.then(({ sync }) => sync?.register("outbox")).catch(() => undefined);
}

/** A refused change that its person wants to try once more is a new change. Another tab may have been quicker. */
export async function sayAgain(item, fields = item.fields) {
  if (!await keep.has(item)) return;
  const { kind, url, about, said, files } = item;
  const done = answered.get(item.change_id);
  answered.delete(item.change_id);
  await makeChange(kind, fields, { url, about, said, done, ...files && { files } });
  await finishAs(item, { status: "replaced" });
}

/** A refused change that its person lets go, or what stands now was chosen over: in every tab. */
export const letGo = (item, extra) => finishAs(item, { status: "dropped", extra });

async function finishAs(item, outcome) {
  await keep.finish([[item, outcome]]);
  tellTabs([[item, outcome]]);
}

export async function start() {
  tabs.addEventListener("message", hear);
  tell((await keep.all()).map((item) => [item, item.outcome ?? WAITS]));
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  send();
}

/** What another tab or the worker tells. What was accepted there is fetched first: a mark goes when its thing has come. */
async function hear({ data: pairs }) {
  const isNews = pairs.some(([item, { status }]) => item.url === plan.changes && ["accepted", "repeated"].includes(status));
  answer(pairs);
  if (isNews) await catchUp();
  tell(pairs);
  if (pairs.some(([, { status }]) => status === "waiting")) send();  // next in line, should that tab die
}

function tellTabs(pairs) {
  answer(pairs);
  tell(pairs, true);
  tabs.postMessage(pairs);
}

function answer(pairs) {
  for (const [item, outcome] of pairs) {
    if (outcome.status === "waiting") continue;
    if (item.url === plan.changes) early.forEach((listener) => listener(item, outcome));
    answered.get(item.change_id)?.(outcome);
    if (outcome.status !== "refused") answered.delete(item.change_id);
  }
}

function tell(pairs, isOwn = false) {
  for (const [item, outcome] of pairs) {
    if (item.url !== plan.changes) continue;
    if (["waiting", "refused"].includes(outcome.status)) known.set(item.change_id, { item, outcome });
    else known.delete(item.change_id);
    listeners.forEach((listener) => listener(item, outcome, isOwn));
  }
}

export async function send() {
  again = true;
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  while (again) {
    again = false;
    await count();
    const isDone = await sendAll(store, person, { where, onAnswer, onClosed }).then(() => true, () => false);
    tries = isDone ? 0 : tries + 1;
    await count();
    if (isDone) await findUntold();
  }
  busy = false;
  if (tries) timer = setTimeout(send, pauseFor(tries));
}

/** A tab may die between an answer and its telling: then what is shown as waiting has left the device, or lies there refused. */
async function findUntold() {
  const shown = waiting();
  const kept = new Map((await keep.all()).map((item) => [item.change_id, item.outcome ?? WAITS]));
  const pairs = shown.map((item) => [item, kept.get(item.change_id) ?? { status: "repeated" }]);
  whenLetGo(() => {
    const still = new Set(waiting().map(({ change_id }) => change_id));
    const untold = pairs.filter(([item, { status }]) => status !== "waiting" && still.has(item.change_id));
    if (untold.length) hear({ data: untold });
  });
}

async function count() {
  const left = (await keep.all()).filter((item) => !item.outcome).length;
  unsent(left, tries > 0);
}

/** Whoever leaves now would lose what only this page remembers. */
addEventListener("beforeunload", (event) => keep.holdsInMemory() && known.size && event.preventDefault());

const where = (url) => url === plan.changes ? { after: plan.seq, page: plan.page ?? "board" } : {};

/** Words are done, the frame is applied, and then nothing waits there any more. */
function onAnswer(pairs, body, url) {
  whenLetGo(() => {
    answer(pairs);
    if (url === plan.changes && body.upto !== undefined) apply(body);
    tell(pairs, true);
    tabs.postMessage(pairs);
  });
}

/** Blank at once: whoever is signed out sees nothing, and who has no place here any more keeps nothing of it. */
function onClosed(status, url) {
  if (status === 401) wipeToSignIn();
  else if (url === plan.changes) wipe("/");
}
