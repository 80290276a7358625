/** Ask the service for a path. Throws an Error with the service's own words. */
async function get(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: "application/json" }, ...options });
  } catch {
    throw new Error("The service cannot be reached. Is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail || body.title || `The service replied with ${response.status}.`);
  return body;
}

/** The path of a document or fact id; ids may hold any character, slashes included. */
const encoded = (id) => String(id).split("/").map(encodeURIComponent).join("/");

const at = (snapshot) => (snapshot === null || snapshot === undefined ? "" : `?snapshot=${snapshot}`);

export const ask = (question) =>
  get("/v1/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question) });

export const fact = (table, id, snapshot) => get(`/v1/facts/${encoded(table)}/${encoded(id)}${at(snapshot)}`);

export const documentOf = (id, snapshot) => get(`/v1/documents/${encoded(id)}${at(snapshot)}`);

export const schema = () => get("/v1/schema");
