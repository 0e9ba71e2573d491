import { formatList, translator } from '~/platform/i18n/index.ts';
import { countryName, findZone, themeName } from '~/reference/index.ts';
import { readQuestion, resolve } from '~/sheets/ask/index.ts';
import { findKindByGenre, labelOfKind, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** What an address follows, in words, and the page that asks the same. */
export async function describeQuestion({ db, reader, lang }: SheetAsk, question: string): Promise<{ words: string; href: string }> {
  const t = translator(messages, lang);
  const params = new URLSearchParams(question);
  const { question: asked, territory } = await resolve(db, reader, readQuestion(params));
  const kind = asked.kind ? findKindByGenre(asked.kind) : undefined;
  const zone = asked.zone ? findZone(asked.zone) : undefined;
  const said = [
    params.get('rencontre') && t('feeds.meeting'), kind && labelOfKind(kind.kind, lang), territory?.title, asked.country && countryName(asked.country, lang),
    zone?.[lang], asked.theme && themeName(asked.theme, lang), asked.words && t('filter.words', { name: asked.words }),
  ].filter((one): one is string => Boolean(one));
  return { words: said.length ? formatList(lang, said) : t('feeds.all'), href: paths.show.href({}) + question };
}
