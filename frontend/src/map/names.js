// Words the plate: what each place, march and flag is called, in which face and where it may stand.

import { eightBoxes } from "./labels.js";
import { pointAlong } from "./polyline.js";
import { oneLine } from "./sprites.js";

const HALO = 2.6;
const SIZES = { capital: 17, city: 14.5, town: 13, port: 13, village: 12.5 };
const PERSIAN = 0.92;
const NAME_MOST = 30;

const face = (style, size, family) => `${style} ${size}px ${family}`;

/** Return {width, height, lines} of words set one under the other, or beside (`row`). */
function block(words, { row = false, lead = 1 }) {
  if (row) {
    const width = words.reduce((sum, word) => sum + word.width, 0) + 5 * (words.length - 1);
    const height = Math.max(...words.map((word) => word.height));
    return { words, row, width, height };
  }
  const height = words.reduce((sum, word) => sum + word.height * lead, 0);
  return { words, row, lead, width: Math.max(...words.map((word) => word.width)), height };
}

/** Draw a placed block; its lines lean towards the sign they name. */
export function drawBlock(context, { words, row, lead, width, height }, box) {
  if (row) {
    let x = box.x;
    for (const word of words) {
      word.draw(context, x, box.y + height - word.height);
      x += word.width + 5;
    }
    return;
  }
  let y = box.y;
  for (const word of words) {
    const free = width - word.width;
    const x = box.lean === "end" ? box.x + free : box.lean === "middle" ? box.x + free / 2 : box.x;
    word.draw(context, x, y);
    y += word.height * lead;
  }
}

function placeWords(place, ink, sprites, { language, both, bold }) {
  const size = (SIZES[place.kind] ?? 12.5) * ink.unit;
  const weight = bold ? 600 : 400;
  const latin = { text: oneLine(place.name, NAME_MOST), font: face(weight, size, ink.serif), colour: ink.ink };
  const persian = place.fa && {
    text: oneLine(place.fa, NAME_MOST),
    font: face(weight, (language === "fa" ? size : size * PERSIAN * 0.94), ink.naskh),
    colour: language === "fa" ? ink.ink : ink.ink2,
    rtl: true,
  };
  const said = language === "fa" && persian ? [persian] : [latin, both && persian].filter(Boolean);
  const words = said.map((word) => sprites.word({ ...word, halo: ink.halo, haloWidth: HALO * ink.unit }));
  return block(words, { row: place.kind === "capital" && words.length > 1, lead: words.length > 1 ? 0.98 : 1 });
}

/** Return the labels of places: {id, kind, importance, block, boxes, target}. */
export function placeLabels(signs, view, ink, sprites, options) {
  return signs
    .filter((sign) => sign.place && !sign.cluster && sign.place.name)
    .map((sign) => {
      const set = placeWords(sign.place, ink, sprites, { ...options, bold: sign.selected });
      const gap = sign.radius + 4 * ink.unit;
      return {
        id: `place:${sign.place.id}`,
        importance: sign.weight,
        block: set,
        // The capital is named even where signs crowd about it; a lesser name far off would mislead.
        boxes: (sign.place.kind === "capital" ? [gap, gap + 9 * ink.unit] : [gap]).flatMap((reach) => eightBoxes({ x: sign.x, y: sign.y, gap: reach, width: set.width, height: set.height })),
        target: { kind: "place", slug: sign.place.id },
      };
    });
}

/** Return the words of a march: its force in italic in the side's colour, under it what is told of its strength. */
export function marchWords(movement, route, side, ink, sprites, { language, t, possibly }) {
  const [mover] = movement.movers;
  const fa = language === "fa" && movement.fa;
  const name = oneLine(fa || mover?.name || movement.title, 34);
  const open = route.openEnd ? t("map.name-end-not-given", { name }) : name;
  const titled = route.made ? open : t("map.name-status", { name, status: t(`status.${statusOf(movement, route)}`) });
  const size = 14 * ink.unit;
  const weight = "italic 600";
  const halo = { halo: ink.halo, haloWidth: HALO * ink.unit };
  const title = sprites.word({ text: titled, font: fa ? face("600", size, ink.naskh) : face(weight, size, ink.serif), colour: side.text, rtl: Boolean(fa), ...halo });
  const under = possibly ? t("map.possibly-here") : strengthWords(movement, route, mover, t);
  const second = under && sprites.word({ text: shortened(under, 27), font: face("400", 12 * ink.unit, ink.sans), colour: ink.ink2, ...halo });
  return block([title, second].filter(Boolean), { lead: 1 });
}

const statusOf = (movement, route) => (movement.status === "happened" ? route.leg.status : movement.status);

function strengthWords(movement, route, mover, t) {
  if (!route.made) return "";
  const told = route.leg.strength ?? movement.legs.find((leg) => leg.strength)?.strength;
  // Of a traveller nobody asks how many he was.
  if (!told) return mover?.type === "force" ? t("map.strength-not-given") : "";
  return told.printed || [told.low, told.high].filter((one) => one !== null).map(String).filter((one, i, all) => all.indexOf(one) === i).join("–");
}

// Of a number told in parts the first is said; the panel holds them all.
function shortened(words, most) {
  const [first, ...rest] = oneLine(words, 200).split(" … ");
  return rest.length && [...words].length > most ? oneLine(`${first} …`, most) : oneLine(words, most);
}

// Beside the way, at some parts of its length, on either hand.
function besideWay(arrow, set, gap) {
  return [0.5, 0.36, 0.64, 0.22, 0.78, 0.1, 0.9].flatMap((part) => {
    const { x, y } = pointAlong(arrow.line, arrow.along, arrow.total * part);
    return eightBoxes({ x, y, gap, width: set.width, height: set.height });
  });
}

// Beside the token itself: there it may say that the force only possibly stands here.
function besideToken(token, way, ink, sprites, words) {
  const possibly = token.hollow && token.kind !== "trace";
  const set = marchWords(token.movement, way.route, way.side, ink, sprites, { ...words, possibly });
  const near = token.radius + 5 * ink.unit;
  const boxes = [near, near + 11 * ink.unit].flatMap((gap) => eightBoxes({ x: token.x, y: token.y, gap, width: set.width, height: set.height }));
  return boxes.map((box) => ({ ...box, block: set }));
}

/** Return one label a march: beside its token where it has one on the day, else beside the longest of its shown ways. */
export function marchLabels(ways, tokens, ink, sprites, { language, t, chosen, zoom }) {
  const marches = new Map();
  for (const way of ways) {
    const { movement } = way.route;
    if (way.arrow.total < 16 * ink.unit) continue;
    const best = marches.get(movement.id);
    if (!best || way.arrow.total > best.arrow.total) marches.set(movement.id, way);
  }
  return [...marches.values()].map((way) => {
    const { movement } = way.route;
    const token = tokens.find((one) => one.movement === movement);
    const set = marchWords(movement, way.route, way.side, ink, sprites, { language, t });
    const gap = way.style.width / 2 + 6 * ink.unit;
    const at = token ? besideToken(token, way, ink, sprites, { language, t }) : [];
    const selected = chosen?.kind === "movement" && chosen.slug === movement.id;
    return {
      id: `movement:${movement.id}`,
      importance: 14 + movement.importance * 7 + (token ? 25 : 0) + (selected ? 200 : 0) + zoom,
      block: set,
      boxes: [...at, ...besideWay(way.arrow, set, gap)],
      target: { kind: "movement", slug: movement.id },
    };
  });
}

/** Return the labels of flags at the edge of the view: the place an arrow goes to, or comes from. */
export function flagLabels(ways, view, ink, sprites, { language, t }) {
  const seen = new Set();
  return ways.flatMap((way) =>
    way.flags.flatMap((flag) => {
      const id = `flag:${flag.towards ? "to" : "from"}:${flag.place.id}`;
      if (seen.has(id)) return [];
      seen.add(id);
      const name = oneLine(language === "fa" && flag.place.fa ? flag.place.fa : flag.place.name, NAME_MOST);
      const word = sprites.word({
        text: t(flag.towards ? "map.to" : "map.from", { place: name }),
        font: face("600", 12 * ink.unit, ink.sans),
        colour: way.side.text,
        halo: ink.halo,
        haloWidth: HALO * ink.unit,
      });
      const set = block([word], {});
      return [
        {
          id,
          importance: 90,
          block: set,
          flag: { ...flag, side: way.side },
          boxes: eightBoxes({ x: flag.x, y: flag.y, gap: 8 * ink.unit, width: set.width, height: set.height }),
          target: { kind: "movement", slug: way.route.movement.id },
        },
      ];
    }),
  );
}

/** Return the labels of what stands elsewhere or on another day by a dissenting claim. */
export function ghostLabels(copies, ink, sprites) {
  return copies.map(({ id, x, y, radius, text, target }) => {
    const word = sprites.word({
      text,
      font: face("italic 500", 13 * ink.unit, ink.serif),
      colour: ink.dispute,
      halo: ink.halo,
      haloWidth: HALO * ink.unit,
    });
    const set = block([word], {});
    return {
      id,
      importance: 70,
      block: set,
      boxes: [3, 16].flatMap((away) => eightBoxes({ x, y, gap: radius + away * ink.unit, width: set.width, height: set.height })),
      target,
    };
  });
}
