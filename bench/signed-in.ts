import { measureRate, quantile } from './load.ts';
import type { Running } from './processes.ts';
import { printRow, printTitle } from './report.ts';

const pages = [['fiche', '/partenariats/bordeaux-lima'], ['observatoire', '/observatoire?genre=partenariat&territoire=bordeaux'], ['réseau', '/reseaux/aimf']] as const;
const rounds = 3;

/** The same page for a visitor (kept), for a visitor at an address never asked before (made), and for an agent (made, with session and rights). */
export async function measureSignedIn(app: Running): Promise<void> {
  printTitle('Une page pour qui est connecté, réponses par seconde');
  const cookie = await signIn(app.origin, 'agent-bordeaux');
  let turn = 0;
  for (const [name, path] of pages) {
    const rates = { kept: [] as number[], made: [] as number[], agent: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      rates.kept.push(await measureRate(app.origin + path));
      rates.made.push(await measureRate(() => `${app.origin}${path}${path.includes('?') ? '&' : '?'}jamais=${turn++}`));
      rates.agent.push(await measureRate(app.origin + path, { headers: { cookie } }));
    }
    const [kept, made, agent] = [rates.kept, rates.made, rates.agent].map((list) => quantile(list, 0.5)) as [number, number, number];
    printRow(`${name} : gardée ${Math.round(kept)}/s, dessinée ${Math.round(made)}/s, connectée ${Math.round(agent)}/s`, `${(made / agent).toFixed(2)} fois le temps d’une page dessinée`, made / agent <= 3, '3 fois');
  }
}

export async function signIn(origin: string, key: string): Promise<string> {
  const response = await fetch(`${origin}/demonstration/${key}`, { method: 'POST', redirect: 'manual', headers: { origin } });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${key} cannot be tried here: ${response.status}`);
  return cookie;
}
