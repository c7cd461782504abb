// Says how high a frame had best be: pure, pixels in and out.

const [LEAST, MOST, SHARE] = [480, 680, 0.6];

/** Return the height in which an atlas of this width shows map and timeline well. */
export const heightOfAtlas = (width) => Math.round(Math.min(MOST, Math.max(LEAST, width * SHARE)));
