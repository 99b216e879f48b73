/**
 * Photos and PDF files beside a message: shown at once, made small on the phone, and kept with the words until both are sent.
 * A photo is drawn anew here already, so that it weighs little and says nothing of where it was taken.
 */
import { probeFor } from "./keep.js";
import { waiting } from "./outbox.js";
import { newId } from "./store.js";

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const SHOWN = 240;  // pixels of the picture that is shown while it waits
const MOST_WAITING = 50 * 1024 * 1024;
const picked = new Map();  // id → { id, name, blob, entry }

export function start() {
  document.addEventListener("change", ({ target }) => target.matches?.("[data-attach] input") && pick(target));
  document.addEventListener("reset", ({ target }) => target.querySelector("[data-attach]") && letGo(target));
  const input = inputOf(document);
  if (input) needWords(input);
}

const inputOf = (place) => place.querySelector("[data-attach] input");

/** What goes with this form, once it is ready to be sent. */
export async function filesOf(form) {
  const all = inputOf(form) ? await Promise.all([...picked.values()].map((one) => one.ready)) : [];
  return all.filter(Boolean);
}

async function pick(input) {
  const { dataset } = input.closest("[data-attach]");
  const chosen = [...input.files];
  input.value = "";
  why(input, "");
  for (const file of chosen) {
    if (picked.size >= Number(dataset.most)) return why(input, dataset.whyMany);
    await add(input, file, dataset);
  }
  return undefined;
}

async function add(input, file, told) {
  const id = newId();
  const entry = document.createElement("li");
  const one = { id, entry };
  picked.set(id, one);
  document.getElementById("picked").append(entry);
  entry.append(remover(input, one, told.remove, file.name));
  one.ready = made(file, told).then(async (blob) => {
    const waits = waiting().flatMap(({ files }) => files ?? []).reduce((sum, { blob: { size } }) => sum + size, 0);
    if (waits + blob.size > MOST_WAITING) throw new Error(told.whyFull);
    entry.prepend(await likeness({ name: file.name, blob }));
    await probeFor(blob);  // a full phone says so before somebody writes on
    return { id, name: file.name, blob };
  }).catch(({ message }) => { drop(input, one); why(input, message); });
  needWords(input);
  await one.ready;
}

/** A photo made small, or the PDF file as it is. Raises what stands in the way, in words. */
async function made(file, told) {
  const isPdf = await file.slice(0, 5).text() === "%PDF-";
  if (isPdf && file.size > Number(told.pdfMb) * 1e6) throw new Error(told.whyBig);
  if (isPdf) return file.slice(0, file.size, "application/pdf");
  const canvas = await drawn(file, LONGEST_SIDE).catch(() => { throw new Error(told.whyKind); });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

async function drawn(blob, longest) {
  const picture = await createImageBitmap(blob);  // upright, as the camera says
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/** What is seen of it before the server has it. */
async function likeness({ name, blob }) {
  if (blob.type.startsWith("image/")) return Object.assign(await drawn(blob, SHOWN), { role: "img", ariaLabel: name });
  return Object.assign(document.createElement("bdi"), { textContent: name });
}

function remover(input, one, label, name) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button plain small", textContent: label });
  button.ariaLabel = `${label}: ${name}`;
  button.addEventListener("click", () => {
    drop(input, one);
    input.focus();
  });
  return button;
}

function drop(input, { id, entry }) {
  picked.delete(id);
  entry.remove();
  needWords(input);
}

function letGo(form) {
  picked.clear();
  document.getElementById("picked").replaceChildren();
  setTimeout(() => needWords(inputOf(form)));
}

/** A photo says enough; without one there must be a word. */
function needWords(input) {
  input.form.elements.words.required = !picked.size;
}

function why(input, sentence) {
  input.closest("[data-attach]").querySelector("[role=alert]").textContent = sentence;
}

/** In the copy of a message that waits. */
export function showIn(message, files = []) {
  if (!files.length) return;
  const list = Object.assign(document.createElement("ul"), { className: "message__files" });
  message.prepend(list);
  files.forEach(async (file) => {
    const entry = document.createElement("li");
    list.append(entry);
    entry.append(await likeness(file));
  });
}
