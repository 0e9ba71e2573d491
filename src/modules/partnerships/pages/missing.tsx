import { useT } from '~/platform/i18n/index.ts';
import type { SheetFrame } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { TimelineItem } from '../moments.ts';
import type { PartnershipDetail } from '../queries.ts';
import { endsOf } from './head.tsx';

interface MissingProps {
  frame: SheetFrame;
  detail: PartnershipDetail;
  moments: TimelineItem[];
}

/** What no document says is listed, never filled in. */
export function Missing({ frame, detail, moments }: MissingProps) {
  const t = useT(messages);
  const told = moments.some((item) => item.what !== 'start' && item.what !== 'gap');
  const missing = [
    !frame.sheet.start && t('missing.start'),
    !detail.gains.length && t('missing.gains'),
    !detail.strands.length && t('missing.strands'),
    !detail.agreements.length && t('missing.agreements'),
    !told && t('missing.moments'),
    !endsOf(frame) && t('missing.place'),
    detail.priority === null && t('missing.priority'),
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
