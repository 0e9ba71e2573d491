import { formatDayRange, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, linked, sheetHref, SheetPage, SheetState, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { Button, DefinitionList, Hero, Note, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Join, VisitDetail } from '../queries.ts';
import { Joins } from './joins.tsx';

export interface VisitPageProps {
  frame: SheetFrame;
  visit: VisitDetail;
  joins: readonly Join[];
  /** This reader keeps it. */
  isOurs: boolean;
  /** They may ask to come along. */
  mayJoin: boolean;
}

export function VisitPage({ frame, visit, joins, isOurs, mayJoin }: VisitPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const said = frame.states.at(-1);
  return (
    <SheetPage
      frame={frame}
      section="agenda"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={
        <Hero
          title={<span lang="fr">{sheet.title}</span>}
          size="title"
          eyebrow={labelOfType('visit', sheet.type, lang)}
          lede={sheet.summary ? <span lang={sheet.lang}>{sheet.summary}</span> : undefined}
          side={<VisitFacts frame={frame} visit={visit} />}
        />
      }
    >
      {visit.isPrivate && <Note title={t('private.title')} sign="reserve">{t('private.text')}</Note>}
      {said?.reason && (
        <Note title={labelOfState('visit', said.state, lang)} sign={said.state === 'accepted' ? 'prevu' : 'annule'}>
          <p lang={sheet.lang}>{said.reason}</p>
        </Note>
      )}
      {sheet.state === 'requested' && frame.right === 'partner' && (
        <form method="post" action={to(paths.withdraw.href({ slug: sheet.slug }))} class="visit-withdraw">
          <Button kind="outline">{t('withdraw.do')}</Button>
        </form>
      )}
      {visit.programme && <Words id="programme" title={t('programme.title')} text={visit.programme} />}
      <Bodies id="accueil" title={t('receives.title')} list={linked(frame.outgoing, 'receives')} />
      <Bodies id="rencontres" title={t('met.title')} list={linked(frame.outgoing, 'met')} />
      {visit.report && <Words id="compte-rendu" title={t('report.title')} text={visit.report} />}
      {sheet.type === 'trip' && <Joins sheet={sheet} joins={joins} isOurs={isOurs} mayJoin={mayJoin} />}
    </SheetPage>
  );
}

function VisitFacts({ frame, visit }: { frame: SheetFrame; visit: VisitDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const far = frame.places.find((place) => place.role === 'to');
  const [from] = [...linked(frame.outgoing, 'partner'), ...linked(frame.outgoing, 'organiser')];
  const [host] = linked(frame.outgoing, 'host');
  const when = !sheet.start ? t('when.unknown') : sheet.end && sheet.start.precision === 'day' && sheet.end.precision === 'day'
    ? formatDayRange(lang, sheet.start.value, sheet.end.value, { day: 'numeric', month: 'long', year: 'numeric' })
    : sheet.end ? t('when.range', { from: formatPartialDate(lang, sheet.start), to: formatPartialDate(lang, sheet.end) }) : formatPartialDate(lang, sheet.start);
  return (
    <DefinitionList
      items={[
        [t('facts.when'), when],
        from && [t('facts.from'), <BodyLink body={from} />],
        host ? [t('facts.host'), <BodyLink body={host} />] : far && [t('facts.to'), <span lang="fr">{far.label}</span>],
        visit.people !== null && [t('facts.people'), <span lang="fr">{visit.people}</span>],
        sheet.type === 'trip' && visit.places !== null && [t('facts.places'), t('places.left', { n: visit.places })],
        [t('facts.state'), <SheetState sheet={sheet} />],
      ]}
    />
  );
}

function BodyLink({ body }: { body: LinkedSheet }) {
  const { to } = useView();
  return <a href={to(sheetHref(body.kind, body.slug))} lang="fr">{body.title}</a>;
}

function Bodies({ id, title, list }: { id: string; title: string; list: readonly LinkedSheet[] }) {
  const { lang, to } = useView();
  if (!list.length) return null;
  return (
    <Section id={id} title={title}>
      <SheetList items={list.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, lang: 'fr', right: labelOfType(one.kind, one.type, lang) }))} />
    </Section>
  );
}

function Words({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <Section id={id} title={title}>
      {text.split(/\n+/).filter(Boolean).map((line, index) => <p key={index} lang="fr">{line}</p>)}
    </Section>
  );
}
