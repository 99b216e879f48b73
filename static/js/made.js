/** What its person has made anew and the server does not know yet: a copy of the page's own template, under the id it will have. */
import { showIn } from "./attach.js";
import { copyOf } from "./plan.js";

const MADE = {
  add_step: ({ fields }) => ({ id: `s-${fields.step_id}`, list: cardsOf(fields), template: "new-step", text: fields.title }),
  add_goal: ({ fields }) => ({ id: `g-${fields.goal_id}`, list: listOf("add_goal"), template: "new-goal", text: fields.title }),
  remark_on_step: ({ fields }) => ({
    id: `r-${fields.remark_id}`, list: listOf("remark_on_step", fields.step_id), template: "new-remark", text: fields.words,
  }),
  notice_step: ({ fields, said }) => ({
    id: `r-${fields.remark_id}`, list: listOf("remark_on_step", fields.step_id), template: "new-remark", text: said,
  }),
  note_step: ({ fields }) => ({
    id: `s-${fields.step_id}`, list: listOf("note_step"), template: "new-noted", text: fields.line,
  }),
  add_challenge: ({ fields }) => ({
    id: `h-${fields.challenge_id}`, list: listOf("add_challenge"), template: "new-challenge", text: fields.words,
  }),
  suggest_strength: ({ fields }) => ({
    id: `k-${fields.strength_id}`, list: listOf("suggest_strength"), template: "new-strength", text: fields.words,
  }),
  add_progress_entry: ({ fields }) => ({
    id: `p-${fields.progress_entry_id}`, list: listOf("add_progress_entry"), template: "new-progress-entry",
    text: fields.words || document.querySelector(`:is(#small-area option[value="${fields.progress_area_id}"], [data-area-name="${fields.progress_area_id}"])`)?.textContent,
  }),
  add_progress_area: ({ fields }) => ({
    id: `a-${fields.progress_area_id}`, list: listOf("add_progress_area"), template: "new-progress-area", text: fields.name,
  }),
  invite: ({ fields }) => ({
    id: `i-${fields.invitation_id}`, list: listOf("invite"), template: "new-invitation", text: fields.name,
  }),
  ask_consent: ({ fields }) => ({
    id: `q-${fields.question_id}`, list: listOf("ask_consent"), template: "new-question", text: `${fields.giver} → ${fields.receiver}`,
  }),
  write_message: ({ fields }) => ({
    id: `m-${fields.message_id}`, list: listOf("write_message"), template: "new-message", text: fields.words,
  }),
  plan_meeting: ({ fields }) => ({
    id: `m-${fields.meeting_id}`, list: listOf("plan_meeting"), template: "new-meeting",
    text: fields.purpose || new Date(fields.starts_at).toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" }),
  }),
  add_agenda_item: ({ fields }) => ({
    id: `ai-${fields.item_id}`, list: listOf("add_agenda_item"), template: "new-agenda-item", text: fields.words,
  }),
  note_discussion: ({ fields }) => ({
    id: `d-${fields.discussion_id}`, list: listOf("note_discussion"), template: "new-discussion", text: fields.professions,
  }),
  add_outcome: ({ fields }) => ({
    id: `o-${fields.outcome_id}`, list: listOf("add_outcome"), template: "new-outcome",
    text: fields.words || document.querySelector(`#outcome-kinds [value=${fields.outcome}] + span`)?.textContent,
  }),
  add_offer: ({ fields }) => ({
    id: `of-${fields.offer_id}`, list: listOf("add_offer"), template: "new-offer", text: fields.title,
  }),
  add_network_member: ({ fields }) => ({
    id: `n-${fields.network_member_id}`, list: listOf("add_network_member"), template: "new-network-member", text: fields.name,
  }),
};

export function makeNew(item) {
  const { id, list, template, text } = MADE[item.kind]?.(item) ?? {};
  if (!list || document.getElementById(id)) return;
  const made = copyOf(template, { text });
  if (!made) return;
  made.id = id;
  made.dataset.made = item.change_id;
  if (item.kind === "add_step") prepare(made, item.fields);
  showIn(made, item.files);
  if ("newFirst" in list.dataset) list.prepend(made);
  else list.append(made);
}

/** A step made without signal can be moved, reworded and removed without signal. */
function prepare(card, { step_id, title }) {
  card.dataset.stepId = step_id;
  card.dataset.at = Number.MAX_SAFE_INTEGER;
  for (const field of card.querySelectorAll("[name=step_id]")) field.value = step_id;
  for (const field of card.querySelectorAll("[name=was]")) field.value = title;
  for (const field of card.querySelectorAll("[name=text]")) field.value = field.defaultValue = title;
}

/** Its copy stands as long as it waits; the server's own, of the same id, has taken its place without this mark. */
export const isMade = (element, ids) => ids.has(element.dataset.made);

function cardsOf({ goal_id }) {
  const onWay = document.getElementById(goal_id ? `in-g-${goal_id}` : "in-free");
  return onWay ?? document.getElementById("in-wish") ?? listOf("add_step", goal_id);
}

/** The list on this page where such things stand, of this subject if it is one subject's. */
function listOf(kind, subject) {
  return [...document.querySelectorAll(`[data-new~=${kind}]`)].find((list) => {
    const around = list.closest("[data-step-id], [data-goal-id]")?.dataset;
    return !subject || !around || [around.stepId, around.goalId].includes(subject);
  });
}
