/** Nobody loses their place because the button under their finger was answered away. */

/** Makes a change to the page; the focus stays, or goes to the card or the heading of the part that it was in. */
export function keepFocus(change) {
  const focused = document.activeElement;
  const around = [];
  for (let part = focused; part && part !== document.body; part = part.parentElement) around.push(part);
  change();
  const stays = document.activeElement !== document.body && document.activeElement.checkVisibility();
  if (stays || !around.length) return;
  const there = around.filter((one) => one.isConnected && one !== focused && one.checkVisibility());
  const target = there[0]?.closest(".card")?.querySelector("a") ?? headingIn(there) ?? there[0];
  if (target && !target.matches("a")) target.tabIndex = -1;
  target?.focus({ preventScroll: !target.matches("#stage, h1") });
}

/** What the smallest part that says what it is about says; in an open meeting, what it has come to. */
function headingIn(parts) {
  const part = parts.find((one) => one.querySelector("h1, h2, h3"));
  return part?.querySelector("#stage") ?? part?.querySelector("h1, h2, h3");
}

/** Takes a message away; whoever stood in it goes back to where they were before, or to what the page is about. */
export function dismiss(message, before) {
  const hadFocus = message.contains(document.activeElement);
  message.remove();
  if (!hadFocus) return;
  const isThere = before?.isConnected && before !== document.body && before.checkVisibility();
  (isThere ? before : document.querySelector("main"))?.focus({ preventScroll: true });
}
