/**
 * The service worker: opens Tavlen without signal. It keeps the shell of the release, and of pages what the server marks,
 * for the one person it names; whatever goes wrong on the way out, nothing of a person stays.
 */
import { later, sendEverybodys } from "../sending.js";
import { closeSession, goOut } from "./out.js";
import { ask, drop, keepAgain, LONG_PATIENCE_MS, openPage, openPicture, PATIENCE_MS, sweep } from "./pages.js";
import { open, renewSubscription, show } from "./push.js";
import { dropOldShells, fileOf, keepOffline, keepShell, offlinePage } from "./shell.js";

const WAYS_OUT = /^\/(sign-out|leave)\/$/;
const PICTURE = /\/files\/[^/]+\/small\/$/;

/** The browser lets the worker live until the deed is done. */
const when = (name, deed) => addEventListener(name, (event) => event.waitUntil(deed(event)));

when("install", keepShell);
when("activate", () => dropOldShells().then(() => clients.claim()));
when("message", hear);
when("sync", send);
when("push", show);
when("notificationclick", open);
when("pushsubscriptionchange", renewSubscription);
sweep();  // whatever woke the worker: it sleeps after half a minute

/** A new release waits until its person says so, or until nobody has the old one open. */
async function hear(event) {
  const { data } = event;
  if (data === "take over") return skipWaiting();
  // A page that was open before there was a worker, or that is wanted next. Asked by a page: pages wait for `activate`.
  if (data.look) return ask(event, undefined, new Request(data.look, { redirect: "manual" }));
  return keepAgain(data);
}

/** Where the browser tells of signal also when no page is open. Nothing is sent before who has left has been signed out. */
async function send({ tag }) {
  if (!await closeSession(LONG_PATIENCE_MS)) later();
  if (tag === "outbox") await sendEverybodys();
}

addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

/** Nothing where it is the browser's own affair. */
function answerTo(event) {
  const { request } = event;
  const { method, mode, url } = request;
  const { origin: from, pathname } = new URL(url);
  const isOpened = mode === "navigate";
  if (from !== origin) return undefined;
  if (method === "POST") return WAYS_OUT.test(pathname) ? goOut(request) : isOpened && sendForm(event, pathname);
  if (pathname.startsWith("/static/")) return fileOf(request);
  if (PICTURE.test(pathname)) return openPicture(event);
  return isOpened && openPage(event, closeSession(PATIENCE_MS));
}

/**
 * A form that is sent as a page of its own may change anything: who is signed in, or how every page looks. What is kept goes
 * before the answer is shown; where none came, nothing has changed, and all stays.
 */
async function sendForm(event, pathname) {
  const answer = await fetch(event.request).catch(() => undefined);
  if (!answer) return offlinePage("unsent");
  await drop();
  if (pathname === "/settings/") event.waitUntil(keepOffline());
  return answer;
}
