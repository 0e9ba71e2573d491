import { formatList, translator } from '~/platform/i18n/index.ts';
import { countryName, findZone, themeName } from '~/reference/index.ts';
import { findKindByGenre, labelOfKind, labelOfType, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { readAsked } from '../queries.ts';

/** What an address follows, in words, and the page that asks the same. */
export async function describeQuestion({ db, reader, lang }: SheetAsk, question: string): Promise<{ words: string; href: string }> {
  const t = translator(messages, lang);
  const { meeting, resolved } = await readAsked(db, reader, new URLSearchParams(question));
  const { question: asked, territory } = resolved;
  const kind = asked.kind ? findKindByGenre(asked.kind) : undefined;
  const zone = asked.zone ? findZone(asked.zone) : undefined;
  const said = [
    meeting && t('feeds.meeting'), kind && labelOfKind(kind.kind, lang), asked.type && labelOfType(kind?.kind ?? 'event', asked.type, lang), territory?.title, asked.country && countryName(asked.country, lang),
    zone?.[lang], asked.theme && themeName(asked.theme, lang), asked.words && t('filter.words', { name: asked.words }),
  ].filter((one): one is string => Boolean(one));
  return { words: said.length ? formatList(lang, said) : t('feeds.all'), href: paths.show.href({}) + question };
}
