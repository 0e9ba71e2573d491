import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { DataTable, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { strands as all, type StrandState } from '../strands/rules.ts';
import type { StrandShown } from '../types.ts';

const marks: Record<StrandState, { phase: 'ongoing' | 'paused' | 'ended' } | { status: 'suspendu' }> = {
  open: { phase: 'ongoing' }, slowed: { phase: 'paused' }, stopped: { phase: 'ended' }, suspended: { status: 'suspendu' }, ended: { phase: 'ended' },
};

/** One may go on when another stops. Those of which nothing is known say so. */
export function Strands({ frame, strands }: { frame: SheetFrame; strands: StrandShown[] }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!strands.length) return null;
  const rows = all.map((name) => {
    const known = strands.find((one) => one.strand === name);
    if (!known) return [t(`strand.${name}`), <StateMark phase="unknown" word={t('strands.nothing')} />];
    const evidence = known.evidence ?? known.reason ?? '';
    return [
      t(`strand.${name}`),
      <div class="strand">
        <StateMark {...marks[known.state]} word={t(`strandState.${known.state}`)} />
        <span>
          <span lang={frame.sheet.lang}>{known.at ? t('strands.evidenceAt', { evidence, date: formatPartialDate(lang, known.at) }) : evidence}</span>
          <SourceNote frame={frame} documentId={known.documentId} />
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
    </>
  );
}
