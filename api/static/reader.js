import { byId, el } from "./dom.js";
import { date, sentenceCase } from "./format.js";
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
    show(reader, frame(id, el("p", { class: "notice" }, error.message)));
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
    el("h2", { id: "reader-title" }, title),
    el("button", { type: "button", class: "close", "aria-label": "Close the document", onclick: () => byId("reader").close() }, "Close")),
  el("div", { class: "reader-body", tabindex: "-1" }, ...content)];
}

function page(document, evidence) {
  const labels = [...new Set(document.mentions.map((mention) => mention.label))].sort();
  const spans = (part) => [
    ...document.mentions.filter((mention) => mention.part === part)
      .map((mention) => ({ ...mention, className: `mention m${labels.indexOf(mention.label) % 8}`, title: meaning(mention) })),
    ...evidence.filter((span) => span.part === part).map((span) => ({ ...span, className: "evidence", title: `${sentenceCase(span.role)} of this fact` })),
  ];
  return frame(document.doc_id, origin(document), legend(labels),
    document.title ? el("h3", { class: "document-title" }, ...marked(document.title, spans("title"))) : null,
    el("div", { class: "document-text" }, ...marked(document.text, spans("text"))),
    metadata(document.metadata, evidence));
}

function meaning({ label, value, unit }) {
  return [sentenceCase(label.toLowerCase()), value ? `${value}${unit && unit !== "percent" ? ` ${unit}` : ""}` : ""].filter(Boolean).join(": ");
}

function origin({ source, url, published_at: published, date_precision: precision }) {
  const words = [source, date(published, precision)].filter(Boolean).join(", ");
  const link = /^https?:\/\//i.test(url ?? "") ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "original") : null;
  return words || link ? el("p", { class: "muted" }, words, link ? " · " : "", link) : null;
}

function legend(labels) {
  return el("ul", { class: "legend", "aria-label": "Colours" },
    el("li", {}, el("mark", { class: "evidence" }, "Evidence")),
    ...labels.map((label, index) => el("li", {}, el("span", { class: `mention m${index % 8}` }, sentenceCase(label.toLowerCase())))));
}

function metadata(values, evidence) {
  const keys = Object.keys(values ?? {});
  if (!keys.length) return null;
  const spans = (key) => evidence.filter((span) => span.part === "metadata" && span.key === key).map((span) => ({ ...span, className: "evidence" }));
  return el("dl", { class: "metadata" },
    ...keys.flatMap((key) => [el("dt", {}, sentenceCase(key)), el("dd", {}, ...marked(String(values[key]), spans(key)))]));
}
