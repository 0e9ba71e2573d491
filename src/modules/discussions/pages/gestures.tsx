import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { FoundMessage } from '../message-queries.ts';
import { paths } from '../paths.ts';
import type { Fault } from '../rules.ts';
import { useThreadCrumbs } from './crumbs.tsx';
import { dayOf, Text } from './words.tsx';
import { useFaults } from './write.tsx';

export interface GesturePageProps {
  found: FoundMessage;
  gesture: 'edit' | 'remove' | 'report';
  typed?: string;
  fault?: Fault;
}

/** One gesture on one message: other words, taking it away, asking somebody to look at it. */
export function GesturePage({ found, gesture, typed, fault }: GesturePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const { thread, message } = found;
  const crumbs = useThreadCrumbs(thread);
  const back = `${to(paths.show.href({ id: thread.id }, { page: found.page }))}#message-${message.position}`;
  const errors = useFaults(fault ? [fault] : []);
  const own = gesture === 'remove' && message.mine;
  const lede = gesture === 'remove' ? t(own ? 'remove.lede.author' : 'remove.lede.lead') : t(gesture === 'edit' ? 'edit.lede' : 'report.lede');
  return (
    <Page title={t(`${gesture}.title`)} noIndex edit>
      <Breadcrumb items={[...crumbs.slice(0, -1), { href: back, label: thread.title }, { label: t(`${gesture}.title`) }]} />
      <Hero size="title" title={t(`${gesture}.title`)} lede={lede} />
      <ErrorSummary errors={errors} />
      {gesture !== 'edit' && <blockquote class="message-quoted"><Text text={message.text} /></blockquote>}
      <form method="post" action={to(paths[gesture].href({ id: message.id }))}>
        {gesture === 'edit' && <Field type="textarea" name="texte" rows={10} label={t('field.text.discussion')} value={typed ?? message.text} error={errors[0]?.message} />}
        {gesture !== 'edit' && !own && <Field type="textarea" name="raison" rows={3} label={t(`${gesture}.reason`)} value={typed} error={errors[0]?.message} />}
        <div class="actions">
          <Button>{t(`${gesture}.do`)}</Button>
          <a href={back}>{t('back')}</a>
        </div>
      </form>
    </Page>
  );
}

/** Former words of a message, for its author and for those who lead. */
export function FormerPage({ found, versions }: { found: FoundMessage; versions: readonly { text: string; until: string }[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { thread, message } = found;
  const back = `${to(paths.show.href({ id: thread.id }, { page: found.page }))}#message-${message.position}`;
  return (
    <Page title={t('former.title')} noIndex>
      <Breadcrumb items={[...useThreadCrumbs(thread).slice(0, -1), { href: back, label: thread.title }, { label: t('former.title') }]} />
      <Hero size="title" title={t('former.title')} lede={t('former.lede')} />
      {versions.length === 0 && <p>{t('former.none')}</p>}
      {versions.map((version) => (
        <Section key={version.until} title={t('former.until', { when: dayOf(lang, version.until) })}>
          <Text text={version.text} />
        </Section>
      ))}
      <p><a href={back}>{t('back')}</a></p>
    </Page>
  );
}
