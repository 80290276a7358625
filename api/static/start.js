import { chips } from "./answer.js";
import { byId, el } from "./dom.js";
import { count, sentenceCase } from "./format.js";
import * as service from "./service.js";

/** The newest snapshot's number as it was last told. */
export const newest = { snapshot: null };

/** Tell what the store holds, and offer questions to begin with. */
export async function introduce(onAsk) {
  try {
    const schema = await service.schema();
    newest.snapshot = schema.snapshot;
    byId("holdings").textContent = holdings(schema);
    byId("example-list").replaceChildren(chips(schema.examples ?? [], onAsk));
    byId("examples").hidden = !schema.examples?.length;
    byId("askable").hidden = !schema.examples?.length;
    byId("askable").ontoggle = () => byId("askable").open && explain(onAsk);
  } catch (error) {
    byId("holdings").replaceChildren(...missing(error));
  }
}

function holdings({ tables }) {
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  const facts = tables.filter((table) => table.kind === "fact" && table.rows > 0);
  return [count(rows.document ?? 0, "document"), ...facts.map((table) => count(table.rows, table.name.replaceAll("_", " ")))].join(" · ");
}

const missing = (error) =>
  (error.status === 503 ? [`${error.message} `, el("a", { href: "/?view=documents" }, "Add documents")] : [error.message]);

/** All kinds of questions, by what they are about, each with questions of its kind. */
async function explain(onAsk) {
  const list = byId("askable-list");
  try {
    const { templates } = await service.templates();
    const facts = Map.groupBy(templates.filter((template) => template.examples.length), (template) => template.fact);
    list.replaceChildren(...[...facts].map(([fact, kinds]) => el("section", {}, el("h3", {}, sentenceCase(fact)), ...kinds.map((kind) => kindItem(kind, onAsk)))));
  } catch (error) {
    list.replaceChildren(el("p", { class: "notice" }, error.message));
  }
}

const kindItem = ({ description, examples }, onAsk) => el("div", { class: "kind" }, el("p", { class: "muted" }, description), chips(examples.slice(0, 3), onAsk));
