import * as address from "./address.js";
import { Completion } from "./completion.js";
import * as conversation from "./conversation.js";
import { Documents } from "./documents/documents.js";
import { byId } from "./dom.js";
import { keep, key } from "./keys.js";
import { closeOnBackdrop } from "./reader.js";
import { introduce } from "./start.js";

const documents = new Documents(byId("documents-view"), tellOfStore);

/** Tell what the store holds now, and whether what is shown is older. */
async function tellOfStore() {
  await introduce(conversation.choose);
  conversation.tellAge();
}

/** Show what the address says: the documents, a conversation, or the beginning. */
function follow() {
  const wanted = address.read(location.search);
  const isDocuments = wanted.view === "documents";
  byId("ask-view").hidden = isDocuments;
  byId("documents-view").hidden = !isDocuments;
  mark(byId("to-ask"), !isDocuments);
  mark(byId("to-documents"), isDocuments);
  if (isDocuments) documents.open();
  else conversation.follow(wanted);
}

function mark(node, current) {
  if (current) node.setAttribute("aria-current", "page");
  else node.removeAttribute("aria-current");
}

/** Links between the views change the page in place, so that an upload goes on. */
function onNavigate(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, "", event.currentTarget.getAttribute("href"));
  follow();
  scrollTo(0, 0);
}

function onSubmit(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.elements.namedItem("question");
    const question = input.value.trim();
    if (!question) return;
    completion.close();
    if (form.id === "follow") input.value = "";
    act(question);
  });
}

/** Esc empties the question box; "/" goes to it from anywhere. */
function onKeys(event) {
  const field = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape" && field?.name === "question") field.value = "";
  if (event.key !== "/" || field || document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || byId("ask-view").hidden) return;
  event.preventDefault();
  byId("question").focus();
}

function forgetKey() {
  keep("");
  location.reload();
}

const completion = new Completion(byId("question"), byId("completions"), byId("completion-announcer"), conversation.begin);
onSubmit(byId("form"), conversation.begin);
onSubmit(byId("follow"), conversation.add);
for (const node of document.querySelectorAll(".brand, #to-ask, #to-documents")) node.addEventListener("click", onNavigate);
byId("compare").addEventListener("change", (event) => conversation.compare(event.target.checked));
byId("forget-key").hidden = !key();
byId("forget-key").addEventListener("click", forgetKey);
closeOnBackdrop(byId("reader"));
addEventListener("popstate", follow);
addEventListener("keydown", onKeys);
tellOfStore();
follow();
if (!byId("ask-view").hidden) byId("question").focus({ preventScroll: true });
