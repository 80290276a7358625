const NUMERIC = new Set(["integer", "decimal", "number", "percent"]);
const ACRONYMS = new Set(["ipo", "eps", "ebitda", "ffo", "gaap", "cik", "id", "url"]);
const CODED = /(^|_)(type|kind|status|metric|basis|role|action|accounting|unit)$/;
const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** Whether the values of a column are numbers that can be compared; a year is a name, not a size. */
export const isNumeric = (column) => NUMERIC.has(column.type) && !isYear(column);

const isYear = (column) => /(^|_)(year|quarter|month)$/.test(column.name);

/** `announced_on` -> "Announced on"; the unit of a column is shown apart from its name. */
export function heading(column) {
  const bare = column.unit ? column.name.replace(new RegExp(`_${column.unit}$`, "i"), "") : column.name;
  return sentenceCase(bare);
}

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
  const digits = decimals ?? decimalsOf([value]);
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }) + (column.unit === "percent" ? "%" : "");
}

/** How many decimals the numbers of a column need to be shown alike, at most four. */
export function decimalsOf(values) {
  const parts = values.filter((value) => typeof value === "number" && !Number.isInteger(value)).map((value) => String(value).split(".")[1] ?? "");
  return parts.length ? Math.min(4, Math.max(2, ...parts.map((part) => part.length))) : 0;
}

/** A number in little room: "3.4M", "$3.4M", "51%". */
export function compact(value, unit) {
  if (!/^[A-Z]{3}$/.test(unit ?? "")) return COMPACT.format(value) + (unit === "percent" ? "%" : "");
  return new Intl.NumberFormat("en-US", { style: "currency", currency: unit, notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** "1 fact", "3 facts". */
export const count = (number, one, many = `${one}s`) => `${GROUPED.format(number)} ${number === 1 ? one : many}`;

const MONTHS = ["January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"];

/** A date as precise as it is known: "11 March 2014", "March 2014", "2014". */
export function date(value, precision = "day") {
  const [year, month, day] = String(value ?? "").split("-");
  if (!year) return "";
  if (precision === "quarter" && month) return `Q${Math.ceil(month / 3)} ${year}`;
  if (precision === "year" || !month) return year;
  if (precision === "month" || !day) return `${MONTHS[month - 1]} ${year}`;
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}
