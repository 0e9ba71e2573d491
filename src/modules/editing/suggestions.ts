import { languages, type Lang } from '~/platform/i18n/index.ts';
import { get } from '~/platform/http/request.ts';
import { findKindByGenre, labelOf, labelOfKind, listFound, type SheetAsk } from '~/sheets/index.ts';
import { paths } from './paths.ts';

const langOf = (asked: string | undefined): Lang => languages.find((one) => one === asked) ?? 'fr';

/** What the script of a form shows while one types: sheets that the reader sees, `genre` once or more, `q` the words, `langue` for the words around. */
export const suggestionsRoute = get(paths.suggestions, { who: 'everyone', machine: true }, async (ask: SheetAsk) => {
  const kinds = ask.url.searchParams.getAll('genre').flatMap((genre) => findKindByGenre(genre)?.kind ?? []);
  const found = await listFound(ask.db, ask.reader, kinds, ask.query('q') ?? '', 8);
  return Response.json(found.map((one) => ({ id: one.id, label: labelOf(one, kinds.length > 1 ? labelOfKind(one.kind, langOf(ask.query('langue'))) : null) })));
});
