export function printTitle(title: string): void {
  console.log(`\n${title}`);
}

/** One measure a line: what, how much, and whether it reaches its aim. */
export function printRow(what: string, value: string, reached?: boolean, aim?: string): void {
  const verdict = aim === undefined ? '' : reached ? `   visé : ${aim}, atteint` : `   visé : ${aim}, manqué`;
  console.log(`  ${what.padEnd(64)} ${value}${verdict}`);
}
