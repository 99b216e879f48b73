/** What every page needs to look like itself, by hashed names: the files of two releases lie side by side in peace. */

export const { release, name, icon, key } = self.shell;
const SHELLS = "shell-";
const SHELL = SHELLS + release;
const OFFLINE = "/offline/";
const FILES = /\/static\/(?!app)[^"#]+/g;  // not the home screen's pictures

export const namesOf = async (kind) => (await caches.keys()).filter((one) => one.startsWith(kind));
export const dropAll = (names) => Promise.all(names.map((one) => caches.delete(one)));
export const match = (request, cacheName) => caches.match(request, { cacheName, ignoreVary: true });

/** It is what the page for no signal asks for. Only what changed since the release before is fetched. */
export async function keepShell() {
  const page = await keepOffline();
  const files = (await page.text()).match(FILES);
  const cache = await caches.open(SHELL);
  await Promise.all([...new Set(files)].map(async (file) => {
    const kept = await match(file);
    return kept ? cache.put(file, kept) : cache.add(file);
  }));
}

/** The offline page as this device likes it: its language, light or dark, size of text. */
export async function keepOffline() {
  const cache = await caches.open(SHELL);
  await cache.add(new Request(OFFLINE, { cache: "reload" }));
  return match(OFFLINE, SHELL);
}

/** The release before stays: pages that are kept were made with its files. */
export async function dropOldShells() {
  const old = (await namesOf(SHELLS)).filter((name) => name !== SHELL);
  await dropAll(old.slice(0, -1));
}

/** Names hold their content's digest, so what is here is right; what a page asks for besides is kept with the rest. */
export async function fileOf(request) {
  const kept = await match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
}

/** Where nothing is kept; `state` is "out" on a phone whose person has signed out without signal. */
export async function offlinePage(state = "") {
  const page = await match(OFFLINE, SHELL);
  return new Response(marked(await page.text(), "offline", state), page);
}

/** The page says itself what its scripts must know of it. */
export const marked = (html, name, value) => html.replace(/<html( data-seen="\d+")?/, `<html data-${name}="${value}"`);
