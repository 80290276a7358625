import { askForKey, key } from "./keys.js";

/** A request that came to nothing, in the service's own words. `status` is 0 when the service was not reached. */
export class Failure extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

const UNREACHED = "The service cannot be reached. See whether it is still running, then try again.";
const PLAIN = /^[\x20-\x7e]*$/;
const NO_HEADER = "A key is made of plain letters and digits. Forget it and enter another.";
const NO_KEY = "This service asks for a key, and none was given. Try again and enter one.";

/**
 * Send a request; asks the reader for a key where the service wants one (unless `quiet`), and tries again with it.
 * Throws a Failure for every reply that is not a success.
 */
async function send(path, { quiet = false, ...options } = {}) {
  for (;;) {
    const used = key();
    const response = await sent(path, options, used);
    if (response.ok) return response;
    if (response.status !== 401 || quiet) throw await failure(response);
    if (key() === used && !(await askForKey())) throw new Failure(NO_KEY, 401);
  }
}

async function sent(path, options, used) {
  const headers = { Accept: "application/json", ...options.headers, ...(used && { "X-API-Key": used }) };
  try {
    return await fetch(path, { ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(used && !PLAIN.test(used) ? NO_HEADER : UNREACHED);
  }
}

async function failure(response) {
  const told = await response.json().catch(() => null);
  return new Failure(told?.detail || told?.title || `The service replied with ${response.status}. Its log says more.`, response.status);
}

const get = async (path, options) => (await send(path, options)).json();

const post = (path, body) => get(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** The path of a document or fact id; ids may hold any character, slashes included. */
const encoded = (id) => String(id).split("/").map(encodeURIComponent).join("/");

const at = (snapshot) => (snapshot === null || snapshot === undefined ? "" : `?snapshot=${snapshot}`);

/** The parameters of a question in an address. */
export function questionQuery({ question, after = [], today = null, snapshot = null }) {
  const query = new URLSearchParams({ question });
  after.forEach((earlier) => query.append("after", earlier));
  if (today) query.set("today", today);
  if (snapshot !== null) query.set("snapshot", snapshot);
  return query;
}

export const ask = (asked) => post("/v1/ask", asked);

/** Both answers: {rie, rag}. */
export const compare = (asked) => post("/v1/compare", asked);

/** Rows of an answer from `offset` on. */
export const rowsOf = (asked, offset) => get(`/v1/ask/rows?${questionQuery(asked)}&offset=${offset}`);

/** Evidence of an answer from `offset` on. */
export const evidenceOf = (asked, offset) => get(`/v1/ask/evidence?${questionQuery(asked)}&offset=${offset}&limit=1000`);

export const fact = (table, id, snapshot) => get(`/v1/facts/${encoded(table)}/${encoded(id)}${at(snapshot)}`);

export const documentOf = (id, snapshot) => get(`/v1/documents/${encoded(id)}${at(snapshot)}`);

export const schema = () => get("/v1/schema");

export const templates = () => get("/v1/templates");

/** Questions that go on from what was typed. Never asks for a key: the reader is typing. */
export const suggestions = async (typed, signal) => (await get(`/v1/suggest?${new URLSearchParams({ q: typed, limit: 8 })}`, { quiet: true, signal })).suggestions;

/** A page of a table: `query` as the service takes it (conditions, order, limit, offset, snapshot). */
export const page = (table, query) => get(`/v1/tables/${encoded(table)}?${new URLSearchParams(query)}`);

/** Add files; gives the job. */
export function upload(files) {
  const form = new FormData();
  for (const { file, name } of files) form.append("file", file, name);
  return get("/v1/documents", { method: "POST", body: form });
}

/** Remove a document; gives the job, which may still run. */
export const remove = (id) => get(`/v1/documents/${encoded(id)}`, { method: "DELETE" });

export const job = (id) => get(`/v1/jobs/${encoded(id)}`);

/** The server-sent events at a path: {event, data}. `EventSource` cannot send a key, so the stream is read here. */
export async function* events(path) {
  const response = await send(path, { headers: { Accept: "text/event-stream" } });
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { done, value } = await pieces.read();
    if (done) return;
    const blocks = (held + value).split(/\r?\n\r?\n/);
    held = blocks.pop();
    yield* blocks.map(eventOf).filter((event) => event.data);
  }
}

function eventOf(block) {
  const fields = block.split(/\r?\n/).map((line) => /^(event|data): ?(.*)$/.exec(line)).filter(Boolean);
  const of = (name) => fields.filter(([, field]) => field === name).map(([, , value]) => value).join("\n");
  return { event: of("event") || "message", data: of("data") };
}
