/** Weeks that one may choose between two trips. */
export const windows: readonly number[] = [1, 2, 4, 8, 13, 26];
