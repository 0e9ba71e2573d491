import { conversationHref } from '~/modules/discussions/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, Field, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Join } from '../queries.ts';

export interface JoinsProps {
  sheet: SheetSummary;
  joins: readonly Join[];
  isOurs: boolean;
  mayJoin: boolean;
}

/** Asking to come along; for whoever announced the trip, who asked and the answer. */
export function Joins({ sheet, joins, isOurs, mayJoin }: JoinsProps) {
  const t = useT(messages);
  const { to } = useView();
  if (!joins.length && !mayJoin) return null;
  return (
    <Section id="demandes" title={t(isOurs ? 'joins.title' : 'join.title')}>
      {joins.length > 0 && (
        <ul class="plain visit-joins">
          {joins.map((join) => (
            <li key={join.id}>
              <p>
                <strong lang="fr">{join.body}</strong> {t(`join.state.${join.state}` as 'join.state.asked')}{' '}
                {join.conversation && <a href={to(conversationHref(join.conversation))}>{t('join.conversation')}</a>}
              </p>
              {isOurs && join.state === 'asked' && (
                <form method="post" action={to(paths.answer.href({ slug: sheet.slug, id: join.id }))} class="actions">
                  <Button name="reponse" value="accepted">{t('join.accept')}</Button>
                  <Button name="reponse" value="declined" kind="outline">{t('join.decline')}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {!joins.length && mayJoin && (
        <form method="post" action={to(paths.join.href({ slug: sheet.slug }))}>
          <Field label={t('join.word')} name="mot" type="textarea" rows={3} hint={t('join.hint')} maxLength={2000} optional />
          <div class="actions form-actions">
            <Button>{t('join.do')}</Button>
          </div>
        </form>
      )}
    </Section>
  );
}
