import { formatDistance, formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { greatCircleKm } from '~/platform/geo/index.ts';
import { countryName, zoneName } from '~/reference/index.ts';
import type { AnswerRow } from '~/sheets/ask/index.ts';
import { labelOfState, labelOfType, sheetHref } from '~/sheets/index.ts';
import { DataTable, LinkSign, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { ReadAnswer } from '../reading.ts';
import { phaseName, signOfType } from './signs.ts';

/** The partnerships of one continent: name, since when, how far. */
export function PartnersTable({ zone, rows, read }: { zone: string; rows: readonly AnswerRow[]; read: ReadAnswer }) {
  const t = useT(messages);
  const { lang } = useView();
  const name = zone ? zoneName(zone, lang) : t('list.elsewhere');
  return (
    <section class="continent">
      <h3>
        {name} <b>{rows.length}</b>
      </h3>
      <DataTable
        caption={name}
        hideCaption
        columns={[{ label: t('list.name'), head: true }, { label: t('list.since'), numeric: true }, { label: t('list.distance'), numeric: true, wideOnly: true }]}
        rows={rows.map((row) => [<Partner row={row} read={read} />, <Since row={row} />, distanceOf(row, lang)])}
      />
    </section>
  );
}

/** One end is in the question: the other end is the row's name. */
function Partner({ row, read }: { row: AnswerRow; read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { territory } = read.resolved;
  const far = territory ? row.places.filter((place) => place.slug !== territory.slug) : [];
  const abroad = row.countries.filter((iso) => iso !== 'FR');
  const others = read.others.get(row.id);
  return (
    <div class="partner">
      <LinkSign kind={signOfType(row.type)} bare />
      <span class="visually-hidden">{labelOfType(row.kind, row.type, lang)} </span>
      <div>
        <p class="sheet-title">
          <a href={to(sheetHref(row.kind, row.slug))} lang="fr">
            {far.length ? far.map((place) => place.name).join(', ') : row.title}
          </a>{' '}
          <span class="sheet-context">{(abroad.length ? abroad : row.countries).map((iso) => countryName(iso, lang)).join(', ')}</span>
        </p>
        {row.phase !== 'ongoing' && (
          <p class="sheet-meta">
            <StateMark phase={phaseName(row.phase)} word={labelOfState(row.kind, row.state, lang)} />
          </p>
        )}
        {row.toConfirm && (
          <p class="sheet-meta">
            <StateMark status="a-confirmer" word={t('list.toConfirm')} />
          </p>
        )}
        {others && <p class="sheet-meta">{t('list.also', { names: formatList(lang, others) })}</p>}
      </div>
    </div>
  );
}

function Since({ row: { start } }: { row: AnswerRow }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!start) return <span class="quiet" title={t('list.undated')}>?<span class="visually-hidden"> {t('list.undated')}</span></span>;
  return <time dateTime={start.value}>{formatPartialDate(lang, start)}</time>;
}

function distanceOf(row: AnswerRow, lang: Parameters<typeof formatDistance>[0]): string {
  const end = (role: string) => row.places.find((place) => place.role === role && place.lat !== null);
  const [from, to] = [end('from'), end('to')];
  return from && to ? formatDistance(lang, greatCircleKm([from.lon!, from.lat!], [to.lon!, to.lat!])) : '';
}
