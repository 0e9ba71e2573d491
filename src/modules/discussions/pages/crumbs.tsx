import { useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import type { Crumb } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Thread } from '../rooms.ts';

/** Where a thread stands: in its group, among the questions between peers, or among one’s own. */
export function useThreadCrumbs(thread: Pick<Thread, 'group' | 'kind' | 'title'>): Crumb[] {
  const t = useT(messages);
  const { to } = useView();
  const { group } = thread;
  const above: Crumb[] = group
    ? [{ href: to(sheetHref('group', group.slug)), label: group.title }, { href: to(paths.group.href({ slug: group.slug })), label: t('list.short') }]
    : thread.kind === 'conversation'
      ? [{ href: to(paths.mine.href({})), label: t('mine.title') }]
      : [{ href: to(paths.peers.href({})), label: t('peers.title') }];
  return [...above, { label: thread.title }];
}
