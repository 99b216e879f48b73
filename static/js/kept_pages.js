/** Lets go of pages that the worker has kept. Only the worker puts any there. */

const names = async () => (await globalThis.caches?.keys() ?? []).filter((name) => name.startsWith("pages-"));

/** Nothing of this address stays; the next look at it is the server's. */
export async function letGo() {
  for (const name of await names()) await (await caches.open(name)).delete(location.href);
}

/** Nothing of this person's pages stays on the device. */
export async function letAllGo() {
  for (const name of await names()) await caches.delete(name);
}
