import * as address from "./address.js";
import { byId, link } from "./dom.js";
import * as service from "./service.js";
import { newest } from "./start.js";
import { answered, failed, waiting } from "./turn.js";

/** What is shown: the questions asked, the day and snapshot that all of them are answered for, and whether RAG stands beside. */
const shown = { asked: [], today: null, snapshot: null, compare: false, run: 0 };

/** Ask a question that begins a new conversation, of today and the newest snapshot. */
export function begin(question) {
  clear();
  byId("question").value = question;
  return add(question);
}

/** Ask a question that is offered somewhere; it is complete, so it begins anew. */
export function choose(question) {
  scrollTo({ top: 0 });
  begin(question);
  byId("conversation").querySelector(".asked").focus({ preventScroll: true });
}

/** Ask a question that goes on with the conversation. */
export function add(question) {
  const asking = ask(question);
  history.pushState(null, "", here());
  return asking;
}

/** Show what an address says: a conversation, or the beginning. */
export async function follow({ question, after, today, snapshot, compare: beside }) {
  clear();
  setCompare(beside);
  byId("question").value = question ? after[0] ?? question : "";
  if (!question) return;
  Object.assign(shown, { today, snapshot });
  const { run } = shown;
  for (const next of [...after, question]) {
    if (run === shown.run) await ask(next);
  }
}

/** Show RAG beside RIE, or no longer; what is shown is asked again. */
export function compare(beside) {
  setCompare(beside);
  if (!shown.asked.length) return;
  history.pushState(null, "", here());
  follow(address.read(location.search));
}

function setCompare(beside) {
  shown.compare = beside;
  byId("compare").checked = beside;
  document.body.classList.toggle("comparing", beside);
}

function clear() {
  Object.assign(shown, { asked: [], today: null, snapshot: null, run: shown.run + 1 });
  document.body.classList.remove("asked-something");
  document.title = "RIE";
  byId("conversation").replaceChildren();
  byId("follow").hidden = true;
  byId("stale").hidden = true;
}

async function ask(question) {
  const { run } = shown;
  const after = address.recent(shown.asked);
  shown.asked.push(question);
  const turn = waiting(question);
  place(turn);
  const node = await reply(question, after, run);
  if (run !== shown.run) return;
  const focused = turn.contains(document.activeElement);
  turn.replaceWith(node);
  if (focused) node.querySelector(".asked").focus({ preventScroll: true });
  byId("follow").hidden = false;
  byId("announcer").textContent = node.querySelector(".sentence, .notice p").textContent;
}

async function reply(question, after, run) {
  const { today, snapshot, compare: beside } = shown;
  const sent = { question, after, ...(today && { today }), ...(snapshot !== null && { snapshot }) };
  try {
    const told = await (beside ? service.compare(sent) : service.ask(sent));
    const answer = beside ? told.rie : told;
    if (run === shown.run) fix(answer);
    return answered(told, { question, after, today: answer.today, snapshot: answer.snapshot, compare: beside }, choose);
  } catch (error) {
    return failed({ question, after, today, snapshot }, error, again, () => { shown.snapshot = null; again(); });
  }
}

/** From its first answer on a conversation stays with one day and one snapshot, and so does its address. */
function fix({ today, snapshot }) {
  if (shown.snapshot === null || shown.today === null) {
    Object.assign(shown, { today: shown.today ?? today, snapshot: shown.snapshot ?? snapshot });
    history.replaceState(null, "", here());
  }
  tellAge();
}

/** Tell when the answers are of an older snapshot than the newest. */
export function tellAge() {
  const old = newest.snapshot !== null && shown.snapshot !== null && shown.snapshot < newest.snapshot;
  byId("stale").hidden = !old;
  if (old) byId("stale").replaceChildren(`These answers are from snapshot ${shown.snapshot}; the newest is ${newest.snapshot}. `, link("Ask again now", renew));
}

/** Ask everything again from the newest snapshot, today. */
function renew() {
  const asked = [...shown.asked];
  Object.assign(shown, { today: null, snapshot: null });
  history.pushState(null, "", address.write({ question: asked.at(-1), after: address.recent(asked.slice(0, -1)), compare: shown.compare }));
  follow(address.read(location.search));
}

/** Ask everything that is shown again. */
function again() {
  history.replaceState(null, "", here());
  follow(address.read(location.search));
}

function here() {
  const { asked, today, snapshot, compare: beside } = shown;
  return address.write({ question: asked.at(-1), after: address.recent(asked.slice(0, -1)), today, snapshot, compare: beside });
}

function place(turn) {
  document.body.classList.add("asked-something");
  byId("conversation").querySelectorAll(".evidence-section[open]").forEach((section) => { section.open = false; });
  byId("conversation").append(turn);
  document.title = `${shown.asked.at(-1)} · RIE`;
  if (shown.asked.length > 1) turn.scrollIntoView({ block: "start" });
}
