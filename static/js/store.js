/**
 * What a person has said and the server has not yet acknowledged, kept on the device; one database a person, `tavlen-<person>`.
 * Needs no page: the service worker opens it, too. An item may be older than the script that reads it, so its shape only grows:
 *
 *   { order, change_id, kind, fields, url, said_at, after }   as made; `url` is the plan's /api/plans/<id>/changes
 *   about, said                                                what it was about, and the button's own word
 *   files                                                      what goes with a message: [{ id, name, blob }], sent before it
 *   outcome                                                    the server's refusal; without it the item waits
 */
const PREFIX = "tavlen-";
const VERSION = 1;

/** Raises where the browser keeps nothing, and where nothing is kept unless it is told how to `make` it. */
export async function openStore(person, make) {
  const asked = indexedDB.open(PREFIX + person, VERSION);
  asked.onupgradeneeded = () => make ? make(asked.result) : asked.transaction.abort();
  await end(asked, "success", "error");
  const db = asked.result;
  db.onversionchange = () => db.close();
  return db;
}

export function make(db) {
  db.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
  db.createObjectStore("device");
}

/** Whose outboxes are on this device. Not every browser tells; those that send by themselves do. */
export async function people() {
  const kept = await indexedDB.databases();
  return kept.filter(({ name }) => /^tavlen-./.test(name)).map(({ name }) => name.slice(PREFIX.length));
}

/** Nothing of this person stays on the device. */
export const forget = (person) => end(indexedDB.deleteDatabase(PREFIX + person), "success", "error");

export const all = (db) => within(db, "outbox", (kept) => kept.getAll());
export const add = async (db, item) => ({ ...item, order: await within(db, "outbox", (kept) => kept.add(item)) });
export const has = async (db, item) => Boolean(await within(db, "outbox", (kept) => kept.count(item.order)));

export const finish = (db, pairs) => pairs.length && within(db, "outbox", (kept) => pairs.map(([item, outcome]) =>
  outcome.status === "refused" ? kept.put({ ...item, outcome }) : kept.delete(item.order)).at(-1));

export async function probe(db, text) {
  await within(db, "device", (names) => names.put(text, "probe"));
  await within(db, "device", (names) => names.delete("probe"));
}

/** One deed in a transaction of its own; resolves when it is on the device, not when it was merely asked for. */
async function within(db, name, deed) {
  const transaction = db.transaction(name, "readwrite", { durability: "strict" });
  const asked = deed(transaction.objectStore(name));
  await end(transaction, "complete", "abort");
  return asked.result;
}

function end(asked, good, bad) {
  return new Promise((resolve, reject) => {
    asked[`on${good}`] = resolve;
    asked[`on${bad}`] = () => reject(asked.error);
  });
}

/** This device's name towards the server, once it has one. */
export const deviceOf = (db) => within(db, "device", (names) => names.get("id"));

/** Made once, before anything waits here: it is part of what makes a change one change. Of two tabs `add` fails for the second. */
export async function nameDevice(db) {
  if (!await deviceOf(db)) await within(db, "device", (names) => names.add(newId(), "id")).catch(() => undefined);
  return deviceOf(db);
}

/** crypto.randomUUID exists only on https; this exists everywhere. */
export function newId() {
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));
}
