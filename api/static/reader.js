import { bdi, byId, dotted, el, notice } from "./dom.js";
import { count, date, sentenceCase } from "./format.js";
import { documentOf } from "./service.js";
import { marked } from "./spans.js";

/** Open a document in the reader: mentions coloured by label, the evidence marked and scrolled to. */
export async function openDocument(id, evidence, snapshot) {
  const reader = byId("reader");
  if (!reader.open) reader.showModal();
  show(reader, frame(id, el("p", { class: "muted" }, "Opening…")));
  try {
    show(reader, page(await documentOf(id, snapshot), evidence));
    reader.querySelector(".reader-body .document-text mark, .reader-body .document-title mark")?.scrollIntoView({ block: "center" });
  } catch (error) {
    show(reader, frame(id, notice(error.message)));
  }
}

function show(reader, content) {
  reader.replaceChildren(...content);
  reader.querySelector(".close").focus();
}

/** Close the reader by a click beside it; Esc is the dialog's own. */
export function closeOnBackdrop(reader) {
  reader.addEventListener("click", (event) => event.target === reader && reader.close());
}

function frame(title, ...content) {
  return [el("header", { class: "reader-top" },
    el("h2", { id: "reader-title" }, bdi(title)),
    el("button", { type: "button", class: "quiet close", "aria-label": "Close the document", onclick: () => byId("reader").close() }, "Close")),
  el("div", { class: "reader-body", tabindex: "0", role: "region", "aria-label": "Document" }, ...content)];
}

function page(document, evidence) {
  const labels = [...new Set(document.mentions.map((mention) => mention.label))].sort();
  const spans = (part) => [
    ...document.mentions.filter((mention) => mention.part === part)
      .map((mention) => ({ ...mention, className: `mention m${labels.indexOf(mention.label) % 8}`, title: meaning(mention) })),
    ...evidence.filter((span) => span.part === part).map((span) => ({ ...span, className: "evidence", title: `${sentenceCase(span.role)} of this fact` })),
  ];
  return frame(document.doc_id, origin(document), legend(labels, evidence), unmarked(document),
    document.title ? el("h3", { class: "document-title", dir: "auto" }, ...marked(document.title, spans("title"))) : null,
    el("div", { class: "document-text", dir: "auto" }, ...marked(document.text, spans("text"))),
    metadata(document.metadata, evidence));
}

function meaning({ label, value, unit }) {
  return [sentenceCase(label.toLowerCase()), value ? `${value}${unit && unit !== "percent" ? ` ${unit}` : ""}` : ""].filter(Boolean).join(": ");
}

function origin({ source, url, published_at: published, date_precision: precision, snapshot }) {
  const link = /^https?:\/\//i.test(url ?? "") ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "original") : null;
  return el("p", { class: "muted" }, ...dotted([source && bdi(source), published && date(published, precision ?? "day"), `snapshot ${snapshot}`, link]));
}

function legend(labels, evidence) {
  if (!labels.length && !evidence.length) return null;
  const passage = evidence.some(({ role }) => role === "answer" || role === "snippet") ? "Snippet" : "Evidence";
  return el("ul", { class: "legend", "aria-label": "Colours" },
    evidence.length ? el("li", {}, el("mark", { class: "evidence" }, passage)) : null,
    ...labels.map((label, index) => el("li", {}, el("span", { class: `mention m${index % 8}` }, sentenceCase(label.toLowerCase())))));
}

function unmarked({ mentions, mentions_total: total }) {
  return total > mentions.length ? el("p", { class: "muted" }, `${count(total - mentions.length, "more mention")} at the end of the text are not coloured.`) : null;
}

/** The document's metadata, which the service tells as an object or as the text of one. */
function metadata(held, evidence) {
  const values = typeof held === "string" ? parsed(held) : held;
  const keys = Object.keys(values ?? {});
  if (!keys.length) return null;
  const spans = (key) => evidence.filter((span) => span.part === "metadata" && span.key === key).map((span) => ({ ...span, className: "evidence" }));
  return el("dl", { class: "pairs metadata" },
    ...keys.flatMap((key) => [el("dt", {}, sentenceCase(key)), el("dd", {}, ...marked(String(values[key]), spans(key)))]));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { metadata: text };
  }
}
