import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, type Mandate } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import type { ConsentKept, OwnCard } from '../card-queries.ts';
import type { CardRefusal, FunctionRefusal, Refusals } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { offeredConsents } from '../rules.ts';
import { OwnFunctions } from './own-functions.tsx';

export interface OwnCardPageProps {
  card: OwnCard;
  mandates: readonly Mandate[];
  refused: Refusals<CardRefusal | FunctionRefusal>;
  /** Which form was sent back, with what was typed in it. */
  form?: 'card' | 'function';
  typed?: Readonly<Record<string, readonly string[]>>;
}

/** My card: what I am called, what I agree to show and to whom, what I do. */
export function OwnCardPage({ card, mandates, refused, form, typed }: OwnCardPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const errorOf = (name: string) => refused.filter((one) => one.name === name).map((one) => t(`refusal.${one.code}`))[0];
  const value = (name: string, kept: string) => (form === 'card' ? (typed?.[name]?.[0] ?? '') : kept);
  const agreed = (field: (typeof offeredConsents)[number]) => (form === 'card' ? (typed?.accord ?? []).includes(field) : card.consents[field].given);
  return (
    <Page title={t('own.title')} noIndex>
      <ErrorSummary errors={refused.map(({ name, code }) => ({ name, message: t(`refusal.${code}`) }))} />
      <Hero title={t('own.title')} size="title" lede={t('own.lede')} />
      <form method="post" action={to(paths.card.href({}))}>
        <Field name="prenom" label={t('own.firstName')} value={value('prenom', card.firstName)} autocomplete="given-name" optional error={errorOf('prenom')} />
        <Field name="nom" label={t('own.lastName')} value={value('nom', card.lastName)} autocomplete="family-name" error={errorOf('nom')} />
        <Field name="courriel" type="email" label={t('own.mail')} hint={t('own.mail.hint')} value={value('courriel', card.mail)} autocomplete="email" optional error={errorOf('courriel')} />
        <Field name="telephone" type="tel" label={t('own.phone')} value={value('telephone', card.phone)} autocomplete="tel" optional error={errorOf('telephone')} />
        <fieldset class="consents">
          <legend>{t('own.consents')}</legend>
          <p class="hint">{t('own.consents.hint')}</p>
          {offeredConsents.map((field) => (
            <div key={field} class="consent">
              <label class="choice">
                <input type="checkbox" name="accord" value={field} checked={agreed(field)} aria-describedby={`accord-${field}`} /> <span>{t(`consent.${field}`)}</span>
              </label>
              <p class="hint" id={`accord-${field}`}>
                {t(`consent.${field}.seen`)} <Kept consent={card.consents[field]} />
              </p>
            </div>
          ))}
        </fieldset>
        <p class="hint">{t('own.elected')}</p>
        <p class="actions">
          <Button>{t('own.save')}</Button> <a href={to(paths.preview.href({}))}>{t('preview.title')}</a>
        </p>
      </form>
      <Section id="fonctions" title={t('own.functions')} lede={t('own.functions.lede')}>
        {card.personId ? <OwnFunctions functions={card.functions} mandates={mandates} typed={form === 'function' ? typed : undefined} errorOf={errorOf} /> : <p>{t('own.functions.first')}</p>}
      </Section>
      <Section title={t('own.more')}>
        <p>
          <a href={to(commonPaths.personalData.href({}))}>{t('own.data')}</a>
        </p>
      </Section>
    </Page>
  );
}

/** « Oui, depuis le 12 novembre 2026 »: a consent has its day, a no as well. */
function Kept({ consent: { given, at } }: { consent: ConsentKept }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!at) return <>{t('consent.never')}</>;
  const day = formatPartialDate(lang, { value: at.slice(0, 10), precision: 'day' });
  return <>{t(given ? 'consent.since' : 'consent.withdrawn', { day })}</>;
}
