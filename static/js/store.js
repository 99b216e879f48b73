/**
 * What a person has said and the server has not yet acknowledged, kept on the device; one database a person, `tavlen-<person>`.
 * Needs no page: the service worker opens it, too. An item may be older than the script that reads it, so its shape only grows:
 *
 *   { order, change_id, kind, fields, url, said_at, after }   as made; `url` is the plan's /api/plans/<id>/changes
 *   about, said                                                what it was about, and the button's own word
 *   outcome                                                    the server's refusal; without it the item waits
 */
const PREFIX = "tavlen-";
const VERSION = 1;

/** Raises where the browser keeps nothing. `onShut` is told when it takes away what it kept. */
export async function openStore(person, onShut = () => undefined) {
  const asked = indexedDB.open(PREFIX + person, VERSION);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
    asked.result.createObjectStore("device");
  };
  const db = await answerOf(asked);
  db.onversionchange = () => { db.close(); onShut(); };
  db.onclose = onShut;
  await deviceIn(db).catch(() => undefined);  // before anything waits here: it is part of what makes a change one change
  return storeIn(db);
}

/** Whose outboxes are on this device, as far as the browser tells. */
export async function people() {
  const kept = await indexedDB.databases?.() ?? [];
  return kept.filter(({ name }) => /^tavlen-[0-9a-f]{16}$/.test(name)).map(({ name }) => name.slice(PREFIX.length));
}

/** Nothing of this person stays on the device. */
export const forget = (person) => answerOf(indexedDB.deleteDatabase(PREFIX + person));

function storeIn(db) {
  const outbox = (deed, mode = "readwrite") => within(db, "outbox", mode, deed);
  return {
    add: async (item) => ({ ...item, order: await outbox((all) => all.add(item)) }),
    finish: (pairs) => pairs.length && outbox((all) => pairs.map(([item, outcome]) =>
      outcome.status === "refused" ? all.put({ ...item, outcome }) : all.delete(item.order)).at(-1)),
    remove: (item) => outbox((all) => all.delete(item.order)),
    has: async (item) => Boolean(await outbox((all) => all.count(item.order), "readonly")),
    all: () => outbox((all) => all.getAll(), "readonly"),
    device: () => deviceIn(db),
    probe: (text) => within(db, "device", "readwrite", (names) => names.put(text, "probe"))
      .then(() => within(db, "device", "readwrite", (names) => names.delete("probe"))),
    close: () => db.close(),
  };
}

function answerOf(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** One deed in a transaction of its own; resolves when it is on the device, not when it was merely asked for. */
function within(db, name, mode, deed) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, mode, { durability: "strict" });
    const asked = deed(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** This device's name towards the server, made once: `add` fails for the second of two tabs, and both read the first's. */
async function deviceIn(db) {
  const known = await within(db, "device", "readonly", (names) => names.get("id"));
  if (known) return known;
  const made = newId();
  const isFirst = await within(db, "device", "readwrite", (names) => names.add(made, "id")).then(() => true, () => false);
  const named = isFirst ? made : await within(db, "device", "readonly", (names) => names.get("id"));
  return named ?? Promise.reject(new Error("No room for a name."));
}

/** crypto.randomUUID exists only on https; this exists everywhere. */
export function newId() {
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));
}
