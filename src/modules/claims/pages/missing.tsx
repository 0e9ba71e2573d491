import { countryName, listCountries } from '~/reference/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import type { Place } from '../areas.ts';
import { messages } from '../messages.ts';
import { foreignKinds, frenchKinds, type MissingAnswers, type MissingError, type MissingField } from '../missing-form.ts';
import { paths } from '../paths.ts';

interface MissingProps {
  answers: MissingAnswers;
  places: readonly Place[];
  errors: readonly MissingError[];
  /** A sheet has this code already. */
  known?: { slug: string; title: string };
}

/** An authority that the lists do not have: declared, read by somebody, then kept by who declared it. */
export function MissingPage(props: MissingProps) {
  const t = useT(messages);
  const { to } = useView();
  const { errors, known } = props;
  return (
    <Page title={t('missing.title')} section="observatoire" noIndex>
      <Breadcrumb items={[{ href: to(paths.find.href({})), label: t('find.title') }, { label: t('missing.title') }]} />
      <Hero title={t('missing.title')} lede={t('missing.lede')} size="title" />
      <ErrorSummary errors={errors.map(({ name, key }) => ({ name, message: t(key) }))} />
      {known && <Note><a href={to(sheetHref('territory', known.slug))}>{known.title}</a></Note>}
      <form method="post" action={to(paths.missing.href({}))} class="claim-form">
        <h2>{t('missing.it')}</h2>
        <TheAuthority {...props} />
        <h2>{t('missing.you')}</h2>
        <You {...props} />
        <p class="actions"><Button>{t('missing.do')}</Button></p>
      </form>
    </Page>
  );
}

function TheAuthority({ answers, places, errors }: MissingProps) {
  const t = useT(messages);
  const { lang } = useView();
  const kinds = [...frenchKinds, ...foreignKinds].map((kind) => [kind, labelOfType('territory', kind, lang) ?? kind] as const);
  return (
    <>
      <Field name="nom" label={t('missing.name')} value={answers.nom} error={useError(errors, 'nom')} />
      <Field type="select" name="nature" label={t('missing.kind')} value={answers.nature} error={useError(errors, 'nature')} options={[['', t('choose')], ...kinds]} />
      <Field type="select" name="pays" label={t('missing.country')} value={answers.pays ?? 'FR'} error={useError(errors, 'pays')} options={[['FR', countryName('FR', lang)], ...listCountries(lang).filter(({ iso }) => iso !== 'FR').map((country) => [country.iso, country[lang]] as const)]} />
      <Field type="select" name="departement" label={t('missing.place')} hint={t('missing.place.hint')} value={answers.departement} error={useError(errors, 'departement')} options={[['', t('choose')], ...places.map(optionOf)]} />
      <Field name="code" label={t('missing.code')} hint={t('missing.code.hint')} value={answers.code} error={useError(errors, 'code')} optional />
      <Field type="url" name="site" label={t('missing.site')} hint={t('missing.site.hint')} value={answers.site} error={useError(errors, 'site')} optional />
      <Field type="textarea" rows={3} name="reunit" label={t('missing.joins')} hint={t('missing.joins.hint')} value={answers.reunit} optional />
    </>
  );
}

export const optionOf = (place: Place) => [place.id, place.code ? `${place.code} · ${place.title}` : place.title] as const;

function You({ answers, errors }: MissingProps) {
  const t = useT(messages);
  return (
    <>
      <Field type="radio" name="role" label={t('role.label')} value={answers.role} error={useError(errors, 'role')} options={[['agent', t('role.agent')], ['elected', t('role.elected')]]} />
      <Field name="fonction" label={t('function.label')} hint={t('function.hint')} value={answers.fonction} error={useError(errors, 'fonction')} autocomplete="organization-title" />
      <Field name="service" label={t('service.label')} value={answers.service} optional />
      <Field type="textarea" rows={4} name="mot" label={t('word.label')} hint={t('word.hint')} value={answers.mot} error={useError(errors, 'mot')} />
    </>
  );
}

function useError(errors: readonly MissingError[], name: MissingField): string | undefined {
  const t = useT(messages);
  const found = errors.find((error) => error.name === name);
  return found && t(found.key);
}
