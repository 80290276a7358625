import { events, job as read } from "../service.js";

const POLL = 1000;
const ENDED = new Set(["done", "failed"]);

/**
 * Follow a job until it has ended, by its server-sent events, or by asking now and then where they break off.
 * `onChange(job)` is called with each change. Gives the job that has ended.
 */
export async function followed(job, onChange) {
  let last = job;
  onChange(last);
  const change = (next) => { last = next; onChange(next); };
  if (!ENDED.has(last.status)) await listened(last, change).catch(() => {});
  while (!ENDED.has(last.status)) {
    change(await read(last.id));
    if (!ENDED.has(last.status)) await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  return last;
}

async function listened(job, change) {
  for await (const { data } of events(job.links.events)) change(JSON.parse(data));
}
