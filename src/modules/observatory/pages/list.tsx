import { useT, useView } from '~/platform/i18n/index.ts';
import { continentOf, listContinents } from '~/reference/index.ts';
import { toQuery, type AnswerRow } from '~/sheets/ask/index.ts';
import { Columns, Pager } from '~/ui/index.ts';
import { sayReading } from '../asking.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { AnswerFacets } from './facets.tsx';
import { MixedList } from './mixed-list.tsx';
import { PartnersTable } from './partners.tsx';

/** The answer in words: partnerships that fit a page by continent, anything else as a list. */
export function AnswerList({ read, facets = false }: { read: ReadAnswer; facets?: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const { answer, rows, resolved, reading } = read;
  const address = (after: string | undefined) => to(paths.show.href({}) + toQuery(resolved.question, { ...sayReading(reading), apres: after }));
  const threads = rows.length === answer.total && rows.every((row) => row.kind === 'partnership');
  const list = (
    <div class="observatory-list">
      <h2 class="visually-hidden">{t('list.title')}</h2>
      {threads ? byContinent(rows).map(([zone, some]) => <PartnersTable key={zone} zone={zone} rows={some} read={read} />) : <MixedList rows={rows} detailed={facets} />}
      <Pager nextHref={answer.next && address(answer.next)} prevHref={read.after && address(undefined)}>
        {read.after && t('list.first')}
      </Pager>
    </div>
  );
  return facets ? <Columns main={list} aside={<AnswerFacets read={read} />} /> : list;
}

const homeCountry = 'FR';

/** In the order of continents; in each, the oldest first and the unknown year last. */
function byContinent(rows: readonly AnswerRow[]): [string, AnswerRow[]][] {
  const groups = Map.groupBy(rows, (row) => {
    const abroad = row.countries.find((iso) => iso !== homeCountry) ?? row.countries[0];
    return (abroad && continentOf(abroad)?.slug) || '';
  });
  const order = [...listContinents().map((zone) => zone.slug), ''];
  return [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([zone, some]) => [zone, some.sort((a, b) => (a.start?.value ?? '9').localeCompare(b.start?.value ?? '9') || a.title.localeCompare(b.title))]);
}
