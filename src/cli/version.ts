/** The same as in package.json, which a test holds; reading that file would cost every start a disk access. */
export const VERSION = '0.1.0';
