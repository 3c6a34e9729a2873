// Draws the pictures of the seeded article into seeds: `node scripts/draw-seed-pictures.mjs`.
// They are drawings of this project and stand for the photographs that the page's captions tell of.
import { join } from 'node:path';
import sharp from 'sharp';

const width = 1600;
const height = 1067;
const horizon = 640;

/** Numbers from 0 to 1, the same in each run. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const repeat = (count, draw) => Array.from({ length: count }, (_, index) => draw(index)).join('');

const gradient = (id, stops, direction = 'x1="0" y1="0" x2="0" y2="1"') =>
  `<linearGradient id="${id}" ${direction}>${stops
    .map(
      ([at, colour, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')}</linearGradient>`;

const glow = (id, colour, opacity) =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/>
   <stop offset="0.4" stop-color="${colour}" stop-opacity="${opacity * 0.35}"/>
   <stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;

/** An eight-pointed star of two squares, as tiles of the region have it. */
const star = (x, y, side) =>
  [0, 45]
    .map(
      (turn) =>
        `<rect x="${x - side / 2}" y="${y - side / 2}" width="${side}" height="${side}" transform="rotate(${turn} ${x} ${y})"/>`,
    )
    .join('');

const tiles = (colour, opacity) =>
  `<pattern id="tiles" width="120" height="120" patternUnits="userSpaceOnUse">
   <g fill="none" stroke="${colour}" stroke-width="1.4" stroke-opacity="${opacity}">
   ${star(60, 60, 62)}${star(0, 0, 30)}${star(120, 0, 30)}${star(0, 120, 30)}${star(120, 120, 30)}
   <path d="M60 16V0M60 104v16M16 60H0M104 60h16"/></g></pattern>`;

/** The grain of printed paper, so that no gradient shows bands. */
const grain = `<filter id="grain" x="0" y="0" width="100%" height="100%">
  <feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="7"/>
  <feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0.5 0 0 0 -0.17"/></filter>`;

const soft = (id, deviation) =>
  `<filter id="${id}" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

function minaret(x, base, tall, wide) {
  const top = base - tall;
  return `<rect x="${x - wide / 2}" y="${top}" width="${wide}" height="${tall}"/>
    <rect x="${x - wide * 0.85}" y="${base - tall * 0.45}" width="${wide * 1.7}" height="${wide * 0.4}"/>
    <rect x="${x - wide * 0.8}" y="${base - tall * 0.78}" width="${wide * 1.6}" height="${wide * 0.36}"/>
    <path d="M${x - wide / 2} ${top}q${wide / 2} ${-wide * 0.5} ${wide / 2} ${-wide * 2.1}q0 ${wide * 1.6} ${wide / 2} ${wide * 2.1}z"/>`;
}

function dome(x, base, radius) {
  const drum = radius * 0.5;
  return `<rect x="${x - radius}" y="${base - drum}" width="${radius * 2}" height="${drum}"/>
    <path d="M${x - radius} ${base - drum}c0 ${-radius * 0.9} ${radius * 0.75} ${-radius * 1.05} ${radius} ${-radius * 1.5}
      c${radius * 0.25} ${radius * 0.45} ${radius} ${radius * 0.6} ${radius} ${radius * 1.5}z"/>
    <rect x="${x - 1.5}" y="${base - drum - radius * 1.5 - 22}" width="3" height="26"/>`;
}

function palm(x, base, tall) {
  const top = base - tall;
  const leaves = [-150, -115, -80, -40, -10, 20].map((turn, index) => {
    const length = tall * (0.42 + 0.05 * (index % 2));
    return `<path d="M0 0q${length * 0.5} ${-length * 0.28} ${length} ${length * 0.1}q${-length * 0.5} ${-length * 0.14} ${-length} ${-length * 0.1}z" transform="translate(${x + 6} ${top}) rotate(${turn})"/>`;
  });
  return `<path d="M${x - 5} ${base}q4 ${-tall * 0.6} 8 ${-tall}h6q-1 ${tall * 0.5} 0 ${tall}z"/>${leaves.join('')}`;
}

/** A row of houses along a line, from left to right. */
function houses(random, { from, to, base, low, high }) {
  let path = `M${from} ${base}`;
  for (let x = from; x < to;) {
    const step = 26 + random() * 58;
    const y = base - low - random() * (high - low);
    path += `L${x.toFixed(0)} ${y.toFixed(0)}L${Math.min(x + step, to).toFixed(0)} ${y.toFixed(0)}`;
    x += step;
  }
  return `<path d="${path}L${to} ${base}Z"/>`;
}

const felucca = (x, y, scale) => `<g transform="translate(${x} ${y}) scale(${scale})">
  <path d="M-4 -4Q10 -100 64 -178Q58 -84 40 -4Z" fill="#fdf0dc" fill-opacity="0.92"/>
  <path d="M-70 0h150q-22 24 -60 26h-44q-34 -4 -46 -26z" fill="#1d1a33"/>
  <path d="M-4 -4Q10 70 52 130Q50 60 40 20Z" fill="#fdf0dc" fill-opacity="0.14"/></g>`;

/** A river at nightfall that a bridge of many arches crosses. */
function drawCairo() {
  const random = createRandom(11);
  const arch = 160;
  const bridgeTop = 676;
  return `<defs>
    ${gradient('sky', [
      [0, '#1c2350'],
      [0.38, '#53467d'],
      [0.66, '#c5727c'],
      [0.86, '#f2a86f'],
      [1, '#fbd08c'],
    ])}
    ${gradient('water', [
      [0, '#e79a6f'],
      [0.18, '#a3687f'],
      [0.55, '#45396b'],
      [1, '#171b3d'],
    ])}
    ${gradient('bridge', [
      [0, '#3a3158'],
      [1, '#231f42'],
    ])}
    ${gradient('fade', [
      [0, '#fff', 1],
      [0.85, '#fff', 0],
    ])}
    ${glow('sun', '#ffe6b0', 0.95)}${tiles('#ffe9cf', 0.3)}${grain}${soft('haze', 5)}
    <mask id="above"><rect width="${width}" height="${horizon}" fill="url(#fade)"/></mask></defs>
  <rect width="${width}" height="${horizon + 10}" fill="url(#sky)"/>
  <rect width="${width}" height="${horizon}" fill="url(#tiles)" mask="url(#above)"/>
  <circle cx="1010" cy="560" r="430" fill="url(#sun)"/>
  <circle cx="1010" cy="560" r="66" fill="#fff0c8"/>
  <g fill="#a4627c" fill-opacity="0.75" filter="url(#haze)">
    <path d="M40 ${horizon}L235 455L430 ${horizon}ZM330 ${horizon}L470 508L610 ${horizon}ZM545 ${horizon}L625 560L705 ${horizon}Z"/></g>
  <g fill="#75496f">${houses(random, { from: 0, to: width, base: horizon + 4, low: 14, high: 62 })}</g>
  <g fill="#4b3562">${houses(random, { from: 620, to: width, base: horizon + 6, low: 18, high: 74 })}
    <rect x="1180" y="588" width="240" height="54"/>${dome(1300, 590, 62)}${dome(1214, 600, 34)}${dome(1386, 600, 34)}
    ${minaret(1172, 640, 250, 19)}${minaret(1428, 640, 250, 19)}${minaret(800, 640, 176, 15)}${dome(742, 604, 36)}</g>
  <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#water)"/>
  <g fill="#ffe2ac">${repeat(46, (index) => {
    const y = horizon + 14 + index * 9;
    const long = 40 + random() * (70 + index * 4);
    const x = 1010 + (random() - 0.5) * (80 + index * 6) - long / 2;
    return `<rect x="${x.toFixed(0)}" y="${y}" width="${long.toFixed(0)}" height="${(2 + index * 0.07).toFixed(1)}" rx="2" fill-opacity="${(0.6 - index * 0.011).toFixed(2)}"/>`;
  })}</g>
  <g fill="#141736" fill-opacity="0.28">${repeat(60, (index) => {
    const y = horizon + 90 + index * 5.6;
    return `<rect x="${(random() * width - 120).toFixed(0)}" y="${y.toFixed(0)}" width="${(140 + random() * 260).toFixed(0)}" height="2.4" rx="1"/>`;
  })}</g>
  <path d="M0 ${bridgeTop}H${width}V${bridgeTop + 128}${repeat(10, (index) => {
    const right = width - index * arch;
    return `H${right - 16}V${bridgeTop + 106}A${arch / 2 - 16} ${arch / 2 - 12} 0 0 0 ${right - arch + 16} ${bridgeTop + 106}V${bridgeTop + 128}`;
  })}H0Z" fill="url(#bridge)"/>
  <rect y="${bridgeTop - 12}" width="${width}" height="6" fill="#2b2549"/>
  ${repeat(41, (index) => `<rect x="${index * 40 - 2}" y="${bridgeTop - 12}" width="4" height="14" fill="#2b2549"/>`)}
  ${repeat(10, (index) => {
    const x = 80 + index * arch;
    return `<rect x="${x - 2}" y="${bridgeTop - 66}" width="4" height="60" fill="#2b2549"/>
      <circle cx="${x}" cy="${bridgeTop - 70}" r="26" fill="url(#sun)" fill-opacity="0.8"/>
      <circle cx="${x}" cy="${bridgeTop - 70}" r="4.5" fill="#fff3d2"/>`;
  })}
  ${felucca(402, 912, 1.15)}${felucca(610, 856, 0.72)}
  <g fill="#10122c">${palm(1460, 1080, 330)}${palm(1560, 1090, 250)}
    <path d="M1180 ${height}q160 -62 420 -54v54z"/></g>
  <rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.4"/>`;
}

/** An empty road at first light, on which a row of lamps comes near. */
function drawHandover() {
  const random = createRandom(29);
  const centre = 860;
  const depth = height - horizon;
  const lamps = [0.016, 0.04, 0.075, 0.125, 0.2, 0.31, 0.47];
  return `<defs>
    ${gradient('sky', [
      [0, '#0f1c33'],
      [0.45, '#2b4766'],
      [0.76, '#7f96a3'],
      [0.93, '#e6cfa9'],
      [1, '#f8e6c0'],
    ])}
    ${gradient('ground', [
      [0, '#8d8f8d'],
      [0.14, '#4c5964'],
      [1, '#121c2a'],
    ])}
    ${gradient('road', [
      [0, '#efdcb6'],
      [0.16, '#93958f'],
      [0.5, '#44525f'],
      [1, '#1c2836'],
    ])}
    ${gradient('fade', [
      [0, '#fff', 1],
      [0.8, '#fff', 0],
    ])}
    ${glow('dawn', '#fff1d0', 0.9)}${glow('lamp', '#fff6df', 1)}${tiles('#cfe0ea', 0.22)}${grain}${soft('haze', 3.2)}${soft('mist', 16)}
    <mask id="above"><rect width="${width}" height="${horizon}" fill="url(#fade)"/></mask></defs>
  <rect width="${width}" height="${horizon + 2}" fill="url(#sky)"/>
  <rect width="${width}" height="${horizon}" fill="url(#tiles)" mask="url(#above)"/>
  <ellipse cx="${centre}" cy="${horizon}" rx="760" ry="330" fill="url(#dawn)"/>
  <g fill="#6f8491" fill-opacity="0.75" filter="url(#haze)">
    ${houses(random, { from: 0, to: 800, base: horizon + 4, low: 16, high: 96 })}
    ${houses(random, { from: 925, to: width, base: horizon + 4, low: 16, high: 84 })}</g>
  <g fill="#3a5063">
    ${houses(random, { from: 0, to: 640, base: horizon + 22, low: 40, high: 176 })}
    ${houses(random, { from: 1120, to: width, base: horizon + 22, low: 40, high: 150 })}
    ${minaret(1240, horizon + 10, 240, 15)}${dome(1322, horizon - 34, 42)}</g>
  <g fill="#1c2c3d">
    ${houses(random, { from: 0, to: 352, base: horizon + 60, low: 120, high: 300 })}
    ${houses(random, { from: 1390, to: width, base: horizon + 60, low: 110, high: 250 })}</g>
  <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#ground)"/>
  <g fill="#1c2c3d"><path d="M0 ${horizon - 2}H352V${horizon + 12}L0 ${horizon + 70}ZM${width} ${horizon - 2}H1390V${horizon + 12}L${width} ${horizon + 66}Z"/></g>
  <path d="M${centre - 10} ${horizon}h20L1490 ${height}H130Z" fill="url(#road)"/>
  ${repeat(9, (index) => {
    const [far, near] = [index + 0.55, index + 1].map((at) => (at / 9) ** 2.6);
    const [top, bottom] = [far, near].map((share) => horizon + share * depth);
    const [topAt, bottomAt] = [far, near].map((share) => centre - share * 50);
    const [topHalf, bottomHalf] = [far, near].map((share) => 0.6 + share * 11);
    return `<path d="M${topAt - topHalf} ${top}h${topHalf * 2}L${bottomAt + bottomHalf} ${bottom}h${-bottomHalf * 2}Z" fill="#f4ead2" fill-opacity="0.34"/>`;
  })}
  <ellipse cx="${centre}" cy="${horizon + 4}" rx="700" ry="30" fill="#f8e6c0" fill-opacity="0.55" filter="url(#mist)"/>
  ${lamps
    .map((near) => {
      const [x, y] = [centre - 4 - near * 330, horizon - 3 + near * depth * 0.9];
      const [size, apart] = [2.2 + near * 30, 4 + near * 92];
      return [-0.5, 0.5]
        .map((side) => {
          const at = x + side * apart;
          return `<ellipse cx="${at - near * 12}" cy="${y + size * 7}" rx="${size * 2}" ry="${size * 8}" fill="url(#lamp)" fill-opacity="0.5"/>
          <circle cx="${at}" cy="${y}" r="${size * 4.4}" fill="url(#lamp)"/><circle cx="${at}" cy="${y}" r="${size * 0.4}" fill="#fffaf0"/>`;
        })
        .join('');
    })
    .join('')}
  <g fill="none" stroke="#d9e2e6" stroke-width="4" stroke-linecap="round" stroke-opacity="0.75">
    <path d="M1010 300q22 -18 40 4q20 -22 42 -2"/><path d="M1120 352q14 -12 26 2q12 -14 27 -2"/><path d="M1086 262q11 -9 20 2q10 -11 21 -2"/></g>
  <rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.4"/>`;
}

/** What each file says of itself. Source: IPTC Photo Metadata Standard. */
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
  <rdf:Description rdf:about="" xmpRights:WebStatement="https://creativecommons.org/publicdomain/zero/1.0/"
    Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia">
    <dc:creator><rdf:Seq><rdf:li>Maqal</rdf:li></rdf:Seq></dc:creator>
    <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC0 1.0</rdf:li></rdf:Alt></dc:rights>
  </rdf:Description></rdf:RDF></x:xmpmeta>`;

const pictures = { 'cairo.jpg': drawCairo(), 'handover.jpg': drawHandover() };

for (const [name, drawing] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;
  await sharp(Buffer.from(svg))
    .flatten({ background: '#000' })
    .jpeg({ quality: 78, mozjpeg: true })
    .withXmp(xmp)
    .toFile(join(import.meta.dirname, '..', 'seeds', name));
}
