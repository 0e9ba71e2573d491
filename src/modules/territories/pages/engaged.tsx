import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType } from '~/sheets/index.ts';
import { SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Engaged } from '../relations.ts';

/** Authorities with what they are linked to. */
export function EngagedList({ engaged }: { engaged: readonly Engaged[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={engaged.map((one) => ({
        href: to(paths.show.href({ slug: one.slug })),
        title: one.title,
        context: one.context ?? undefined,
        meta: labelOfType('territory', one.type, lang),
        right: t('engaged.meta', { partnerships: one.partnerships, links: one.links }),
      }))}
    />
  );
}
