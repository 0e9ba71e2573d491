import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type Waiting, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listPending, type Pending } from './queries.ts';

/** Somebody asks to be received, or to come along: an answer takes two minutes. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  const { acting } = reader;
  if (!acting?.body || acting.role === 'expert') return [];
  const t = translator(messages, lang);
  return (await listPending(db, acting.body.id)).map((one): Waiting => ({
    title: one.body === null ? t('waiting.request', { title: one.title }) : t('waiting.join', { title: one.title, body: one.body }),
    seconds: 120, rank: 1, since: String(one.since),
    main: { label: t('waiting.answer'), href: hrefOf(one) },
    ...(one.body === null ? { other: { label: t('waiting.read'), href: paths.show.href({ slug: one.slug }) } } : {}),
  }));
};

function hrefOf({ slug, body }: Pending): string {
  return body === null ? commonPaths.act.href({ genre: 'visite', slug, act: 'repondre' }) : `${paths.show.href({ slug })}#demandes`;
}
