import { byId, el } from "./dom.js";

const root = await (await fetch("/openapi.json")).json();

/** The schema that a reference stands for. */
const resolved = (schema) => (schema?.$ref ? root.components.schemas[schema.$ref.split("/").at(-1)] : schema ?? {});

/** The type of a value in few words. */
function typeOf(schema) {
  if (schema?.$ref) return schema.$ref.split("/").at(-1);
  if (schema?.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema?.type === "array") return `list of ${typeOf(schema.items)}`;
  return schema?.format ?? schema?.type ?? "any";
}

function fields(title, rows) {
  if (!rows.length) return null;
  const bare = rows.every(([, , meaning]) => !meaning);
  const head = el("tr", {}, el("th", {}, title), el("th", {}, "Type"), bare ? null : el("th", {}, "Meaning"));
  return el("div", { class: "table-frame" }, el("table", {}, el("thead", {}, head),
    el("tbody", {}, ...rows.map(([name, type, meaning]) => el("tr", {}, el("td", {}, el("code", {}, name)), el("td", {}, type), bare ? null : el("td", {}, meaning))))));
}

const ofSchema = (schema) =>
  Object.entries(resolved(schema).properties ?? {}).map(([name, value]) => [name, typeOf(value), value.description ?? ""]);

/** A sentence in which `code` stands between backticks. */
const prose = (text) => text.split("`").map((piece, index) => (index % 2 ? el("code", {}, piece) : piece));

function replyItem(name) {
  const fieldsOf = ofSchema(root.components.schemas[name]);
  return el("article", { class: "turn", id: name }, el("h2", { class: "route" }, name), fields("Field", fieldsOf));
}

function routeItem(path, method, route) {
  const parameters = (route.parameters ?? []).map((item) => [item.name, typeOf(item.schema), item.description ?? item.schema?.description ?? ""]);
  const body = route.requestBody?.content?.["application/json"]?.schema;
  const reply = route.responses?.[200]?.content?.["application/json"]?.schema;
  return el("article", { class: "turn" },
    el("h2", { class: "route" }, el("span", { class: "badge answered" }, method.toUpperCase()), " ", el("code", {}, path)),
    el("p", {}, ...prose(`${route.summary}. ${route.description ?? ""}`)),
    fields("Parameter", parameters), fields("Body", ofSchema(body)),
    reply?.$ref ? el("p", { class: "muted" }, "The reply is an ", el("a", { href: `#${typeOf(reply)}` }, typeOf(reply)), ".") : null);
}

const replies = ["Answer"].filter((name) => root.components.schemas[name]);
const items = Object.entries(root.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, route]) => routeItem(path, method, route)));
byId("routes").replaceChildren(el("h1", {}, "The HTTP interface"), el("p", { class: "lead" }, root.info.description),
  el("p", { class: "muted" }, "Errors are application/problem+json: type, title, status, detail."), ...items, ...replies.map(replyItem));
