import { useT, useView } from '~/platform/i18n/index.ts';
import { DataTable, Section } from '~/ui/index.ts';
import type { Checked } from '../check.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Import } from '../queries.ts';

const perPage = 200;

/** Each line with its fate: those that need eyes first, then in the order of the file. */
export function LinesTable({ list, lines, page }: { list: Import; lines: readonly Checked[]; page: number }) {
  const t = useT(messages);
  const { to } = useView();
  const order = (one: Checked) => (one.fate === 'add' || one.fate === 'known' ? 1 : 0);
  const sorted = lines.toSorted((a, b) => order(a) - order(b) || a.number - b.number);
  const pages = Math.max(1, Math.ceil(sorted.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const named = lines.some((one) => one.said.prenom || one.said.nom);
  /** A list of bodies has no column of people. */
  const keep = <T,>(cells: readonly T[]) => cells.filter((_, index) => named || (index !== 1 && index !== 3));
  return (
    <Section title={t('lines.title')}>
      <DataTable
        caption={t('lines.caption')}
        hideCaption
        stacks
        columns={keep([{ label: t('lines.number'), numeric: true }, { label: t('lines.who'), head: true }, { label: t('lines.body'), head: !named }, { label: t('lines.standing') }, { label: t('lines.fate') }])}
        rows={sorted.slice((at - 1) * perPage, at * perPage).map((one) => keep([
          one.number,
          [one.said.prenom, one.said.nom].filter(Boolean).join(' ') || t('lines.nobody'),
          <Body one={one} />,
          one.standing && one.fate !== 'refused' && one.fate !== 'choose' ? t(`standing.${one.standing}`) : '',
          <>
            <strong>{t(list.state !== 'done' && (one.fate === 'add' || one.fate === 'incomplete') ? `fate.${one.fate}.todo` : `fate.${one.fate}`)}</strong>
            {one.reason && <> {t(`reason.${one.reason}`, { line: one.line ?? 0 })}</>}
          </>,
        ]))}
      />
      {pages > 1 && (
        <nav aria-label={t('lines.pages')}>
          <ul class="plain import-pages">
            {Array.from({ length: pages }, (_, index) => (
              <li key={index}>
                <a href={to(paths.show.href({ id: list.id }, { page: String(index + 1) }))} aria-current={index + 1 === at ? 'page' : undefined}>
                  {t('lines.page', { n: index + 1 })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}

/** As written, then what it was recognised as. */
function Body({ one }: { one: Checked }) {
  const t = useT(messages);
  const written = one.said.collectivite || one.said.code;
  if (!one.body) return <>{written}</>;
  return (
    <>
      {written} {written !== one.body.title && <span class="quiet">{t('lines.as', { title: one.body.title })}</span>}
    </>
  );
}
