/** What waits is seen where it will stand, marked until the server has answered. */
import { onOutcome } from "./outbox.js";
import { expect, moveNow, settle } from "./place.js";

const marked = new Set();  // change ids whose cards are marked on this page

export function start() {
  onOutcome(note);
}

function note(item, outcome) {
  const { step_id } = item.fields;
  if (outcome.status === "waiting") {
    if (step_id && !marked.has(item.change_id)) expect(step_id);
    marked.add(item.change_id);
    enact(item);
  } else if (marked.delete(item.change_id) && step_id) settle(step_id);
}

function enact({ kind, fields }) {
  if (kind === "move_step") {
    moveNow(fields.step_id, document.getElementById(`in-${fields.status}`), fields.before);
  } else if (kind === "hang_step") {
    const goal = fields.goal_id ? `in-g-${fields.goal_id}` : "in-free";
    moveNow(fields.step_id, document.getElementById(goal));
  }
}
