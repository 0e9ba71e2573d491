/** A moving count on a terminal, one line a second elsewhere. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): (label: string, done: number, total: number) => void {
  const number = new Intl.NumberFormat('fr-FR');
  let last = 0;
  return (label, done, total) => {
    const finished = done >= total;
    const now = Date.now();
    if (!finished && now - last < (out.isTTY ? 50 : 1_000)) return;
    last = finished ? 0 : now;
    const line = finished ? `${label} : ${number.format(total)}` : `${label} : ${number.format(done)} sur ${number.format(total)}…`;
    out.write(out.isTTY ? `\r\u001b[K  ${line}${finished ? '\n' : ''}` : `  ${line}\n`);
  };
}
