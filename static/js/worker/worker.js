/**
 * The service worker: opens Tavlen without signal. It keeps the shell of the release, and of pages what the server marks,
 * for the one person it names; whatever goes wrong on the way out, nothing of a person stays.
 */
import { sendEverybodys } from "../sending.js";
import { closeSession, goOut, OUT } from "./out.js";
import { ask, drop, keepAgain, openPage } from "./pages.js";
import { dropOldShells, fileOf, keepShell, OFFLINE, renew } from "./shell.js";

const OUTBOX = "outbox";

addEventListener("install", (event) => event.waitUntil(keepShell()));
addEventListener("activate", (event) => event.waitUntil(dropOldShells().then(() => clients.claim())));

/** A new release waits until its person says so, or until nobody has the old one open. */
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  else event.waitUntil(event.data.look ? look(event) : keepAgain(event.data));
});

/** Keeps a page that was open before there was a worker, or that is wanted next. Asked by a page: pages wait for `activate`. */
async function look(event) {
  const request = new Request(event.data.look, { redirect: "manual" });
  await ask({ request, waitUntil: (done) => event.waitUntil(done) }).catch(() => undefined);
}

/** Where the browser tells of signal also when no page is open. Nothing is sent before who has left has been signed out. */
addEventListener("sync", (event) => {
  const closed = closeSession(true);
  event.waitUntil(event.tag === OUTBOX ? closed.then(sendEverybodys) : closed);
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return;
  if (method === "POST" && ["/sign-out/", "/leave/"].includes(pathname)) event.respondWith(goOut(event.request));
  else if (method === "POST" && mode === "navigate") send(event, pathname);
  else if (method !== "GET") return;
  else if (pathname.startsWith("/static/")) event.respondWith(fileOf(event.request));
  else if (mode === "navigate") event.respondWith(openPage(event, closeSession()));
});

/** A form that is sent as a page of its own may change anything: who is signed in, or how every page looks. */
function send(event, pathname) {
  event.waitUntil(drop());
  if (pathname !== "/settings/") return;
  const sent = fetch(event.request);
  event.respondWith(sent);
  event.waitUntil(sent.then(() => renew(OFFLINE)).catch(() => undefined));
}
