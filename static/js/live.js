/** The socket: what others change arrives by itself. It only hurries catching up; nothing depends on it. */
import { pauseFor } from "./http.js";
import { heard, silent } from "./line.js";
import { plan, root, wipe, wipeToSignIn } from "./plan.js";
import { apply, catchUp } from "./swap.js";

const SILENCE_MS = 25000;  // two heartbeats and a half
const SIGNED_OUT = 4401;
const NOT_HERE = 4404;

let socket;
let tries = 0;
let polled = false;  // sockets are refused somewhere on the way, but catching up works
let retry;
let watch;
const openers = [];

/** Asks to be told whenever the line is there again. */
export function onLine(opener) {
  openers.push(opener);
}

export function start() {
  if (!root?.dataset.live) return;
  connect();
  addEventListener("online", hurry);
  addEventListener("offline", silent);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && hurry());
  document.addEventListener("visibilitychange", () => document.hidden || hurry());
}

function connect() {
  clearTimeout(retry);
  const address = new URL(root.dataset.live, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = new URLSearchParams({ after: plan.seq, page: plan.page });
  const mine = socket = new WebSocket(address);
  mine.onmessage = (event) => mine === socket && receive(event);
  mine.onclose = (event) => mine === socket && lose(event.code);
  listen();
}

function receive(event) {
  tries = 0;
  polled = false;
  listen();
  heard();
  const frame = JSON.parse(event.data);
  if (frame.fragments || frame.reload) apply(frame);
  else if (frame.upto > plan.seq) catchUp();
}

/** A line that is cut without a goodbye is known by its silence alone. */
function listen() {
  clearTimeout(watch);
  watch = setTimeout(() => lose(0), SILENCE_MS);
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
  if (!polled) return lose(0);
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
