import { answerParts, stand } from "./answer.js";
import { write } from "./address.js";
import { comparisonParts } from "./comparison.js";
import { dotted, el, link, notice } from "./dom.js";
import { key } from "./keys.js";
import { copying } from "./query.js";
import { questionQuery } from "./service.js";

/** A question with its answer. `asked` holds the question, what was asked before, the day, the snapshot, and whether RAG stands beside. */
export function answered(reply, asked, onAsk) {
  const answer = asked.compare ? reply.rie : reply;
  const parts = asked.compare ? comparisonParts(reply, asked, onAsk) : answerParts(answer, asked, onAsk);
  return turn(asked.question, { class: `turn ${answer.status}` }, ...parts, foot(answer, asked));
}

/** A question that waits for its answer. */
export const waiting = (question) =>
  turn(question, { class: "turn waiting", "aria-busy": "true" }, el("p", { class: "sentence muted" }, "Reading…"));

/** A question that the service could not answer at all; `retry` and `newest` ask again, from the same or the newest snapshot. */
export function failed(asked, error, retry, newest) {
  const again = link("Try again", retry);
  const other = asked.snapshot !== null && error.status === 404 ? link("Ask the newest snapshot", newest) : null;
  return turn(asked.question, { class: "turn failed" }, notice(error.message, other ?? again));
}

function turn(question, properties, ...parts) {
  return el("article", { ...properties, "aria-label": question }, el("h2", { class: "asked", tabindex: "-1", dir: "auto" }, question), ...parts);
}

function foot(answer, asked) {
  const permanent = () => new URL(write(asked), location.href).href;
  const copy = copying("Copy link", permanent, { title: "A link that shows this very answer again" });
  const json = key() ? null : el("a", { href: `/v1/ask?${questionQuery(asked)}`, target: "_blank", rel: "noopener" }, "JSON");
  return el("p", { class: "turn-foot" }, ...dotted(stand(answer)), el("span", { class: "links" }, "\u00a0· ", ...dotted([copy, json])));
}
