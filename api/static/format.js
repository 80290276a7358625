const NUMERIC = new Set(["integer", "decimal", "number", "percent"]);
const ACRONYMS = new Set(["ipo", "eps", "ebitda", "ffo", "gaap", "cik", "id", "url", "usd"]);
const CODED = /(^|_)(type|kind|status|metric|basis|role|action|accounting|unit)$/;
const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const SUM = /(^|_)(amount|price|value|valuation|total|share)(_|$)/;
const CURRENCY = /^[A-Z]{3}$/;

/** Whether the values of a column are numbers that can be compared; a year is a name, not a size. */
export const isNumeric = (column) => NUMERIC.has(column.type) && !isYear(column);

const isYear = (column) => /(^|_)(year|quarter|month)$/.test(column.name);

/** `announced_on` -> "Announced on"; the unit of a column is shown apart from its name. */
export function heading(column) {
  const bare = column.unit ? column.name.replace(new RegExp(`_${escaped(column.unit)}$`, "i"), "") : column.name;
  return sentenceCase(bare);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The unit of a column as a heading shows it: "USD", "%". */
export const unitOf = ({ unit }) => (unit === "percent" ? "%" : (unit ?? "").replaceAll("_", " "));

/** `series_a` -> "Series A"; for names of columns, tables, roles and labels. */
export function sentenceCase(name) {
  const words = worded(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `series_a` -> "series A", `ipo` -> "IPO". */
const worded = (name) =>
  String(name).trim().split(/[_ ]/).map((word, index) => (ACRONYMS.has(word) || (index && word.length === 1) ? word.toUpperCase() : word)).join(" ");

/** A sum with its currency: "$5,000,000", "€900,000". */
export function money(value, currency) {
  try {
    return new Intl.NumberFormat("en-US", { style: "currency", currency, minimumFractionDigits: 0 }).format(value);
  } catch {
    return `${GROUPED.format(value)} ${currency}`;
  }
}

/** A cell as it is shown in a table; numbers have so many decimals. */
export function cell(value, column, decimals = null) {
  if (value === null || value === undefined) return "—";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return CODED.test(column.name ?? "") ? worded(value).replace(/^series /, "Series ") : String(value);
  if (isYear(column)) return String(value);
  const digits = decimals ?? decimalsOf([value], column);
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }) + (column.unit === "percent" ? "%" : "");
}

/** How many decimals the numbers of a column need to be shown alike: at most four, and of money both. */
export function decimalsOf(values, { name = "", unit = "" }) {
  const parts = values.filter((value) => typeof value === "number" && !Number.isInteger(value)).map((value) => String(value).split(".")[1] ?? "");
  const least = CURRENCY.test(unit ?? "") || SUM.test(name) ? 2 : 0;
  return parts.length ? Math.min(4, Math.max(least, ...parts.map((part) => part.length))) : 0;
}

/** A number in little room: "3.4M", "$3.4M", "51%". */
export function compact(value, unit) {
  if (!CURRENCY.test(unit ?? "")) return COMPACT.format(value) + (unit === "percent" ? "%" : "");
  return new Intl.NumberFormat("en-US", { style: "currency", currency: unit, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(value);
}

/** A whole number with its thousands apart: "12,345". */
export const grouped = (number) => GROUPED.format(number);

/** "1 fact", "3 facts". */
export const count = (number, one, many = `${one}s`) => `${GROUPED.format(number)} ${number === 1 ? one : many}`;

/** "820 B", "1.2 MB". */
export function size(bytes) {
  const unit = ["B", "kB", "MB", "GB"].findLastIndex((_, index) => bytes >= 1000 ** index);
  return unit < 1 ? `${bytes} B` : `${(bytes / 1000 ** unit).toFixed(1)} ${["B", "kB", "MB", "GB"][unit]}`;
}

const MONTHS = ["January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"];

/** The name of a month, 1 to 12. */
export const monthName = (month) => MONTHS[month - 1];

/** A date as precise as it is known: "11 March 2014", "March 2014", "2014"; what is no date is shown as it is. */
export function date(value, precision = "day") {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:$|T| )/.exec(value ?? "") ?? [];
  if (!year) return String(value ?? "");
  if (precision === "quarter" && month) return `Q${Math.ceil(month / 3)} ${year}`;
  if (precision === "year" || !month) return year;
  if (precision === "month" || !day) return `${MONTHS[month - 1]} ${year}`;
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}

/** A moment in the reader's own time: "1 Feb 2024, 13:00"; the service tells UTC. */
export function moment(value) {
  const text = String(value ?? "");
  const at = new Date(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? text : at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
