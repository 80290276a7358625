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

const replyItem = (name) =>
  el("article", { class: "turn", id: name }, el("h2", { class: "route" }, name), fields("Field", ofSchema(root.components.schemas[name])));

/** The schema that a route's successful reply has. */
const replyOf = (route) => [200, 202].map((status) => route.responses?.[status]?.content?.["application/json"]?.schema).find((schema) => schema?.$ref);

/** What a route is sent: the fields of its JSON, the first form of them where there are several, and the content types it takes. */
function bodyParts({ requestBody }) {
  const kinds = Object.keys(requestBody?.content ?? {});
  const schema = requestBody?.content["application/json"]?.schema;
  const sent = kinds.length > 1 ? el("p", { class: "muted" }, `Sent as ${kinds.join(", ")}.`) : null;
  return [fields("Body", ofSchema(schema?.anyOf?.[0] ?? schema)), sent];
}

/** The names of schemas that a schema is made of. */
const within = (schema) => [...JSON.stringify(schema ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);

/** The schemas of all replies, and those that they are made of. */
function replyNames(routes) {
  const names = new Set(routes.flatMap((route) => within(replyOf(route))));
  for (const name of names) within(root.components.schemas[name]).forEach((inner) => names.add(inner));
  return [...names];
}

function routeItem(path, method, route) {
  const parameters = (route.parameters ?? []).map((item) => [item.name, typeOf(item.schema), item.description ?? item.schema?.description ?? ""]);
  const reply = replyOf(route);
  return el("article", { class: "turn" },
    el("h2", { class: "route" }, el("span", { class: "badge answered" }, method.toUpperCase()), " ", el("code", {}, path)),
    el("p", {}, ...prose(`${route.summary}. ${route.description ?? ""}`)),
    fields("Parameter", parameters), ...bodyParts(route),
    reply ? el("p", { class: "muted" }, "Reply: ", el("a", { href: `#${typeOf(reply)}` }, typeOf(reply)), ".") : null);
}

const routes = Object.entries(root.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, route]) => [path, method, route]));
const items = routes.map(([path, method, route]) => routeItem(path, method, route));
const replies = replyNames(routes.map(([, , route]) => route));
byId("routes").replaceChildren(el("h1", {}, "The HTTP interface"), el("p", { class: "lead" }, root.info.description),
  el("p", { class: "muted" }, "Errors are application/problem+json: type, title, status, detail."), ...items, el("h1", {}, "Replies"), ...replies.map(replyItem));
