import { useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, type SheetFrame, type SheetPart } from '~/sheets/index.ts';
import { Button, MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { mayTell } from './rules.ts';

/** On an action: the practice sheet that was made of it, or one click to make it. */
const fromAction: SheetPart = {
  kinds: ['action'], where: 'aside', order: 40,
  draw: async (_ask, frame) => {
    const made = linked(frame.incoming, 'action', 'practice')[0];
    return made || mayTell(frame.right) ? <FromAction frame={frame} made={made ? { href: sheetHref('practice', made.slug), title: made.title } : null} /> : null;
  },
};

export const inside: readonly SheetPart[] = [fromAction];

function FromAction({ frame: { sheet }, made }: { frame: SheetFrame; made: { href: string; title: string } | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('from.title')}>
      {made ? <p><a href={to(made.href)} lang="fr">{made.title}</a></p> : (
        <form method="post" action={to(paths.fromAction.href({ slug: sheet.slug }))}>
          <p>{t('from.lede')}</p>
          <Button kind="outline">{t('from.do')}</Button>
        </form>
      )}
    </MarginNote>
  );
}
