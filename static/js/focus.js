/** Nobody loses their place because the button under their finger was answered away. */

/** Makes a change to the page; the focus stays, or goes to the card or the part of the page that it was in. */
export function keepFocus(change) {
  const focused = document.activeElement;
  const around = [];
  for (let part = focused; part && part !== document.body; part = part.parentElement) around.push(part);
  change();
  if (document.activeElement !== document.body || !around.length) return;
  const part = around.find((one) => one.isConnected && one !== focused);
  const card = part?.closest(".card");
  if (part && !card) part.tabIndex = -1;
  (card?.querySelector("a") ?? part)?.focus({ preventScroll: true });
}
