/** Texts to measure on: the labelled pages where they are at hand, else pages made from the sample archive's words. */
import { readFileSync } from 'node:fs';
import { hasShared, rowsOf } from '../quality/rows.mjs';

export async function corpus() {
  if (!hasShared()) return madePages(2000, 5000);
  const texts = [];
  // Out of a buffer, so that the strings are flat as decoded ones are.
  for await (const row of rowsOf('wcxb-dev')) texts.push(Buffer.from(row.text).toString());
  return texts;
}

/** Pages of about `size` bytes from a fixed series of words: menu, title, paragraphs, footer. */
export function madePages(count, size) {
  const words = readFileSync(
    new URL('../../fixtures/raw/harbour-gazette/ferry-returns.txt', import.meta.url),
    'utf8',
  ).match(/[A-Za-z]+/g);
  let state = 1;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const sentence = () => {
    const picked = Array.from({ length: 9 + next(14) }, () => words[next(words.length)].toLowerCase());
    return `${picked[0][0].toUpperCase()}${picked[0].slice(1)} ${picked.slice(1).join(' ')}.`;
  };
  return Array.from({ length: count }, (_, page) => {
    const parts = [
      'Home',
      'News',
      'Weather',
      'Contact',
      '',
      `${sentence().slice(0, -1)} ${page}`,
      '',
      `Published: ${1 + next(28)} March 20${10 + next(15)}`,
      '',
    ];
    let length = 0;
    while (length < size) {
      const paragraph = Array.from({ length: 2 + next(4) }, sentence).join(' ');
      parts.push(paragraph, '');
      length += paragraph.length;
    }
    return [...parts, 'No comments:', '', 'Copyright 2019 Made Pages. All rights reserved.'].join('\n');
  });
}
