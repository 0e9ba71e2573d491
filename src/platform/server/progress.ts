/** A moving count on a terminal, one line a second elsewhere. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): (label: string, done: number, total: number) => void {
  const number = new Intl.NumberFormat('fr-FR');
  let shown = 0;
  let finished = '';
  return (label, done, total) => {
    if (label === finished) return;
    const ends = done >= total;
    const now = Date.now();
    if (!ends && now - shown < (out.isTTY ? 50 : 1_000)) return;
    shown = now;
    if (ends) finished = label;
    const count = total === 1 ? '' : ends ? ` : ${number.format(total)}` : ` : ${number.format(done)} sur ${number.format(total)}…`;
    out.write(out.isTTY ? `\r\u001b[K  ${label}${count}${ends ? '\n' : ''}` : `  ${label}${count}\n`);
  };
}
