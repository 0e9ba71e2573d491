import { useT, useView } from '~/platform/i18n/index.ts';
import { SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ThreadLine } from '../queries.ts';
import { dayOf } from './words.tsx';

/** Threads, the last spoken first: what they are, who opened them, what is new. `grouped`: the group is named too; `kindless`: they are all of one kind. */
export function ThreadLines({ lines, grouped = false, kindless = false }: { lines: readonly ThreadLine[]; grouped?: boolean; kindless?: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={lines.map((line) => {
        const who = line.name ?? line.author ?? t('someone');
        return {
          href: to(paths.show.href({ id: line.id })),
          title: line.title,
          right: line.following && line.unread !== null && line.unread > 0 && <span class="unread">{t('line.unread', { n: line.unread })}</span>,
          meta: [
            kindless ? null : t(`kind.${line.kind}`),
            grouped && line.group ? line.group.title : null,
            line.body ? t('who.body', { author: who, body: line.body }) : who,
            line.kind === 'question' ? t('line.answers', { n: line.messages - 1 }) : t('line.messages', { n: line.messages }),
            line.answered ? t('line.accepted') : null,
            t('line.last', { when: dayOf(lang, line.lastAt) }),
          ].filter(Boolean).join(' · '),
        };
      })}
    />
  );
}
