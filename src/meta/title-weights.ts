/**
 * What each sign of a line adds to its being the title, in twentieths of a nat, by its grade. Learned by conditional
 * logit (which of the page's lines is the title, or none) on folds 0-3 of wcxb-dev and fundus, on their bodies alone and
 * on title and body alone, then rounded to whole numbers.
 */
import type { TitleSign } from './title-grades.ts';

export const TITLE_WEIGHTS: Readonly<Record<TitleSign, readonly number[]>> = {
  address: [-19],
  allCapitalWords: [-6, -2, -4, 4, -9],
  block: [-4, 0, -26, -36, -18, 0, -48, -34],
  capitals: [-11],
  code: [-25],
  copies: [-5, -2, 5, -3],
  digits: [-10],
  endOfLine: [25],
  endsInSign: [-14],
  firstLine: [13],
  functionWords: [-10],
  glued: [-21],
  innerPause: [5],
  keywords: [-4, -1, 2, 4, -2],
  label: [-9],
  linesFromDate: [-6, 10, -10],
  linesToBody: [0, 0, -20, -12, 7, 8, 6, 5, 3, 3, -1, -1, -11, -10, 2],
  linesToByline: [-10, 14, 17, 5, -2],
  linesToDate: [-15, 18, 19, 10, -6],
  linesToSentence: [9, 7, 3, -2, -5, -6, -16, -36],
  longestAround: [3],
  noContent: [-10],
  none: [22, 7, 0],
  partOfLine: [35],
  percentInLead: [-13, -7, 1, 6, 15, 5],
  percentInProse: [-6, -8, -5, 4, 3, 6],
  rivalsAbove: [10, -2, -10, -16],
  rivalsBelow: [3, -1, -2, -13],
  sameAbove: [38],
  sameBelow: [-2],
  sentence: [-1],
  separators: [2, -24, -34, -36],
  sign: [-15],
  sizeAbove: [-18, -10, 14, 11],
  smallStart: [-10],
  terminal: [-1, 0, 1, -6, -21, -21, 0, 16],
  weightInProse: [-6, -4, -11, 1, 3, 6, 9],
  words: [-7, -5, -1, 1, 3, 5, 9, -1, -22, -36],
  wordsInProse: [-6, -2, -3, 2, 4, 4],
};
