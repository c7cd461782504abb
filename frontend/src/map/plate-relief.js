// Lays the theme's ink on the grey map of slopes: 128 is flat, darker is in shade, lighter is lit.

const FLAT = 128;
const STEEPEST = 108;
// Compression leaves a grain of a few steps on flat ground; it stays paper.
const GRAIN = 5;

// What each grey becomes: red, green, blue and opacity, 256 times.
export function inkTable(ink) {
  const table = new Uint8ClampedArray(256 * 4);
  for (let grey = 0; grey < 256; grey += 1) {
    const slope = grey - FLAT;
    const steepness = Math.min(1, Math.max(0, Math.abs(slope) - GRAIN) / (STEEPEST - GRAIN));
    // Gentle slopes take more than their share of ink, so that hills show and crests do not run together.
    const strength = 1 - (1 - steepness) ** 1.7;
    const [colour, share] = slope < 0 ? [ink.shade, ink.shadeShare] : [ink.light, ink.lightShare];
    table.set([...colour, Math.round(255 * share * strength)], grey * 4);
  }
  return table;
}

// A canvas of the picture's size with the ink on transparent ground.
export function inkRelief(picture, ink) {
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const table = new Uint32Array(inkTable(ink).buffer);
  const words = new Uint32Array(pixels.data.buffer);
  for (let index = 0; index < words.length; index += 1) words[index] = table[pixels.data[4 * index]];
  context.putImageData(pixels, 0, 0);
  return canvas;
}

// How much of the relief shows at a zoom: all to 7, then less, as its grain would grow coarse.
export function reliefShare(zoom) {
  return Math.max(0, Math.min(1, (11 - zoom) / 3.6));
}
