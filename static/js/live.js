/** The socket: what others change arrives by itself. It only hurries catching up; nothing depends on it. */
import { pauseFor } from "./http.js";
import { heard, lost, silent } from "./line.js";
import { plan, root, wipe, wipeToSignIn } from "./plan.js";
import { whenLetGo } from "./press.js";
import { apply, catchUp } from "./swap.js";

const HEARTBEAT_MS = 11000;  // the server's own comes every 10 s; where it fails to, the line is asked
const ANSWER_MS = 3000;
const HERE_MS = 20000;  // whoever looks is not nudged about what they see; the server's mark of it lives for a minute
const AWAY_MS = 300000;  // a page that nobody has touched for so long is not looked at, however visible
const SIGNED_OUT = 4401;
const NOT_HERE = 4404;

let socket;
let tries = 0;
let polled = false;  // sockets are refused somewhere on the way, but catching up works
let retry;
let watch;
let inOrder = Promise.resolve();
let touchedAt = Date.now();
const openers = [];
let onSign;

/** Asks to be told whenever the line is there again. */
export function onLine(opener) {
  openers.push(opener);
}

/** Asks to be told of signs without words. */
export function onGesture(shown) {
  onSign = shown;
}

/** Said now or never: what a page may say over the socket changes nothing, so that it need not arrive. */
export function tell(message) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

export function start() {
  if (!root?.dataset.live) return;
  connect();
  addEventListener("online", hurry);
  addEventListener("offline", silent);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && hurry());
  document.addEventListener("visibilitychange", () => document.hidden || back());
  for (const kind of ["pointermove", "pointerdown", "keydown", "scroll"]) addEventListener(kind, touched, { passive: true });
  setInterval(sayHere, HERE_MS);
}

function back() {
  touched();
  sayHere();
  hurry();
}

function touched() {
  touchedAt = Date.now();
}

function sayHere() {
  if (!document.hidden && Date.now() - touchedAt < AWAY_MS) tell({ here: true });
}

function connect() {
  clearTimeout(retry);
  const address = new URL(root.dataset.live, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const packs = "DecompressionStream" in globalThis ? 1 : 0;
  address.search = new URLSearchParams({ after: plan.seq, page: plan.page, packs });
  const mine = socket = new WebSocket(address);
  mine.onmessage = ({ data }) => {
    const take = (text) => mine === socket && queueMicrotask(() => receive(text));
    inOrder = inOrder.then(() => textOf(data)).then(take, () => mine === socket && lose(0));
  };
  mine.onopen = sayHere;
  mine.onclose = (event) => mine === socket && lose(event.code);
  listen();
}

/** What is large comes packed; frames are taken in the order in which they came. */
async function textOf(data) {
  return data.text ? new Response(data.stream().pipeThrough(new DecompressionStream("deflate"))).text() : data;
}

function receive(text) {
  tries = 0;
  polled = false;
  listen();
  heard();
  const frame = JSON.parse(text);
  if (frame.gesture) onSign?.(frame.gesture);
  else if (frame.fragments || frame.reload) whenLetGo(() => apply(frame));
  else if (frame.upto > plan.seq) catchUp();
}

/** A line that is cut without a goodbye is known by its silence alone. */
function listen() {
  clearTimeout(watch);
  watch = setTimeout(askLine, HEARTBEAT_MS);
}

function askLine() {
  tell({ ping: true });
  watch = setTimeout(() => {
    lost();
    lose(0);
  }, ANSWER_MS);
}

function lose(code) {
  stop();
  if (code === SIGNED_OUT) return wipeToSignIn();
  if (code === NOT_HERE) return wipe("/");
  if (!polled) silent();
  retry = setTimeout(again, pauseFor(++tries));
  return undefined;
}

/** A refused handshake tells a script nothing, so the first word is plain catching up: it hears 401 and 404. */
async function again() {
  polled = await catchUp();
  if (!polled) {
    lost();
    return lose(0);
  }
  heard();
  openers.forEach((opener) => opener());
  return socket ?? connect();
}

function hurry() {
  tries = 0;
  if (socket?.readyState === WebSocket.OPEN) return catchUp().then((answered) => answered || lose(0));
  stop();
  return again();
}

function stop() {
  clearTimeout(retry);
  clearTimeout(watch);
  const old = socket;
  socket = undefined;
  old?.close();
}
