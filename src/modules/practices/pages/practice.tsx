import { formatNumber, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, linked, sheetHref, SheetPage, type FactShown, type SheetFrame } from '~/sheets/index.ts';
import { DataTable, Hero, MarginNote, Note, Section } from '~/ui/index.ts';
import { borrowedNote } from '../commands.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Practice } from '../queries.ts';

interface Props {
  frame: SheetFrame;
  practice: Practice;
  isMember: boolean;
}

export function PracticePage({ frame, practice, isMember }: Props) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const own = lang === sheet.lang ? undefined : sheet.lang;
  const [holder] = linked(frame.outgoing, 'holder');
  const [action] = linked(frame.outgoing, 'action');
  const results = frame.facts.filter(({ field }) => field === 'resultat');
  return (
    <SheetPage
      frame={frame}
      section="pratiques"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero title={<span lang={own}>{sheet.title}</span>} size="title" eyebrow={holder ? <a href={to(sheetHref(holder.kind, holder.slug))} lang="fr">{holder.title}</a> : t('kind.one')} lede={sheet.summary ? <span lang={own}>{sheet.summary}</span> : undefined} />}
      aside={<Aside action={action} practice={practice} isMember={isMember} />}
    >
      {sheet.state === 'draft' && <Note tone="context" title={t('draft.title')}>{t('draft.text')}</Note>}
      <Words title={t('section.context')} text={practice.context} own={own} />
      {practice.steps.length > 0 && (
        <Section title={t('section.steps')}>
          <ol class="practice-steps" lang={own}>{practice.steps.map((step, index) => <li key={index}>{step}</li>)}</ol>
        </Section>
      )}
      {results.length > 0 && <Results results={results} action={action} own={own} />}
      <Words title={t('section.reuse')} text={practice.reuse} own={own} missing={t('section.reuseMissing')} />
      <Words title={t('section.failed')} text={practice.failed} own={own} missing={t('section.failedMissing')} />
    </SheetPage>
  );
}

/** Paragraphs as they were written; what nobody said is said to be missing. */
function Words({ title, text, own, missing }: { title: string; text: string | null; own?: string; missing?: string }) {
  if (!text && !missing) return null;
  return (
    <Section title={title}>
      {text ? <div lang={own}>{text.split(/\n+/).map((line, index) => <p key={index}>{line}</p>)}</div> : <p class="quiet">{missing}</p>}
    </Section>
  );
}

type Linked = ReturnType<typeof linked>[number];

function Results({ results, action, own }: { results: readonly FactShown[]; action?: Linked; own?: string }) {
  const t = useT(messages);
  const { lang } = useView();
  return (
    <Section title={t('section.results')}>
      <DataTable
        caption={t('section.results')}
        hideCaption
        stacks
        columns={[{ label: t('result.what'), head: true }, { label: t('result.value'), numeric: true }, { label: t('result.source') }]}
        rows={results.map((fact) => [
          <span lang={own}>{fact.label ?? fact.value}{fact.observed && <small> {formatPartialDate(lang, fact.observed)}</small>}</span>,
          fact.label === null ? '' : <>{formatNumber(lang, Number(fact.value))} <span lang={own}>{fact.unit}</span></>,
          <SourceCell fact={fact} action={action} />,
        ])}
      />
    </Section>
  );
}

/** Where it is written, and the action that it was taken over from. */
function SourceCell({ fact, action }: { fact: FactShown; action?: Linked }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {fact.sources.map((source) => <span key={source.documentId} lang="fr"><a href={to(commonPaths.document.href({ id: source.documentId }))}>{source.title}</a> {source.locator && <small>{source.locator}</small>} </span>)}
      {fact.note === borrowedNote && action && <a href={to(sheetHref('action', action.slug))}>{t('result.borrowed')}</a>}
    </>
  );
}

function Aside({ action, practice, isMember }: { action?: Linked; practice: Practice; isMember: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {action && <MarginNote title={t('aside.action')}><p><a href={to(sheetHref('action', action.slug))} lang="fr">{action.title}</a></p></MarginNote>}
      {practice.contact && (
        <MarginNote title={t('aside.contact')}>
          {isMember ? <p>{practice.contact.function}<br /><a href={`mailto:${practice.contact.mail}`}>{practice.contact.mail}</a></p> : <p>{t('aside.contactMembers')}</p>}
        </MarginNote>
      )}
    </>
  );
}
