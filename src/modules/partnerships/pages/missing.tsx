import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { type SheetFrame } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { buildTimeline } from '../moments.ts';
import type { PartnershipDetail } from '../queries.ts';
import { endsOf } from './head.tsx';
import type { Names } from './words.ts';

interface MissingProps {
  frame: SheetFrame;
  detail: PartnershipDetail;
  names: Names;
}

/** What no document says is listed, never filled in. */
export function Missing({ frame, detail, names }: MissingProps) {
  const t = useT(messages);
  const { lang, today } = useView();
  const told = buildTimeline(frame, detail, today).some((item) => item.what !== 'start' && item.what !== 'gap');
  const missing = [
    !frame.sheet.start && t('missing.start'),
    !detail.gains.length && t('missing.gains'),
    !detail.strands.length && t('missing.strands'),
    !detail.agreements.length && t('missing.agreements'),
    !told && t('missing.moments'),
    !endsOf(frame) && t('missing.place'),
    detail.priority === null && t('missing.priority', { authority: formatList(lang, names.french) }),
  ].filter((one) => one !== false);
  if (!missing.length) return null;
  return (
    <MarginNote title={t('missing.title')}>
      <ul class="plain">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </MarginNote>
  );
}
