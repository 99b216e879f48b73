/** How to put Tavlen on the home screen, as this browser does it; told on Mig alone, and never asked for anywhere. */
let prompt;

export function start() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();  // no banner of the browser's own
    prompt = event;
    tell();
  });
  addEventListener("appinstalled", () => {
    prompt = undefined;
    tell();
  });
  tell();
}

function tell() {
  const way = wayOf();
  for (const hint of document.querySelectorAll("[data-install]")) hint.hidden = hint.dataset.install !== way;
  document.querySelector("[data-install=ask] button")?.addEventListener("click", ask);
}

async function ask() {
  await prompt?.prompt();
  prompt = undefined;  // it can be asked once
  tell();
}

/** Safari cannot be asked, so its person is shown; on a computer there is no home screen to speak of. */
export function wayOf() {
  if (matchMedia("(display-mode: standalone)").matches || navigator.standalone) return "";
  if (prompt) return "ask";
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  if (isApple) return "iphone";
  return /Android.*Firefox|Android.*SamsungBrowser/.test(navigator.userAgent) ? "menu" : "";
}
