import { useT, useView } from '~/platform/i18n/index.ts';
import { getKind, type SheetPart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** From the meeting's page, for who keeps it. */
export const inside: SheetPart = {
  kinds: ['event'],
  where: 'aside',
  order: 60,
  draw: async (_ask, { sheet, right }) => (right && right !== 'partner' ? <AttendanceLink slug={sheet.slug} /> : null),
};

function AttendanceLink({ slug }: { slug: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('inside.title')}>
      <p>
        <a href={to(paths.attendance.href({ genre: getKind('event').genre, slug }))}>{t('inside.link')}</a>
      </p>
    </MarginNote>
  );
}
