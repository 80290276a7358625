import { el, svg } from "../dom.js";
import { cell, compact, count, grouped, heading, isNumeric, unitOf } from "../format.js";
import { bars } from "./bars.js";
import { periodLabel, periods } from "./periods.js";
import { series } from "./series.js";

const MOST_BARS = 20;
const MOST_GROUPS = 8;
const MOST_PERIODS = 400;
const NARROWEST = 240;

/** The chart of an answer as a figure that follows the room it has; null where none fits. */
export function chart(answer) {
  const drawing = fitting(answer);
  if (!drawing) return null;
  const picture = svg("svg", { class: "chart", role: "img", "aria-label": drawing.told });
  const draw = (width) => {
    const { height, nodes } = drawing.draw(width);
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    picture.replaceChildren(...nodes);
  };
  const caption = drawing.note ? el("figcaption", { class: "muted" }, drawing.note) : null;
  const figure = el("figure", { class: `chart-figure ${drawing.kind}` }, drawing.legend, picture, caption);
  new ResizeObserver(([entry]) => draw(Math.max(NARROWEST, Math.round(entry.contentRect.width)))).observe(figure);
  return figure;
}

function fitting(answer) {
  const shown = answer.columns.filter((column) => !column.name.endsWith("_id"));
  const number = shown.findLast(isNumeric);
  const names = shown.filter((column) => !isNumeric(column) && column.name !== "currency" && column.name !== "unit");
  const rows = number ? answer.rows.filter((row) => typeof row[number.name] === "number") : [];
  if (rows.length < 2 || !names.length || answer.truncated || mixed(rows, shown, number)) return null;
  const time = periods(rows.map((row) => row[names[0].name]));
  return time ? overTime(answer, rows, time, names.slice(1), number) : ranking(rows, names, number);
}

/** Whether the numbers are of several currencies or units, so that their sizes say nothing. */
const mixed = (rows, columns, number) =>
  !number.unit && ["currency", "unit"].some((name) => columns.some((column) => column.name === name) && new Set(rows.map((row) => row[name])).size > 1);

function overTime(answer, rows, time, others, number) {
  const additive = /\.(sum|count)$/.test(answer.template ?? "");
  const found = [null, ...others].map((split) => grouping(rows, time.places, split, number)).find((groups) => groups.every(once));
  const groups = found && additive ? withOther(found) : found;
  if (!groups || groups.length > MOST_GROUPS || Math.max(...time.places) - Math.min(...time.places) > MOST_PERIODS) return null;
  const items = groups.flatMap((group) => group.items.map(({ at, value }) => ({ label: periodLabel(time.grain, at), value })));
  return {
    kind: additive ? "columns" : "line",
    told: spoken(additive ? "Column chart" : "Line chart", items, number),
    legend: groups.length > 1 ? legend(groups) : null,
    draw: (width) => series(groups, { width, unit: number.unit, grain: time.grain, additive }),
  };
}

/** The rows by the name that splits them: [{name, items: [{at, value}]}]. */
function grouping(rows, places, split, number) {
  const groups = new Map();
  rows.forEach((row, index) => {
    const name = split ? cell(row[split.name], split) : "";
    groups.set(name, [...(groups.get(name) ?? []), { at: places[index], value: row[number.name] }]);
  });
  return [...groups].map(([name, items]) => ({ name, items }));
}

/** Whether a group has one value a period. */
const once = ({ items }) => new Set(items.map((item) => item.at)).size === items.length;

/** The largest groups, and what is left as one. */
function withOther(groups) {
  const sum = ({ items }) => items.reduce((total, { value }) => total + value, 0);
  const sorted = groups.toSorted((a, b) => sum(b) - sum(a));
  if (sorted.length <= MOST_GROUPS) return sorted;
  const rest = Map.groupBy(sorted.slice(MOST_GROUPS - 1).flatMap(({ items }) => items), ({ at }) => at);
  return [...sorted.slice(0, MOST_GROUPS - 1), { name: "other", items: [...rest].map(([at, items]) => ({ at, value: sum({ items }) })) }];
}

const legend = (groups) => el("ul", { class: "chart-legend" }, ...groups.map(({ name }, index) => el("li", { class: `c${index % 8}` }, name)));

function ranking(rows, names, number) {
  const labels = told(rows, names);
  if (!labels) return null;
  const items = rows.map((row, index) => ({ label: labels[index], value: row[number.name] }));
  const ranked = isSorted(items, 1) || isSorted(items, -1);
  const shown = items.length <= MOST_BARS ? items : (ranked ? items : items.toSorted((a, b) => b.value - a.value)).slice(0, MOST_BARS);
  const which = ranked ? "first" : "largest";
  return {
    kind: "bars",
    told: spoken("Bar chart", shown, number),
    note: shown.length < items.length ? `The ${which} ${shown.length} of ${grouped(items.length)} rows.` : null,
    draw: (width) => bars(shown, { width, unit: number.unit }),
  };
}

const isSorted = (items, sign) => items.every(({ value }, index) => !index || sign * (value - items[index - 1].value) >= 0);

/** Labels that tell the rows apart: their names, with what else the rows say where names come twice; null where they cannot be told apart. */
function told(rows, [first, ...others]) {
  const names = [first, ...others.toSorted((a, b) => (a.type === "date") - (b.type === "date"))];
  for (let used = 1; used <= Math.min(names.length, 3); used += 1) {
    const labels = rows.map((row) => names.slice(0, used).map((column) => cell(row[column.name], column)).join(" · "));
    if (new Set(labels).size === labels.length) return labels;
  }
  return null;
}

/** A chart in words, for those who do not see it; all numbers stand in the table below it. */
function spoken(kind, items, number) {
  const sorted = items.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const name = [heading(number), unitOf(number)].filter(Boolean).join(" in ");
  const [least, most] = [low, high].map(({ label, value }) => `${compact(value, number.unit)} (${label})`);
  return `${kind}: ${name}, ${count(items.length, "value")}, from ${least} to ${most}. The table has them all.`;
}
