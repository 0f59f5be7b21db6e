/**
 * What each sign of a line adds to its being the title, in twentieths of a nat, by its grade. Learned by conditional
 * logit (which of the page's lines is the title, or none) on folds 0-3 of wcxb-dev and fundus, on their bodies alone and
 * on title and body alone, then rounded to whole numbers.
 */
import type { TitleSign } from './title-signs.ts';

export const TITLE_WEIGHTS: Readonly<Record<TitleSign, readonly number[]>> = {
  address: [-19],
  allCapitalWords: [-7, -2, -5, 4, -9],
  block: [-3, 0, -25, -36, -18, -44, -47, -35],
  capitals: [-11],
  code: [-24],
  copies: [-5, -2, 5, -3],
  digits: [-10],
  endOfLine: [24],
  endsInSign: [-13],
  firstLine: [12],
  functionWords: [-10],
  glued: [-20],
  innerPause: [5],
  keywords: [-5, 0, 2, 4, -2],
  label: [-9],
  linesFromDate: [-6, 11, -9],
  linesToBody: [0, 0, -21, -12, 7, 8, 5, 5, 3, 4, -1, -1, -10, -11, 0],
  linesToByline: [-9, 14, 17, 5, -2],
  linesToDate: [-15, 18, 19, 10, -5],
  linesToSentence: [10, 7, 4, -2, -5, -7, -17, -35],
  longestAround: [2],
  noContent: [-9],
  none: [21, 8, 0],
  partOfLine: [34],
  percentInLead: [-12, -6, 1, 6, 14, 5],
  percentInProse: [-5, -9, -5, 4, 2, 7],
  rivalsAbove: [10, -2, -10, -16],
  rivalsBelow: [3, -1, -1, -14],
  sameAbove: [37],
  sameBelow: [-1],
  sentence: [-2],
  separators: [2, -23, -35, -34],
  sign: [-15],
  sizeAbove: [-18, -9, 13, 12],
  smallStart: [-10],
  terminal: [-1, 0, 2, -6, -18, -21, 0, 14],
  weightInProse: [-5, -4, -11, 1, 3, 6, 9],
  words: [-7, -6, -1, 1, 3, 6, 9, 0, -22, -36],
  wordsInProse: [-5, -2, -3, 2, 3, 4],
};
