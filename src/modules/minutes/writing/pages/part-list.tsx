import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Field, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { codeOfNature, natures } from '../../rules.ts';
import type { Part, Speech } from '../queries.ts';
import type { DeskProps } from '../desk.ts';
import { labelOf } from './texts.tsx';
import { OneButton } from './one-button.tsx';

/** Each part as it is now, with what was said in it; then what was said outside of any. */
export function PartList({ writing, draft, authors }: DeskProps) {
  const t = useT(messages);
  const { to } = useView();
  const open = writing.state !== 'published';
  const free = draft.speeches.filter((one) => one.part === null);
  return (
    <>
      {draft.parts.map((part, index) => (
        <Section key={part.id} id={`partie-${part.id}`} title={<span lang="fr">{part.title}</span>} action={open && <a href={to(paths.part.href({ ...writing.at, id: part.id }))}>{t('part.write')}<span class="visually-hidden"> {part.title}</span></a>}>
          {part.title !== t(`nature.${part.nature}`) && <p class="part-nature">{t(`nature.${part.nature}`)}</p>}
          <PartText part={part} />
          <Said list={draft.speeches.filter((one) => one.part === part.position)} />
          {authors.get(part.id)?.author && <p class="hint">{t('part.author', { author: authors.get(part.id)!.author })}</p>}
          {open && (
            <div class="actions part-order">
              {index > 0 && <OneButton action={paths.order.href({ ...writing.at, id: part.id })} label={t('part.up')} name="sens" value="haut" />}
              {index < draft.parts.length - 1 && <OneButton action={paths.order.href({ ...writing.at, id: part.id })} label={t('part.down')} name="sens" value="bas" />}
              {!part.text && part.items.length === 0 && <OneButton action={paths.removePart.href({ ...writing.at, id: part.id })} label={t('part.remove')} />}
            </div>
          )}
        </Section>
      ))}
      {free.length > 0 && (
        <Section id="prises-de-parole" title={t('speeches.title')} action={open && <a href={to(paths.speeches.href(writing.at))}>{t('speeches.write')}</a>}>
          <Said list={free} />
        </Section>
      )}
    </>
  );
}

function PartText({ part }: { part: Part }) {
  const t = useT(messages);
  const workshop = [part.room && t('workshop.room', { room: part.room }), part.facilitator && t('workshop.facilitator', { who: part.facilitator }), part.participants !== null && t('workshop.people', { n: part.participants })].filter(Boolean);
  return (
    <>
      {workshop.length > 0 && <p>{workshop.join(' · ')}</p>}
      {part.text ? <p lang="fr" class="kept-lines">{part.text}</p> : part.items.length === 0 && <p class="hint">{t('part.empty')}</p>}
      {part.items.length > 0 && <ul lang="fr">{part.items.map((item) => <li key={item}>{item}</li>)}</ul>}
    </>
  );
}

function Said({ list }: { list: Speech[] }) {
  const t = useT(messages);
  if (!list.length) return null;
  return (
    <ul class="plain minutes-list">
      {list.map((one) => (
        <li key={one.id}>
          <p><strong lang="fr">{labelOf(one)}</strong></p>
          {one.said ? <p lang="fr" class="kept-lines">{one.said}</p> : <p><StateMark status="non-rapportee" word={t('silent')} /></p>}
        </li>
      ))}
    </ul>
  );
}

export function NewPart({ writing, fault }: DeskProps) {
  const t = useT(messages);
  const { to } = useView();
  const error = fault?.on === 'titre' ? t(`fault.${fault.code}`) : undefined;
  return (
    <Section id="ajouter" title={t('part.new')} rule>
      <form method="post" action={to(paths.parts.href(writing.at))}>
        <Field type="radio" name="nature" label={t('field.nature')} value={fault?.typed?.nature ?? codeOfNature('part')} options={natures.map((nature) => [codeOfNature(nature), t(`nature.${nature}.choice`)] as const)} />
        <Field name="titre" label={t('field.titre')} hint={t('field.titre.hint')} value={fault?.on === 'titre' ? fault.typed?.titre : undefined} error={error} />
        <div class="actions"><Button kind="outline">{t('part.add')}</Button></div>
      </form>
    </Section>
  );
}
