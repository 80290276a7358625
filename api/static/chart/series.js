import { svg } from "../dom.js";
import { compact } from "../format.js";
import { periodLabel } from "./periods.js";
import { scale } from "./scale.js";

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 26;
const LETTER = 7;
const WIDEST = 72;

/**
 * A number over time. What can be added up (sums, counts) stands as columns, in several colours where each period is
 * split by a name; what cannot is a line, broken where a period has no value.
 *
 * `groups` is [{name, items: [{at, value}]}], `grain` that of the periods.
 */
export function series(groups, { width, unit, grain, additive }) {
  const items = groups.flatMap((group) => group.items);
  const [first, last] = [Math.min(...items.map((item) => item.at)), Math.max(...items.map((item) => item.at))];
  const axis = scale(additive ? heights(items) : items.map((item) => item.value), HEIGHT - BOTTOM, TOP);
  const left = Math.max(...axis.ticks.map((tick) => compact(tick, unit).length)) * LETTER + 13;
  const slot = (width - left) / (last - first + 1);
  const frame = { axis, left, width, slot, unit, grain, x: (at) => left + (at - first + 0.5) * slot };
  const drawn = additive ? columns(groups, frame) : groups.flatMap((group, index) => lineOf(group, index, frame));
  return { height: HEIGHT, nodes: [...axis.ticks.map((tick) => gridLine(tick, frame)), ...drawn, ...labels(first, last, frame)] };
}

/** How high the columns reach, up and down. */
function heights(items) {
  const totals = new Map();
  for (const { at, value } of items) {
    const key = `${at} ${value < 0}`;
    totals.set(key, (totals.get(key) ?? 0) + value);
  }
  return [...totals.values()];
}

function gridLine(tick, { axis, left, width, unit }) {
  const y = axis.at(tick);
  return svg("g", {}, svg("line", { class: tick ? "chart-grid" : "chart-zero", x1: left, x2: width, y1: y, y2: y }),
    svg("text", { class: "chart-tick", x: left - 8, y }, compact(tick, unit)));
}

function columns(groups, frame) {
  const reached = new Map();
  const alone = groups.length === 1;
  return groups.flatMap((group, index) => group.items.map(({ at, value }) => {
    const key = `${at} ${value < 0}`;
    const from = reached.get(key) ?? 0;
    reached.set(key, from + value);
    return column({ at, value, from, name: group.name, colour: alone ? "" : ` c${index % 8}`, alone }, frame);
  }));
}

function column({ at, value, from, name, colour, alone }, { axis, slot, unit, grain, x }) {
  const [begin, end] = [axis.at(from), axis.at(from + value)];
  const thick = Math.max(1, Math.min(WIDEST, slot * 0.72));
  const told = compact(value, unit);
  return svg("g", {},
    svg("title", {}, [periodLabel(grain, at), name, value].filter((part) => part !== "").join(", ")),
    svg("rect", { class: `chart-bar${colour}`, x: x(at) - thick / 2, y: Math.min(begin, end), width: thick, height: Math.max(Math.abs(begin - end), 1) }),
    alone && told.length * LETTER + 6 < slot ? svg("text", { class: "chart-value middle", x: x(at), y: value < 0 ? end + 11 : end - 10 }, told) : null);
}

function lineOf({ name, items }, index, { axis, unit, grain, x }) {
  const colour = name ? ` c${index % 8}` : "";
  const points = items.toSorted((a, b) => a.at - b.at);
  const path = points.map(({ at, value }, i) => `${i && points[i - 1].at === at - 1 ? "L" : "M"}${x(at).toFixed(1)} ${axis.at(value).toFixed(1)}`).join(" ");
  const dots = points.map(({ at, value }) => svg("circle", { class: `chart-dot${colour}`, cx: x(at), cy: axis.at(value), r: points.length > 60 ? 1.5 : 3.5 },
    svg("title", {}, [periodLabel(grain, at), name, compact(value, unit)].filter((part) => part !== "").join(", "))));
  return [svg("path", { class: `chart-line${colour}`, d: path }), ...dots];
}

/** As many labels of periods as there is room for. */
function labels(first, last, { slot, grain, x, width }) {
  const wide = periodLabel(grain, first).length * LETTER + 10;
  const every = Math.max(1, Math.ceil(wide / slot));
  const shown = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
  return shown.filter((at) => x(at) + wide / 2 - 10 <= width + slot).map((at) =>
    svg("text", { class: "chart-tick middle", x: Math.min(x(at), width - wide / 2 + 5), y: HEIGHT - BOTTOM / 2 + 3 }, periodLabel(grain, at)));
}
