/** The page that an address asks for: from 1 to `most`, 1 for anything else. */
export function readPageNumber(text: string | undefined, most = 1000): number {
  return Math.min(most, Math.max(1, Math.trunc(Number(text)) || 1));
}
