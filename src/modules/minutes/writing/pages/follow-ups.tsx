import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { DeskProps } from '../desk.ts';
import { OneButton } from './one-button.tsx';

export function FollowUps({ writing, followUps }: DeskProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const open = writing.state !== 'published';
  return (
    <Section id="suites" title={t('followUps.title')} lede={t('followUps.lede')} rule action={open && <a href={to(paths.followUps.href(writing.at))}>{t('followUp.add')}</a>}>
      {followUps.length === 0 && <p>{t('followUps.none')}</p>}
      <ul class="plain minutes-list">
        {followUps.map((one) => (
          <li key={one.id}>
            <p lang="fr">{one.text}</p>
            <p class="hint">{t('followUps.line', { kind: one.kind, who: one.owner ?? '', known: one.owner ? 'yes' : 'no', dated: one.due ? 'yes' : 'no', day: one.due ? formatDay(lang, one.due, { dateStyle: 'long' }) : '', done: one.doneAt ? 'yes' : 'no' })}</p>
            {open ? (
              <div class="actions part-order">
                <a href={to(paths.followUp.href({ ...writing.at, id: one.id }))}>{t('followUp.change')}</a>
                <OneButton action={paths.removeFollowUp.href({ ...writing.at, id: one.id })} label={t('followUp.remove')} />
              </div>
            ) : one.kind === 'follow-up' && !one.doneAt && <OneButton action={paths.done.href({ ...writing.at, id: one.id })} label={t('followUp.done')} kind="outline" />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
