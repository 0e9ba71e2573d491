import { useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** The way to the desk, for who animates. */
export const space: SpacePart = {
  where: 'aside',
  order: 1,
  draw: async ({ reader }) => (reader.acting?.role === 'animator' || reader.acting?.role === 'administrator' ? <DeskLink /> : null),
};

function DeskLink() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('title')}>
      <p>
        <a href={to(paths.show.href({}))}>{t('space.link')}</a>
      </p>
    </MarginNote>
  );
}
