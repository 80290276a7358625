const MOST_FILES = 500;
const MOST_BYTES = 30_000_000;

/** What is added with a file list: {file, name}; a file of a folder is named by its path. */
export const picked = (files) => visible([...files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));

/** The files that were dropped, those in dropped folders included. */
export async function dropped(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return picked(transfer.files);
  return visible((await Promise.all(entries.map((entry) => within(entry)))).flat());
}

async function within(entry, folder = "") {
  const name = folder + entry.name;
  if (entry.isFile) return [{ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), name }];
  const inside = await children(entry.createReader());
  return (await Promise.all(inside.map((child) => within(child, `${name}/`)))).flat();
}

/** A folder is told in pieces, the last of which is empty. */
async function children(reader) {
  const piece = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  return piece.length ? [...piece, ...(await children(reader))] : [];
}

/** Hidden files (.DS_Store) are no documents. */
const visible = (files) => files.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));

/** Files in as many requests as their number and size need; those that are too large for any stand apart: {batches, tooLarge}. */
export function batched(files) {
  const fitting = files.filter(({ file }) => file.size <= MOST_BYTES);
  const batches = [];
  let bytes = 0;
  for (const item of fitting) {
    bytes += item.file.size;
    if (!batches.length || bytes > MOST_BYTES || batches.at(-1).length >= MOST_FILES) {
      batches.push([]);
      bytes = item.file.size;
    }
    batches.at(-1).push(item);
  }
  return { batches, tooLarge: files.filter(({ file }) => file.size > MOST_BYTES) };
}
