import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Choices, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import type { Writing } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Aside, Draft, Part, Speech } from '../queries.ts';
import { saidField, type Fault } from '../form.ts';
import type { Saved } from '../texts.ts';
import { MinutesCrumbs } from './crumbs.tsx';

export interface TextsPageProps {
  writing: Writing;
  draft: Draft;
  part: Part | null;
  speeches: Speech[];
  typed?: Record<string, string>;
  faults?: { field: string; fault: Fault }[];
  clashes?: Saved['clashes'];
}

/** One part, with what was said in it; or what was said outside of any part. */
export function TextsPage({ writing, draft, part, speeches, typed = {}, faults = [], clashes = [] }: TextsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const title = part ? part.title : t('speeches.title');
  const action = to(part ? paths.part.href({ ...writing.at, id: part.id }) : paths.speeches.href(writing.at));
  const fieldOf = (clash: Saved['clashes'][number]) => (clash.unit === part?.id ? clash.field : saidField(clash.unit));
  const contested = new Map(clashes.map((clash) => [fieldOf(clash), clash]));
  const wrong = new Map(faults.map(({ field, fault }) => [field, t(`fault.${fault}`)]));
  const errors = [...[...wrong].map(([name, message]) => ({ name, message })), ...[...contested.keys()].map((name) => ({ name, message: t('clash.summary') }))];
  // What others wrote meanwhile is shown in the fields that this person did not touch.
  const valueOf = (name: string, now: string) => (wrong.size > 0 || contested.has(name) ? (typed[name] ?? now) : now);
  const field = (name: string, now: string, rest: { label: string; hint?: string; type?: 'textarea' | 'text'; rows?: number; optional?: boolean; inputmode?: 'numeric' }) => (
    <>
      {contested.has(name) && <BothTexts clash={contested.get(name)!} mine={typed[name] ?? ''} />}
      <Field {...rest} name={name} value={valueOf(name, now)} error={contested.has(name) ? t('clash.field') : wrong.get(name)} />
    </>
  );
  const here = draft.asides.filter(({ unit }) => unit === part?.id || speeches.some((one) => one.id === unit));
  // One's own of a moment ago is in the field: sending again settles it.
  const asides = here.filter(({ mine }) => !(mine && clashes.length));
  const settled = here.filter((one) => !asides.includes(one));
  const version = (now: number, name: string) => <input type="hidden" name={name} value={faults.length ? (typed[name] ?? String(now)) : String(now)} />;
  return (
    <Page title={t('texts.page', { title })} section="rencontres" noIndex edit>
      <MinutesCrumbs writing={writing} last={title} />
      <Hero title={<span lang="fr">{title}</span>} size="title" eyebrow={part ? t(`nature.${part.nature}`) : undefined} lede={t('texts.lede')} />
      <ErrorSummary errors={errors} title={clashes.length ? t('clash.title') : undefined} />
      <Asides asides={asides} />
      <form method="post" action={action} class="minutes-texts" data-texts data-saved={t('texts.kept')} data-clash={t('texts.clash')}>
        {part && (
          <>
            {version(part.version, 'version')}
            {field('titre', part.title, { label: t('field.titre') })}
            {field('texte', part.text, { label: t('field.texte'), hint: t('field.texte.hint'), type: 'textarea', rows: 8, optional: true })}
            {field('points', part.items.join('\n'), { label: t('field.points'), hint: t('field.points.hint'), type: 'textarea', rows: 4, optional: true })}
            {part.nature === 'workshop' && (
              <>
                {field('salle', part.room, { label: t('field.salle'), optional: true })}
                {field('anime', part.facilitator, { label: t('field.anime'), hint: t('field.anime.hint'), optional: true })}
                {field('presents', String(part.participants ?? ''), { label: t('field.presents'), inputmode: 'numeric', optional: true })}
              </>
            )}
          </>
        )}
        {speeches.map((one) => (
          <div key={one.id} class="minutes-said">
            {version(one.version, `version-${one.id}`)}
            {field(saidField(one.id), one.said, { label: labelOf(one), hint: t('field.dit.hint'), type: 'textarea', rows: 5, optional: true })}
          </div>
        ))}
        {part && <Speakers draft={draft} part={part} />}
        {asides.length > 0 && (
          <Field type="checkboxes" name="repris" label={t('aside.merged')} options={asides.map(({ id, author }) => [String(id), t('aside.one', { author: author || t('someone') })] as const)} />
        )}
        {settled.map(({ id }) => <input key={id} type="hidden" name="repris" value={String(id)} />)}
        <p class="draft-status" role="status" />
        <div class="actions">
          <Button>{t('texts.save')}</Button>
          <Button kind="outline" name="ensuite" value="rester">{t('texts.saveStay')}</Button>
        </div>
      </form>
    </Page>
  );
}

/** Who speaks here: one line of what was ticked when the form was drawn tells what this person changed. */
function Speakers({ draft, part }: { draft: Draft; part: Part }) {
  const t = useT(messages);
  const here = draft.speeches.filter((one) => one.part === part.position).map(({ id }) => id);
  const free = draft.speeches.filter((one) => one.part === null || one.part === part.position);
  if (!free.length) return null;
  return (
    <fieldset class="field" id="champ-prises">
      <legend>{t('field.prises')}</legend>
      <p class="hint">{t('field.prises.hint')}</p>
      {here.map((id) => <input key={id} type="hidden" name="prises-avant" value={id} />)}
      <Choices type="checkbox" name="prises" values={here} options={free.map((one) => [one.id, labelOf(one)] as const)} />
    </fieldset>
  );
}

/** By name when it is public, always by function. */
export function labelOf({ speaker }: Pick<Speech, 'speaker'>): string {
  return [speaker.name, speaker.function].filter(Boolean).join(', ');
}

function BothTexts({ clash, mine }: { clash: Saved['clashes'][number]; mine: string }) {
  const t = useT(messages);
  return (
    <div class="two-texts">
      <div>
        <p class="two-texts-who">{t('clash.theirs', { author: clash.author || t('someone') })}</p>
        <blockquote lang="fr">{clash.theirs || t('clash.empty')}</blockquote>
      </div>
      <div>
        <p class="two-texts-who">{t('clash.mine')}</p>
        <blockquote lang="fr">{mine || t('clash.empty')}</blockquote>
      </div>
    </div>
  );
}

function Asides({ asides }: { asides: Aside[] }) {
  const t = useT(messages);
  return (
    <>
      {asides.map((one) => (
        <Note key={one.id} tone="confirm" title={t('aside.title', { author: one.author || t('someone') })} sign="a-confirmer">
          {Object.entries(one.fields).map(([name, text]) => <p key={name} lang="fr" class="kept-lines">{text}</p>)}
          <p>{t('aside.text')}</p>
        </Note>
      ))}
    </>
  );
}
