/** The person's store, and the page's own memory for what the device will not keep. What waits is never only on the screen. */
import { isShared, person } from "./plan.js";
import * as store from "./store.js";

const IN_MEMORY = 2 ** 50;  // orders from here on are the page's own, after all that is on the device
const A_LONG_TEXT = "x".repeat(64 * 1024);
const PROBE_AGAIN_MS = 30000;
const PATIENCE_MS = 3000;  // some browsers never say that they will not

let db;
let opening;
let isFull = false;
let probed = 0;
let count = 0;
let seen = [];  // what waited when it was last read, should the device forget it
const memory = new Map();
const device = store.newId();  // of this page, where there is no other
const listeners = [];

/** Asks to be told whenever it is known whether the device keeps what is said here. */
export function onKeeping(listener) {
  listeners.push(listener);
}

/** If not, what is said lives as long as the page does. */
export const keeps = () => Boolean(db) && !isFull;
export const holdsInMemory = () => memory.size > 0;
/** On a shared phone nothing that somebody said is on the device for a moment. */
export function open() {
  opening ??= isShared ? probe() : Promise.race([openNamed(), after(PATIENCE_MS)])
    .then((opened) => { db = opened; }, () => undefined).then(probe);
  return opening;
}

async function openNamed() {
  const opened = await store.openStore(person, store.make);
  opened.onclose = lose;
  opened.onversionchange = () => { opened.close(); lose(); };
  await store.nameDevice(opened).catch(() => undefined);
  return opened;
}

const after = (pause) => new Promise((resolve) => setTimeout(resolve, pause));

function lose() {
  db = undefined;
  seen.forEach((item) => memory.set(item.order, item));
  tell();
}

/** Is there room for a long text? Asked before somebody begins to write one. */
export async function probe(much = A_LONG_TEXT) {
  if (Date.now() - probed < PROBE_AGAIN_MS) return;
  probed = Date.now();
  if (db) await store.probe(db, much).then(() => { isFull = false; }, () => { isFull = true; });
  tell();
}

/** Is there room for this, too? */
export async function probeFor(bytes) {
  probed = 0;
  await probe(bytes);
}

function tell() {
  listeners.forEach((listener) => listener(keeps()));
}

/** Resolves when it is safe on the device, or as safe as this device lets it be. */
export async function add(item) {
  await open();
  if (!db) return hold(item);
  try {
    const kept = await store.add(db, item);
    seen.push(kept);
    return kept;
  } catch {
    isFull = true;
    tell();
    return hold(item);
  }
}

function hold(item) {
  const held = { ...item, order: IN_MEMORY + ++count };
  memory.set(held.order, held);
  return held;
}

export async function all() {
  const kept = db ? await store.all(db) : [];
  if (db) seen = kept;
  return [...kept, ...memory.values()];
}

export async function finish(pairs) {
  pairs.forEach(([item, outcome]) => {
    if (outcome.status === "refused") memory.has(item.order) && memory.set(item.order, { ...item, outcome });
    else memory.delete(item.order);
  });
  if (db) await store.finish(db, pairs.filter(([item]) => !memory.has(item.order)));
}

export const has = async (item) => memory.has(item.order) || Boolean(db && await store.has(db, item));
export const deviceName = async () => (db && await store.nameDevice(db).catch(() => undefined)) ?? device;

/** Nothing of this person stays on the device. */
export async function forget() {
  seen = [];
  memory.clear();
  db?.close();
  db = undefined;
  if (person) await store.forget(person);
}
