import { questionQuery } from "./service.js";

const MAX_AFTER = 20;

/** What an address shows: {view, question, after, today, snapshot, compare}. */
export function read(search) {
  const query = new URLSearchParams(search);
  const snapshot = query.get("snapshot") ?? "";
  return {
    view: query.get("view") === "documents" ? "documents" : "ask",
    question: query.get("question"),
    after: query.getAll("after"),
    today: query.get("today"),
    snapshot: /^\d{1,9}$/.test(snapshot) ? Number(snapshot) : null,
    compare: query.get("compare") === "rag",
  };
}

/** The address that shows a question again; with `today` and `snapshot` its answer stays the same for ever. */
export function write({ compare, ...asked }) {
  const query = questionQuery(asked);
  if (compare) query.set("compare", "rag");
  return `/?${query}`;
}

/** The earlier questions that count: the service takes the last twenty. */
export const recent = (questions) => questions.slice(-MAX_AFTER);
