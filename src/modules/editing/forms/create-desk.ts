import { findMessage, translator } from '~/platform/i18n/index.ts';
import { attempt, commonPaths, findKindByGenre, Input, isHeld, isRefusal, nameBody, sheetHref, toCanonicalValues, writeSources, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Desk } from './desk.ts';

/** A new sheet of a kind. */
export async function findCreateDesk(ask: SheetAsk): Promise<Desk | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const create = spec?.create;
  if (!spec || !create?.may(ask.reader)) return undefined;
  const t = translator(messages, ask.lang);
  const asked = ask.query('sorte') ?? '';
  const variant = create.variants && Object.hasOwn(create.variants, asked) ? asked : null;
  const fields = variant === null ? create.fields : create.variants![variant]!;
  const words = (key: string) => (variant !== null && findMessage(spec.messages, ask.lang, `create.${variant}.${key}`)) || findMessage(spec.messages, ask.lang, `create.${key}`);
  const context = { reader: ask.reader, right: 'own' as const, today: ask.today };
  const search = new URLSearchParams(ask.url.search);
  search.delete('brouillon');
  const present = toCanonicalValues(fields, (await create.read?.(ask.primary, ask.reader, ask.query, ask.today)) ?? {});
  return {
    spec, context, present,
    sheet: null,
    fields: fields.filter(({ rights }) => !rights || rights.includes('own')),
    version: null,
    address: paths.create.href({ genre: spec.genre }) + (search.size ? `?${search}` : ''),
    title: words('title') ?? t('create.title'),
    lede: words('lede'),
    button: words('do') ?? t('create.do'),
    isProposal: false,
    back: commonPaths.space.href({}),
    send: (db, sent) =>
      attempt(db, async (tx) => {
        const sources = await writeSources(tx, await nameBody(tx, ask.actor), sent.sources);
        const made = await create.run(tx, ask.actor, new Input({ ...present, ...sent.values }, sources), context);
        if (isRefusal(made)) return made;
        if (await isHeld(tx, made.id)) return { path: commonPaths.publications.href({}), sentence: t('create.held') };
        return { path: sheetHref(made.kind, made.slug), sentence: words('done') ?? t('create.done') };
      }),
  };
}
