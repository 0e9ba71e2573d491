import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Button, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { mayInGroup, type Standing } from '../../policy.ts';
import type { Group } from '../../queries.ts';
import { dayOf } from '../../rules.ts';
import type { Asked, Person } from '../queries.ts';

/** One person: name, function, body, since when; a guest with their last day; for who leads, what they may change. */
export function PersonLine({ group, person, standing, isMe }: { group: Group; person: Person; standing: Standing; isMe: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (iso: string) => formatPartialDate(lang, dayOf(iso));
  const appoints = mayInGroup('appoint', standing);
  const ends = mayInGroup('lead', standing) && !isMe && (!person.chairId || appoints);
  const chairs = appoints && !person.chairId && person.standing === 'member' && !person.byMandate;
  return (
    <li>
      <p class="person-name">
        {person.name} {person.chairId && <span class="person-mark">{t('people.chair')}</span>}{person.standing === 'guest' && <span class="person-mark">{t('people.guest')}</span>}
      </p>
      {(person.function || person.body) && (
        <p lang="fr">
          {person.function}
          {person.function && person.body && ', '}
          {person.body && <a href={to(sheetHref(person.body.kind, person.body.slug))}>{person.body.title}</a>}
        </p>
      )}
      <p class="hint">{person.until ? t('people.until', { since: day(person.since), until: day(person.until) }) : t('people.since', { since: day(person.since) })}</p>
      {(ends || chairs || (appoints && person.chairId)) && (
        <details>
          <summary>{t('people.manage', { name: person.name })}</summary>
          <div class="actions">
            {chairs && (
              <form method="post" action={to(paths.chair.href({ slug: group.slug }))}>
                <input type="hidden" name="compte" value={person.accountId} />
                <Button kind="outline">{t('people.appoint')}</Button>
              </form>
            )}
            {appoints && person.chairId && (
              <form method="post" action={to(paths.endChair.href({ slug: group.slug, mandate: person.chairId }))}>
                <Button kind="outline">{t('people.endChair')}</Button>
              </form>
            )}
            {ends && (
              <form method="post" action={to(paths.endPlace.href({ slug: group.slug, account: person.accountId }))}>
                <Button kind="plain">{t('people.end')}</Button>
              </form>
            )}
          </div>
        </details>
      )}
    </li>
  );
}

/** Who asks to come in: yes or no, with a word. */
export function Requests({ group, requests }: { group: Group; requests: readonly Asked[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="demandes" title={t('requests.title', { n: requests.length })} lede={t('requests.lede')}>
      <ul class="group-people">
        {requests.map((one) => {
          const at = { slug: group.slug, id: one.id };
          return (
            <li key={one.id}>
              <p class="person-name">{one.name}</p>
              <p lang="fr">{[one.function, one.body].filter(Boolean).join(', ')}</p>
              <p class="hint">{t('requests.since', { date: formatPartialDate(lang, dayOf(one.since)) })}</p>
              {one.word && <blockquote lang="fr"><p>{one.word}</p></blockquote>}
              <form method="post" action={to(paths.acceptRequest.href(at))}>
                <div class="field">
                  <label for={`mot-${one.id}`}>{t('requests.word', { name: one.name })}</label>
                  <input id={`mot-${one.id}`} name="mot" type="text" maxLength={1000} autocomplete="off" />
                </div>
                <p class="actions">
                  <Button>{t('requests.accept')}</Button>
                  <Button kind="outline" formAction={to(paths.declineRequest.href(at))}>{t('requests.decline')}</Button>
                </p>
              </form>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
