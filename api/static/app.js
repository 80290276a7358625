import { answerArticle, chip, failed, waiting } from "./answer.js";
import { byId } from "./dom.js";
import { count } from "./format.js";
import { closeOnBackdrop } from "./reader.js";
import * as service from "./service.js";

/** The conversation as it is shown: the questions asked, and the day and snapshot that its link fixes. */
const conversation = { asked: [], today: null, snapshot: null, run: 0 };

/** Ask a question that begins a new conversation. */
function begin(question, fixed = {}) {
  Object.assign(conversation, { asked: [], today: fixed.today ?? null, snapshot: fixed.snapshot ?? null, run: conversation.run + 1 });
  byId("conversation").replaceChildren();
  byId("question").value = question;
  return add(question);
}

/** Ask a question that goes on with the conversation. */
async function add(question) {
  const run = conversation.run;
  const after = [...conversation.asked];
  conversation.asked.push(question);
  const turn = waiting(question);
  showConversation(turn);
  const shown = await answered(question, after);
  if (run !== conversation.run) return;
  turn.replaceWith(shown);
  byId("follow").hidden = false;
  byId("announcer").textContent = shown.querySelector(".sentence, .notice").textContent;
}

async function answered(question, after) {
  try {
    const fixed = { ...(conversation.today && { today: conversation.today }), ...(conversation.snapshot !== null && { snapshot: conversation.snapshot }) };
    return answerArticle(await service.ask({ question, after, ...fixed }), (next) => choose(next, after));
  } catch (error) {
    return failed(question, error.message);
  }
}

/** A chosen suggestion is a complete question, so it begins anew. */
function choose(question) {
  begin(question);
  remember();
  scrollTo({ top: 0, behavior: "smooth" });
}

function showConversation(turn) {
  document.body.classList.add("asked-something");
  byId("examples").hidden = true;
  byId("conversation").append(turn);
  document.title = `${conversation.asked.at(-1)} · RIE`;
  if (conversation.asked.length > 1) turn.scrollIntoView({ behavior: "smooth", block: "start" });
}

/** The address of what is shown; opening it shows the same again. */
function address() {
  const query = new URLSearchParams();
  query.set("question", conversation.asked.at(-1));
  conversation.asked.slice(0, -1).forEach((question) => query.append("after", question));
  if (conversation.today) query.set("today", conversation.today);
  if (conversation.snapshot !== null) query.set("snapshot", conversation.snapshot);
  return `/?${query}`;
}

const remember = () => history.pushState(null, "", address());

/** Show what the address says: a conversation, or the beginning. */
async function follow() {
  const query = new URLSearchParams(location.search);
  const question = query.get("question");
  if (!question) return reset();
  const snapshot = /^\d+$/.test(query.get("snapshot") ?? "") ? Number(query.get("snapshot")) : null;
  const [first, ...others] = [...query.getAll("after"), question];
  const fixed = { today: query.get("today"), snapshot };
  await begin(first, fixed);
  for (const next of others) await add(next);
}

function reset() {
  Object.assign(conversation, { asked: [], today: null, snapshot: null, run: conversation.run + 1 });
  document.body.classList.remove("asked-something");
  document.title = "RIE";
  byId("conversation").replaceChildren();
  byId("follow").hidden = true;
  byId("examples").hidden = !byId("example-list").children.length;
  byId("question").value = "";
}

function onSubmit(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.elements.namedItem("question");
    const question = input.value.trim();
    if (!question) return;
    act(question);
    remember();
    if (form.id === "follow") input.value = "";
  });
}

/** Esc empties the question box; "/" goes to it from anywhere. */
function onKeys(event) {
  const field = event.target instanceof HTMLInputElement;
  if (event.key === "Escape" && field) event.target.value = "";
  if (event.key !== "/" || field || byId("reader").open || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  byId("question").focus();
}

async function introduce() {
  try {
    const schema = await service.schema();
    const rows = Object.fromEntries(schema.tables.map((table) => [table.name, table.rows]));
    const facts = schema.tables.filter((table) => table.kind === "fact" && table.rows > 0);
    const held = facts.map((table) => count(table.rows, table.name.replaceAll("_", " ")));
    byId("holdings").textContent = [count(rows.document ?? 0, "document"), ...held].join(" · ");
    byId("example-list").replaceChildren(...(schema.examples ?? []).map((question) => {
      const item = document.createElement("li");
      item.append(chip(question, choose));
      return item;
    }));
    byId("examples").hidden = conversation.asked.length > 0 || !schema.examples?.length;
  } catch (error) {
    byId("holdings").textContent = error.message;
  }
}

onSubmit(byId("form"), begin);
onSubmit(byId("follow"), add);
closeOnBackdrop(byId("reader"));
addEventListener("popstate", follow);
addEventListener("keydown", onKeys);
introduce();
follow();
