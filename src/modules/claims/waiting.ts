import { sql, type Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { labelOfType, type Reader, type Waiting } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listOnKept, listToAnswer } from './queries.ts';

/** Requests to answer, requests on what one keeps, and the first filling of a sheet just granted. */
export async function waiting(db: Read, reader: Reader, lang: Lang): Promise<Waiting[]> {
  if (!reader.account) return [];
  const t = translator(messages, lang);
  const [toAnswer, onKept, toFill] = await Promise.all([listToAnswer(db, reader), listOnKept(db, reader), listToFill(db, reader)]);
  return [
    ...toAnswer.map((claim): Waiting => ({
      title: t(claim.objected ? 'waiting.objected' : 'waiting.answer', { name: claim.title }),
      text: [labelOfType('territory', claim.type, lang), claim.context, claim.function].filter(Boolean).join(' · '),
      seconds: 60, rank: 1, since: claim.createdAt,
      main: { label: t('waiting.answer.do'), href: paths.show.href({ id: claim.id }) },
    })),
    ...onKept.map((claim): Waiting => ({
      title: t('waiting.kept', { name: claim.title }), text: claim.function, seconds: 30, rank: 1, since: claim.createdAt,
      main: { label: t('waiting.kept.do'), href: paths.show.href({ id: claim.id }) },
    })),
    ...toFill.map((one): Waiting => ({
      title: t('waiting.fill', { name: one.title }), text: t('waiting.fill.text'), seconds: 300, rank: 3, since: one.since,
      main: { label: t('waiting.fill.do'), post: paths.filling.href({ id: one.id }) },
    })),
  ];
}

/** Sheets that were granted and that nobody of theirs has filled: no words, no theme. */
async function listToFill(db: Read, { account }: Reader): Promise<{ id: string; title: string; since: string }[]> {
  const { rows } = await sql<{ id: string; title: string; since: string }>`
    select c.id, s.title, c.decided_at::text as since from claims c
    join mandates m on m.id = c.mandate_id and m.ended_at is null join sheets s on s.id = m.body_id
    where c.account_id = ${account!.id}::uuid and c.state = 'granted' and s.summary is null and s.themes = '{}' order by c.decided_at`.execute(db);
  return rows;
}
