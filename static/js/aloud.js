/** Reads a question aloud, by its button, where the device has a voice; where it has none there is no button. */

export function start() {
  if (!("speechSynthesis" in self)) return;
  document.documentElement.dataset.voice = "";
  document.addEventListener("click", ({ target }) => {
    const around = target.closest("[data-aloud]")?.parentElement;
    if (around) read([...around.querySelectorAll("[data-read]")].map((one) => one.innerText).join(". "));
  });
  addEventListener("hashchange", () => speechSynthesis.cancel());
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

function read(text) {
  speechSynthesis.cancel();
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: document.documentElement.lang }));
}
