/** The way out works without signal: what is kept goes at once, and the session ends before anything else is loaded. */
import { drop, inTime, PATIENCE_MS } from "./pages.js";
import { offlinePage } from "./shell.js";

export const OUT = "out";  // a cache of this name stands for a session that has yet to be ended

export async function goOut(request) {
  await drop();
  const answer = await inTime(fetch(request), PATIENCE_MS);
  if (answer?.status < 500) return answer;
  await caches.open(OUT);
  await registration.sync?.register(OUT).catch(() => undefined);
  for (const page of await clients.matchAll()) page.postMessage(OUT);
  return offlinePage(OUT);
}

/** True when nobody has yet to be signed out. */
export async function closeSession(patience) {
  if (!await caches.has(OUT)) return true;
  const answer = await inTime(fetch("/sign-out/", { method: "POST", redirect: "manual" }), patience);
  return answer?.status < 500 && caches.delete(OUT);
}
