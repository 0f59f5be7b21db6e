/** What became of a word of the later copy. */
export const FRESH = 0;
export const SAME = 1;
/** What stood there with a slip of the hand, or in another place. */
export const ALIKE = 2;
export const CHANGED = 3;
/** Changed, and it matters: a figure, a name, a negation. */
export const NEWS = 4;
/** All of what stood there in another spelling: an abbreviation, a ligature, words parted or joined. */
export const RESPELLED = 5;
/** Between two places that agree, not judged yet. */
export const OPEN = 6;
export const MARKS = 7;
