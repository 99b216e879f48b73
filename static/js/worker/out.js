/** The way out works without signal: what is kept goes at once, and the session ends before anything else is loaded. */
import { drop } from "./pages.js";
import { offlinePage } from "./shell.js";

export const OUT = "out";  // a cache of this name stands for a session that has yet to be ended
const PATIENCE_MS = 2500;

export async function goOut(request) {
  await drop();
  const pause = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fetch(request), pause]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  await caches.open(OUT);
  await registration.sync?.register(OUT).catch(() => undefined);
  for (const page of await clients.matchAll()) page.postMessage(OUT);
  return offlinePage(OUT);
}

/** True when nobody has yet to be signed out. */
export async function closeSession(isPatient) {
  if (!await caches.has(OUT)) return true;
  const signal = isPatient ? undefined : AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch("/sign-out/", { method: "POST", redirect: "manual", signal }).catch(() => undefined);
  if (!answer || answer.status >= 500) return isPatient ? Promise.reject(new Error("No signal.")) : false;
  await caches.delete(OUT);
  return true;
}
