import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, type SheetSummary } from '~/sheets/index.ts';
import { GuardFields, guardMessages, type GuardRefusal } from '~/sheets/guard/index.ts';
import { Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { fieldOf, type Fault, type Typed } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { longest, retention } from '../rules.ts';

export interface WritePageProps {
  typed: Typed;
  sheet?: SheetSummary;
  stamp: string;
  faults?: readonly Fault[];
  refused?: GuardRefusal | null;
}

/** R190, R191, R192: to write to those who keep a page. Without script, only the address given with « Oui » is read. */
export function WritePage({ typed, sheet, stamp, faults = [], refused = null }: WritePageProps) {
  const t = useT(messages);
  const guarded = useT(guardMessages);
  const { to } = useView();
  const errors = faults.map((fault) => ({ name: fieldOf[fault], message: t(`fault.${fault}`, { most: longest }) }));
  if (refused) errors.push({ name: refused === 'trap' ? 'site' : 'message', message: guarded(`refused.${refused}`) });
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={t('title')} description={t('lede')} noIndex>
      <Hero title={t('title')} size="title" lede={t('lede')} />
      <p>
        {t('about')} <a href={to(typed.page)} lang={sheet?.lang}>{sheet?.title ?? (typed.page === '/' ? t('about.home') : decodePage(typed.page))}</a>
      </p>
      <ErrorSummary errors={errors} />
      <form class="feedback-form" method="post" action={to(paths.form.href({}, { page: typed.page }))}>
        <input type="hidden" name="page" value={typed.page} />
        <Field
          type="radio" name="nature" label={t('kind')} value={typed.kind} error={errorOf('nature')}
          options={[['remarque', t('kind.remark')], ['complement', t('kind.addition')], ['suggestion', t('kind.suggestion')]]}
        />
        <Field type="textarea" name="message" rows={7} label={t('text')} hint={t('text.hint')} value={typed.text} error={errorOf('message')} />
        <Field type="radio" name="reponse" label={t('reply')} value={typed.reply} options={[['non', t('reply.no')], ['oui', t('reply.yes')]]} />
        <div class="reply-address">
          <Field type="email" name="adresse" label={t('mail')} hint={t('mail.hint', { days: retention.mailDays, months: retention.mailMonths })} value={typed.mail} error={errorOf('adresse')} autocomplete="email" />
        </div>
        <GuardFields stamp={stamp} trapped={refused === 'trap'} />
        <div class="actions">
          <Button>{t('send')}</Button>
        </div>
        <p class="hint">{t('unpublished', { months: retention.textMonths })}</p>
      </form>
    </Page>
  );
}

function decodePage(page: string): string {
  try {
    return decodeURI(page);
  } catch {
    return page;
  }
}
