import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import jpeg from 'jpeg-js';
import { createRandom } from './random.mjs';

const WIDTH = 1180;
const TILT_RADIANS = 0.011;
const QUALITY = 52;

let isReady = false;
async function readyRasteriser() {
  if (isReady) return;
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  isReady = true;
}

/** The grey level at a place between pixels; paper beyond the edge is a little dark, as under a lid. */
function sample(pixels, width, height, x, y) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 205;
  const at = (column, row) => pixels[(row * width + column) * 4];
  const [fx, fy] = [x - left, y - top];
  const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
  const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/**
 * A page as an office scanner gives it back: turned a little, unevenly lit, speckled, in grey, as JPEG.
 *
 * @param {string} svg the page
 * @param {number} seed of the noise
 * @returns {Promise<Buffer>} a JPEG 1180 pixels wide
 */
export async function scanPage(svg, seed) {
  await readyRasteriser();
  const image = new Resvg(svg, { background: 'white', fitTo: { mode: 'width', value: WIDTH } }).render();
  const { width, height, pixels } = image;
  const random = createRandom(seed);
  const [sine, cosine] = [Math.sin(TILT_RADIANS), Math.cos(TILT_RADIANS)];
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const grey = sample(
        pixels,
        width,
        height,
        cosine * dx + sine * dy + width / 2,
        cosine * dy - sine * dx + height / 2,
      );
      const light = 246 - 16 * (x / width) ** 2 - 8 * (y / height);
      const speck = random.uniform() > 0.99985 ? -90 : 0;
      const shown = 30 + (grey / 255) * (light - 30) + 2.5 * random.normal() + speck;
      data.fill(Math.min(Math.max(Math.round(shown), 0), 255), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return jpeg.encode({ data, width, height }, QUALITY).data;
}
