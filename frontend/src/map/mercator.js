// Web Mercator in parts of the world: x from 0 in the west to 1 in the east, y from 0 in the north to 1.

const LIMIT = 85.05112877980659;
const EARTH_KM = 6371.0088;
export const TILE = 256;

/** Return [x, y] in parts of the world for degrees. */
export function toWorld(lat, lon) {
  const held = Math.max(-LIMIT, Math.min(LIMIT, lat));
  const sine = Math.sin((held * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Return [lat, lon] in degrees for parts of the world. */
export function fromWorld(x, y) {
  return [(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, (x - 0.5) * 360];
}

/** Return how many parts of the world a kilometre takes at a height of the map. */
export function worldPerKm(y) {
  const [lat] = fromWorld(0, y);
  return 1 / (2 * Math.PI * EARTH_KM * Math.cos((lat * Math.PI) / 180));
}
