import { el, printable } from "./dom.js";

/**
 * A text with its spans marked, as nodes.
 *
 * Offsets count characters as Python does (code points), from `start` of the text; a span is
 * {start_char, end_char, className, title}. Spans may overlap: every piece carries the classes of all spans over it.
 */
export function marked(text, spans, start = 0) {
  const characters = Array.from(text);
  const inside = spans
    .map((span) => ({ ...span, from: span.start_char - start, to: span.end_char - start }))
    .filter((span) => span.from < span.to && span.from >= 0 && span.to <= characters.length);
  const cuts = [...new Set([0, characters.length, ...inside.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  const opening = inside.toSorted((a, b) => a.from - b.from);
  let open = [];
  let next = 0;
  return cuts.slice(0, -1).map((from, index) => {
    while (next < opening.length && opening[next].from <= from) open.push(opening[next++]);
    open = open.filter((span) => span.to > from);
    return piece(characters.slice(from, cuts[index + 1]).join(""), open);
  });
}

function piece(text, spans) {
  if (!spans.length) return document.createTextNode(printable(text));
  const classes = [...new Set(spans.map((span) => span.className))].join(" ");
  const title = [...new Set(spans.map((span) => span.title).filter(Boolean))].join(", ");
  return el(spans.some((span) => span.className.includes("evidence")) ? "mark" : "span", { class: classes, title }, text);
}
