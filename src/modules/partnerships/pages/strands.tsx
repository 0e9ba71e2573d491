import { formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { DataTable, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { strands as all, type StrandState } from '../strands/rules.ts';
import type { StrandShown } from '../types.ts';

const marks: Record<StrandState, { phase: 'ongoing' | 'paused' | 'ended' } | { status: 'suspendu' }> = {
  open: { phase: 'ongoing' }, slowed: { phase: 'paused' }, stopped: { phase: 'ended' }, suspended: { status: 'suspendu' }, ended: { phase: 'ended' },
};

/** One may go on when another stops. Those of which nothing is known are named too. */
export function Strands({ frame, strands }: { frame: SheetFrame; strands: StrandShown[] }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!strands.length) return null;
  const known = all.flatMap((name) => strands.find((one) => one.strand === name) ?? []);
  const silent = all.filter((name) => !known.some((one) => one.strand === name)).map((name) => t(`strand.${name}`).toLocaleLowerCase(lang));
  const rows = known.map((one) => {
    const evidence = one.evidence ?? one.reason ?? '';
    return [
      t(`strand.${one.strand}`),
      <div class="strand">
        <StateMark {...marks[one.state]} word={t(`strandState.${one.state}`)} />
        <span>
          <span lang={frame.sheet.lang}>{one.at ? t('strands.evidenceAt', { evidence, date: formatPartialDate(lang, one.at) }) : evidence}</span>
          <SourceNote frame={frame} documentId={one.documentId} />
        </span>
      </div>,
    ];
  });
  return (
    <>
      <h3>{t('strands.title')}</h3>
      <DataTable
        caption={t('strands.caption')}
        hideCaption
        columns={[{ label: t('strands.strand'), head: true }, { label: t('strands.state') }]}
        rows={rows}
      />
      {silent.length > 0 && <p class="quiet">{t('strands.silent', { list: formatList(lang, silent) })}</p>}
    </>
  );
}
