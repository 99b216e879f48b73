/** What is begun in the conversation follows its writer to their other devices, and never takes what is being typed. */
import { person, plan, root } from "./plan.js";

const PAUSE_MS = 1500;
let timer;
let told = "";  // what the server has, as far as this page knows
let followed = "";  // what came here from another device, and was not touched since

const field = () => document.getElementById("message");
const address = () => `/plans/${root.dataset.planId}/conversation/draft/`;
const headers = { "Tavlen-Person": person };

export function start() {
  if (plan.page !== "conversation" || !field()) return;
  document.addEventListener("input", ({ target }) => { if (target === field()) touched(); });
  document.addEventListener("submit", ({ target }) => {
    if (target === field().form || target.matches("[data-leave]")) letGo();
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? timer && save() : load()));
  document.getElementById("other-draft").addEventListener("click", ({ target }) => choose(target.closest("[data-do]")));
  load({ isFirst: true });
}

function touched() {
  followed = "";
  later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE_MS);
}

function letGo() {
  clearTimeout(timer);
  timer = undefined;
  told = "";
}

function save() {
  clearTimeout(timer);
  timer = undefined;
  const words = field().value;
  if (words === told) return;
  const body = new URLSearchParams({ words });
  fetch(address(), { method: "POST", body, headers, keepalive: true, redirect: "manual" })
    .then(({ status }) => { if (status === 204) told = words; }, () => {});
}

async function load({ isFirst } = {}) {
  const answer = await fetch(address(), { headers, redirect: "manual" }).catch(() => undefined);
  if (!answer?.ok || timer) return;
  const { words, sent } = await answer.json();
  const isSent = isFirst && sent && field().value.trim() === sent;  // begun here, and sent from another device
  if (isSent || (!words && followed && field().value === followed)) put("");
  const mine = field().value;
  if (!words || words === mine) return offer("");
  told = words;
  if (!mine) return put(words);
  if (mine.startsWith(words)) return later();
  return offer(words);
}

/** Also for a field that looks empty: what is put there counts as typed, so that a reload keeps it. */
function put(words) {
  field().value = words;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  letGo();
  told = followed = words;
}

function offer(words) {
  const place = document.getElementById("other-draft");
  place.hidden = !words;
  place.querySelector("[data-slot=text]").textContent = words;
}

function choose(button) {
  if (!button) return;
  const words = document.querySelector("#other-draft [data-slot=text]").textContent;
  if (button.dataset.do === "take") put(words);
  else save();
  offer("");
  field().focus();
}
