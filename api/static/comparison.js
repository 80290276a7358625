import { answerParts, badge, sentence } from "./answer.js";
import { bdi, dotted, el, link } from "./dom.js";
import { count, date, grouped } from "./format.js";
import { openDocument } from "./reader.js";
import { marked } from "./spans.js";

/** Both answers side by side, each under its own name. */
export function comparisonParts({ rie, rag }, asked, onAsk) {
  return [el("div", { class: "sides" },
    side("rie", "RIE", "counts and adds up facts with SQL", answerParts(rie, asked, onAsk)),
    side("rag", "RAG", "finds passages by words and meaning", ragParts(rag)))];
}

const side = (name, title, how, parts) =>
  el("section", { class: `side ${name}`, "aria-label": title }, el("h3", { class: "side-title" }, title, " ", el("small", {}, how)), ...parts);

function ragParts(answer) {
  return [badge({ status: answer.status }), sentence(answer.answer || "The snippets do not answer this."), el("p", { class: "coverage" }, source(answer)),
    el("p", { class: "muted" }, costs(answer)), snippets(answer)].filter(Boolean);
}

/** Who wrote the answer, and from what. */
function source({ cost, snippets: found, status }) {
  const passages = count(found.length, "snippet");
  if (cost?.model) return `Written by ${cost.model} from ${passages}.`;
  return status === "answered" ? `A passage taken from ${passages}; no language model is configured.` : `Looked for in ${passages}; no language model is configured.`;
}

function costs({ cost, elapsed_ms: elapsed }) {
  const tokens = (cost?.prompt_tokens ?? 0) + (cost?.completion_tokens ?? 0);
  const usd = cost?.usd === null || cost?.usd === undefined ? "price unknown" : `$${cost.usd.toFixed(cost.usd ? 4 : 0)}`;
  return [`Cost ${cost?.model ? usd : "none"}`, tokens ? `${grouped(tokens)} tokens` : "", `${Math.round(elapsed)} ms`].filter(Boolean).join("\u00a0· ");
}

function snippets(answer) {
  if (!answer.snippets.length) return null;
  return el("div", { class: "snippets" }, el("h3", {}, "The snippets it had"),
    el("ol", {}, ...answer.snippets.map((snippet) => el("li", { class: "snippet" }, ...snippetParts(snippet, answer)))));
}

function snippetParts(snippet, { evidence, snapshot }) {
  const used = evidence.filter((span) => isWithin(span, snippet))
    .map((span) => ({ ...span, className: "evidence", title: "The answer rests on this" }));
  const open = () => openDocument(snippet.doc_id, used.length ? used : [{ ...snippet, role: "snippet" }], snapshot);
  const from = [snippet.title, date(snippet.published_at)].filter(Boolean).map(bdi);
  return [el("p", { class: used.length ? "snippet-text" : "snippet-text cut", dir: "auto" }, ...marked(snippet.text, used, snippet.start_char)),
    el("p", { class: "from" }, ...dotted([...from, link(bdi(snippet.doc_id), open)]))];
}

const isWithin = (span, snippet) =>
  span.doc_id === snippet.doc_id && span.part === "text" && span.start_char >= snippet.start_char && span.end_char <= snippet.end_char;
