import { countryName } from '~/reference/index.ts';
import { formatDay, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType } from '~/sheets/index.ts';
import { Button, DefinitionList, Field, Note, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { foreignKinds, frenchKinds } from '../missing-form.ts';
import { paths } from '../paths.ts';
import type { ClaimProps } from './claim-props.ts';
import { optionOf } from './missing.tsx';

/** What helps to decide, then yes or no with a reason. */
export function ReviewerPart({ claim, person, held, objections, network, refused, message, places }: ClaimProps & { message: string | undefined }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const open = claim.state === 'requested' || claim.state === 'granted';
  const day = (iso: string) => formatDay(lang, iso.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });
  const proofs = [held?.domain && t('held.domain'), held?.siret && t('held.siret')].filter((one) => typeof one === 'string');
  return (
    <>
      <Section title={t('review.who')}>
        <DefinitionList
          items={[
            person !== undefined && [t('review.name'), person.name],
            person !== undefined && [t('review.mail'), <a key="mail" href={`mailto:${person.mail}`}>{person.mail}</a>],
            [t('review.proofs'), proofs.length ? formatList(lang, proofs) : t('held.none')],
            claim.word !== null && [t('claim.word'), claim.word],
          ]}
        />
        <p class="quiet">{t('review.private')}</p>
      </Section>
      {objections.length > 0 && (
        <Section title={t('objections.title')}>
          <ul class="plain">{objections.map((one) => <li key={one.at}><p>{one.reason}</p><p class="quiet">{[one.role, day(one.at)].filter(Boolean).join(' · ')}</p></li>)}</ul>
        </Section>
      )}
      {open && (
        <Section title={t('decide.title')}>
          {claim.state === 'requested' && network && <Note>{t('decide.network', { name: network.title })}</Note>}
          <form method="post" action={to(paths.decision.href({ id: claim.id }))} class="claim-form">
            {claim.missing && claim.state === 'requested' && <Corrections claim={claim} places={places} />}
            <Field type="radio" name="decision" label={t('decide.label')} value={refused?.typed.decision} error={refused?.field === 'decision' ? message : undefined}
              options={[['oui', t(claim.state === 'granted' ? 'decide.keep' : 'decide.yes')], ['non', t(claim.state === 'granted' ? 'decide.end' : 'decide.no')]]} />
            <Field type="textarea" rows={3} name="motif" label={t('decide.reason')} hint={t('decide.reason.hint')} value={refused?.typed.motif} error={refused?.field === 'motif' ? message : undefined} optional />
            <p class="actions"><Button>{t('decide.do')}</Button></p>
          </form>
        </Section>
      )}
    </>
  );
}

/** What was declared, put right before it becomes a sheet. */
function Corrections({ claim, places }: Pick<ClaimProps, 'claim' | 'places'>) {
  const t = useT(messages);
  const { lang } = useView();
  const missing = claim.missing!;
  const kinds = missing.pays === 'FR' ? frenchKinds : foreignKinds;
  return (
    <>
      <p>{t('decide.correct')}</p>
      <Field name="nom" label={t('missing.name')} value={missing.nom} />
      <Field type="select" name="nature" label={t('missing.kind')} value={missing.nature} options={kinds.map((kind) => [kind, labelOfType('territory', kind, lang) ?? kind] as const)} />
      {missing.pays === 'FR' && <Field type="select" name="departement" label={t('missing.place')} value={missing.departement} options={[['', t('choose')], ...places.map(optionOf)]} />}
      {missing.pays === 'FR' && <Field name="code" label={t('missing.code')} value={missing.code} optional />}
      <Field type="url" name="site" label={t('missing.site')} value={missing.site} optional />
    </>
  );
}

/** What was told of the authority that has no sheet. */
export function Declared({ claim, joined, places }: ClaimProps) {
  const t = useT(messages);
  const { lang } = useView();
  const missing = claim.missing!;
  const place = places.find((one) => one.id === missing.departement);
  return (
    <Section title={t('declared.title')}>
      <DefinitionList
        items={[
          [t('missing.name'), missing.nom],
          [t('missing.kind'), labelOfType('territory', missing.nature, lang) ?? missing.nature],
          [t('missing.country'), countryName(missing.pays, lang)],
          place !== undefined && [t('missing.place'), place.title],
          Boolean(missing.code) && [t('missing.code'), missing.code],
          Boolean(missing.site) && [t('missing.site'), missing.site],
          joined.length > 0 && [t('missing.joins'), <ul key="joined" class="plain">{joined.map((one) => <li key={one.line}>{one.title ? t('declared.found', { line: one.line, title: one.title }) : t('declared.lost', { line: one.line })}</li>)}</ul>],
        ]}
      />
      {joined.some((one) => one.id) && claim.state === 'requested' && <p class="quiet">{t('declared.joins')}</p>}
    </Section>
  );
}
