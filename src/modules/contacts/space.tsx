import type { VNode } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { bodyOf } from './rules.ts';

/** In « Mon espace », the way to the lists of the body that one acts for. */
export const space: SpacePart = {
  where: 'aside',
  order: 45,
  draw: async ({ reader }): Promise<VNode | null> => (bodyOf(reader) ? <ContactsLink /> : null),
};

function ContactsLink() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('title')}>
      <p>
        <a href={to(paths.lists.href({}))}>{t('space.text')}</a>
      </p>
    </MarginNote>
  );
}
