import { sql, type Db } from '~/platform/db/index.ts';
import { quantile } from './load.ts';
import type { Running } from './processes.ts';
import { printRow, printTitle } from './report.ts';
import { signIn } from './signed-in.ts';

const messages = 10_000;
const threads = 200;
const rounds = 20;
const slug = 'groupe-pays-japon';

/** A group with ten thousand messages in two hundred threads, and one thread of as many. */
export async function generateMessages(db: Db): Promise<string> {
  await sql`
    with d as (
      insert into discussions (id, kind, group_id, about_id, title, messages, last_at)
      select gen_random_uuid(), 'discussion', g.id, g.id, 'Fil de mesure n° ' || n, case when n = 0 then ${messages}::integer else ${messages / threads}::integer end, now() - n * interval '1 hour'
      from generate_series(0, ${threads}::integer) n, sheets g where g.kind = 'group' and g.slug = ${slug} returning id, messages)
    insert into discussion_messages (id, discussion_id, position, author, text, search, mailed_at)
    select gen_random_uuid(), d.id, n, 'Agente de mesure', said.text, to_tsvector('french_plain', said.text), now()
    from d, generate_series(1, d.messages) n, lateral (select 'Message ' || n || ' : la coopération sur l’eau, la culture et la jeunesse avance' || case when n % 97 = 0 then ', avec une délégation zoologique' else '' end as text) said`.execute(db);
  await sql`analyze discussions, discussion_messages`.execute(db);
  const row = await db.selectFrom('discussions').select('id').where('title', '=', 'Fil de mesure n° 0').executeTakeFirstOrThrow();
  return row.id;
}

/** Pages of the group and of the longest thread, as the chair reads them. */
export async function measureDiscussions(app: Running, thread: string): Promise<void> {
  printTitle(`Discussions : un groupe de ${(2 * messages).toLocaleString('fr-FR')} messages, dont un fil de ${messages.toLocaleString('fr-FR')}`);
  const cookie = await signIn(app.origin, 'presidente-japon');
  const pages = [
    ['la page du groupe', `/groupes/${slug}`], ['la liste des fils', `/groupes/${slug}/discussions`], ['un long fil, première page', `/discussions/${thread}?page=1`],
    ['un long fil, dernière page', `/discussions/${thread}?page=${messages / 50}`], ['chercher un mot rare', `/groupes/${slug}/discussions?q=zoologique`], ['chercher un mot de tous les messages', `/groupes/${slug}/discussions?q=coopération`],
  ] as const;
  const read = async (path: string) => {
    const response = await fetch(app.origin + path, { headers: { cookie } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  };
  // The first readers after a start wait for the counting index, whatever the page: that is measured with `start`.
  for (const path of ['/observatoire.json?genre=theme', ...pages.map(([, path]) => path)]) await read(path);
  for (const [name, path] of pages) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await read(path);
      times.push(performance.now() - started);
    }
    const p95 = quantile(times, 0.95);
    printRow(name, `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`, p95 <= 300, 'p95 300 ms');
  }
  printRow('mémoire du serveur ensuite', `${app.memory() ?? '?'} Mo`);
}
