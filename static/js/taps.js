/** The second tap of a double tap presses nothing: the first may have put another button under the finger. */
const DOUBLE_TAP_MS = 600;
const NEAR_PX = 24;
let last;

export function start() {
  document.addEventListener("click", (event) => {
    if (!event.detail || !event.target.closest("form[data-change] button")) return;  // 0: by keyboard
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const isSecond = last && at - last.at < DOUBLE_TAP_MS && Math.hypot(x - last.x, y - last.y) < NEAR_PX;
    last = { at, x, y };
    if (isSecond) event.preventDefault();
  }, { capture: true });
}
