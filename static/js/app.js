/**
 * Starts what a page needs: live, the outbox, drag, keys, the sheet. Scripts behave; the server makes the HTML.
 *
 * What base.html provides (every text in it is translated there; %s is filled in by the script):
 *
 *   <html data-person="opaque key of who is signed in">      absent when nobody is, and on a screen
 *   <template id="words"
 *       data-waiting="venter"                                 mark on what is not yet acknowledged
 *       data-offline="Du er offline – det, du gør, bliver sendt senere"
 *       data-unsent="%s venter på at blive sendt"             a number
 *       data-lost="Forbindelsen er væk. Du ser tavlen, som den var kl. %s"   the wall's line
 *       data-today="Du ser planen, som den var i dag kl. %s …"  a page that the worker had kept; data-yesterday likewise
 *       data-from-today, data-from-yesterday                  the same, said after what waits
 *       data-fresh="Ny udgave – vis"                          another wrote where you write
 *       data-moved="Flyttet til %s"                           said when a card is moved: the column's label
 *       data-failed="Det lykkedes ikke. Din tekst er her endnu."   refused without a sentence of its own
 *       data-unkept, data-unkept-offline, data-held           the device keeps nothing; %s wait in the page's own memory
 *       data-needs="Kræver dig"  data-nothing="Ingen dag endnu"  data-<status>="the column's word"
 *       data-copied="Kopieret"></template>
 *   <p id="line" role="status"></p>                            quiet when :empty; [data-lost] on the wall
 *   <div id="say" class="hush" aria-live="polite"></div>
 *   <section id="needs"> <ul id="refused"></ul></section> <a id="needs-pill">, and [data-count=needs] in both
 *   <template id="refused-item"><li> [data-slot=about] [data-slot=why] [data-slot=words], hidden without text: [data-if=text]
 *       button[data-do=again] button[data-do=copy] button[data-do=drop]</li></template>
 *   <template id="conflict-item"><li> [data-slot=about] [data-slot=why] [data-slot=theirs] [data-slot=words]
 *       button[data-do=theirs] button[data-do=mine] button[data-do=both] button[data-do=copy]</li></template>
 *   <template id="new-step">, new-goal, new-remark, new-strength, new-invitation, new-meeting: what is made here and not yet known, with [data-slot=text]
 *   <div id="toast" role="status"></div>
 *   <template id="undo-item"><div class="toast"><span>Fjernet</span> button[data-do=undo] button[data-do=close]</div></template>
 *   <template id="newest"><div class="newest"> button[data-do=show] button[data-do=later]</div></template>
 *   <template id="unsent-item"> [data-slot=count]</template>
 *   <dialog id="sheet"><form method="dialog"><button>Luk</button></form><div data-slot="body"></div></dialog>
 *   <dialog id="keys"> … form[method=dialog], and input[type=checkbox][data-keys] "brug taster" </dialog>
 *
 * What cards and forms provide beside the handles of docs/handles.md: `.card__grip` (drag), aria-keyshortcuts="n" on the
 * page's "new step" link and "m" on a sheet's "Flyt til…", data-new-id on hidden ids left empty, data-new="kind" on lists where
 * such things stand, data-says="field" where a text stands, data-until on what can be brought back until then, data-follow on
 * a form that goes to its `next` when accepted, data-draft on fields of text, data-leave="where to" on the quick exit's form, data-sheet
 * on links to a sheet, data-keep on a <details> that stays open when a form in it is accepted. An empty column's
 * invitation is an <li> without data-at, hidden by CSS when a .card stands beside it. Marks that scripts set, for CSS:
 * [data-pending="venter"] on cards and forms, [data-just=done] for two seconds on a card that its person has finished,
 * .is-chosen, .is-ghost and .is-dragged while dragging, and data-ready on <html> when all has started.
 */
import { start as startAloud } from "./aloud.js";
import { start as startAttach } from "./attach.js";
import { start as startDrafts } from "./drafts.js";
import { start as startDrag } from "./drag.js";
import { start as startForms } from "./forms.js";
import { start as startGestures } from "./gestures.js";
import { open } from "./keep.js";
import { start as startConversation, startReady } from "./conversation.js";
import { start as startKeys } from "./keys.js";
import { start as startLeave } from "./leave.js";
import { onLine, start as startLive } from "./live.js";
import { start as startOwnDraft } from "./own_draft.js";
import { send, start as startOutbox } from "./outbox.js";
import { start as startInvitation } from "./invitation.js";
import { start as startInstall } from "./install.js";
import { start as startLastSeen } from "./last_seen.js";
import { start as startNetworkMap } from "./network_map.js";
import { start as startNewest } from "./newest.js";
import { start as startOffline } from "./offline.js";
import { person } from "./plan.js";
import { start as startPress } from "./press.js";
import { start as startPush } from "./push.js";
import { start as startRefused } from "./refused.js";
import { start as startSignOut } from "./sign_out.js";
import { start as startStaying } from "./staying.js";
import { start as startSheet } from "./sheet.js";
import { start as startShowing } from "./showing.js";
import { start as startTaps } from "./taps.js";
import { start as startUndo } from "./undo.js";
import { start as startWall } from "./wall.js";

async function start() {
  for (const startRoom of [startLeave, startTaps, startDrafts, startLive, startForms, startKeys, startSheet]) startRoom();
  for (const startRoom of [startInvitation, startNewest, startLastSeen, startInstall, startOffline]) startRoom();
  for (const startRoom of [startSignOut, startStaying, startWall, startGestures, startPush, startPress]) startRoom();
  if (person) await startChanges();
  document.documentElement.dataset.ready = "";
}

async function startChanges() {
  await open();
  startShowing();
  startRefused();
  startUndo();
  startNetworkMap();
  startConversation();
  startReady();
  startOwnDraft();
  startAloud();
  startAttach();
  onLine(send);
  await startOutbox();
  await startDrag();
}

start();
