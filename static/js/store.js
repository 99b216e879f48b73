/** What this person has said and the server has not yet acknowledged, kept on the device; one database a person. */
import { newId, person } from "./plan.js";

const NAME = `tavlen-${person}`;
let db;

/** False where the browser keeps nothing: then forms post as plain forms. */
export async function open() {
  if (!person) return false;
  try {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
      asked.result.createObjectStore("device");
    };
    db = await answerOf(asked);
    db.onversionchange = db.onclose = shut;
    await device();
  } catch {
    shut();
  }
  return isOpen();
}

function shut() {
  db?.close();
  db = undefined;
}

function answerOf(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** One deed in a transaction of its own; resolves when it is on the device, not when it was merely asked for. */
function within(name, mode, deed) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, mode);
    const asked = deed(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const outbox = (deed, mode = "readwrite") => within("outbox", mode, deed);

export const isOpen = () => Boolean(db);
export const add = async (item) => ({ ...item, order: await outbox((all) => all.add(item)) });
export const update = (item) => outbox((all) => all.put(item));
export const remove = (item) => outbox((all) => all.delete(item.order));
export const has = async (item) => Boolean(await outbox((all) => all.count(item.order), "readonly"));
export const all = () => outbox((all) => all.getAll(), "readonly");

/** This device's name towards the server, made once: `add` fails for the second of two tabs, and both read the first's. */
export async function device() {
  const known = await within("device", "readonly", (names) => names.get("id"));
  if (known) return known;
  await within("device", "readwrite", (names) => names.add(newId(), "id")).catch(() => undefined);
  return device();
}

/** Nothing of this person stays on the device. */
export async function forget() {
  shut();
  if (person) await answerOf(indexedDB.deleteDatabase(NAME));
}
