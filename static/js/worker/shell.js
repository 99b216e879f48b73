/** What every page needs to look like itself, by hashed names: the files of two releases lie side by side in peace. */

const { release, files } = self.shell;
const SHELL = `shell-${release}`;
export const OFFLINE = "/offline/";

/** Only what changed since the release before is fetched. */
export async function keepShell() {
  const kept = await Promise.all(files.map((file) => caches.match(file)));
  const cache = await caches.open(SHELL);
  await Promise.all(files.map((file, at) => kept[at] ? cache.put(file, kept[at]) : cache.add(file)));
  await renew(OFFLINE);
}

/** The offline page as this device likes it: its language, light or dark, size of text. */
export async function renew(address) {
  const cache = await caches.open(SHELL);
  await cache.add(new Request(address, { cache: "reload" }));
}

/** The release before stays: pages that are kept were made with its files. */
export async function dropOldShells() {
  const shells = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
}

/** Names hold their content's digest, so what is here is right; what a page asks for besides is kept with the rest. */
export async function fileOf(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
}

/** Where nothing is kept; `state` is "out" on a phone whose person has signed out without signal. */
export async function offlinePage(state = "") {
  const page = await caches.match(OFFLINE);
  const html = (await page.text()).replace("<html", `<html data-offline="${state}"`);
  return new Response(html, { headers: page.headers });
}
