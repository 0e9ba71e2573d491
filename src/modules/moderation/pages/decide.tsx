import type { ComponentChildren } from 'preact';
import { findMessage, formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, labelOfKind, Page } from '~/sheets/index.ts';
import { Button, DefinitionList, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import { decisionFieldOf, type Attempted } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Measure, Publication, Report } from '../queries.ts';
import { dayOf, longest, reasons, type Verdict } from '../rules.ts';
import { MeasureDetail } from './measure.tsx';

export interface Content {
  summary: string | null;
  said: { name: string; text: string }[];
}

interface DeskProps extends Attempted {
  title: string;
  lede: string;
  action: string;
  verdicts: readonly (readonly [value: string, label: string])[];
  withGround?: boolean;
  withUntil?: boolean;
  children: ComponentChildren;
}

/** What is looked at, then one decision with its ground and its words. */
function Desk({ title, lede, action, verdicts, withGround, withUntil, typed, faults = [], children }: DeskProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = faults.map((fault) => ({ name: decisionFieldOf[fault], message: t(`decide.fault.${fault}`, { most: longest }) }));
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={title} noIndex>
      <p class="crumbs"><a href={to(paths.queue.href({}))}>{t('queue.title')}</a></p>
      <Hero title={title} size="title" lede={lede} />
      <ErrorSummary errors={errors} />
      {children}
      {verdicts.length > 0 && (
        <Section title={t('decide.title')} rule>
          <form class="feedback-form" method="post" action={action}>
            <Field type="radio" name="decision" label={t('decide.what')} value={typed?.verdict} error={errorOf('decision')} options={verdicts} />
            {withGround && <Field type="select" name="motif" label={t('decide.reason')} value={typed?.reason ?? ''} error={errorOf('motif')} options={[['', t('decide.reason.none')], ...reasons.map((reason) => [reason, t(`reason.${reason}`)] as const)]} />}
            <Field type="textarea" name="raisons" rows={5} label={t('decide.reasons')} hint={t('decide.reasons.hint')} value={typed?.reasons} error={errorOf('raisons')} />
            {withUntil && <Field type="date" name="jusquau" label={t('decide.until')} hint={t('decide.until.hint')} value={typed?.until} error={errorOf('jusquau')} />}
            <div class="actions"><Button>{t('decide.do')}</Button></div>
          </form>
        </Section>
      )}
    </Page>
  );
}

function ContentShown({ kind, slug, content }: { kind: string; slug: string | null; content: Content }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const spec = getKind(kind);
  return (
    <Section title={t('decide.content')} rule>
      <DefinitionList
        items={[
          [t('decide.kind'), labelOfKind(kind, lang)],
          content.summary !== null && ([t('decide.summary'), content.summary] as const),
          ...content.said.map(({ name, text }) => [findMessage(spec.messages, lang, `field.${name}`) ?? name, <span class="feedback-text">{text}</span>] as const),
        ]}
      />
      {slug && <p><a href={to(commonPaths.history.href({ genre: spec.genre, slug }))}>{t('decide.history')}</a></p>}
    </Section>
  );
}

export function PublicationPage({ publication, content, ...attempted }: { publication: Publication; content: Content } & Attempted) {
  const t = useT(messages);
  const { lang, to } = useView();
  const isSheet = publication.what === 'sheet';
  const date = formatDay(lang, dayOf(publication.at), { dateStyle: 'long' });
  return (
    <Desk
      {...attempted}
      title={publication.title}
      lede={publication.state !== 'pending' ? t(`state.${publication.state}`) : t(isSheet ? 'decide.sheet' : 'decide.correction', { author: publication.author, date })}
      action={to(paths.publication.href({ id: publication.id }))}
      withGround
      verdicts={publication.state === 'pending' ? [['approve', t(isSheet ? 'verdict.publish' : 'verdict.fine')], ['refuse', t(isSheet ? 'verdict.refuse' : 'verdict.warn')]] : []}
    >
      <ContentShown kind={publication.kind} slug={isSheet ? null : publication.slug} content={content} />
    </Desk>
  );
}

export function ReportShownPage({ report, content, verdicts, ...attempted }: { report: Report; content: Content; verdicts: readonly Verdict[] } & Attempted) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Desk
      {...attempted}
      title={report.title}
      lede={report.state === 'pending' ? t('decide.report', { date: formatDay(lang, dayOf(report.at), { dateStyle: 'long' }) }) : t(`report.${report.state}`)}
      action={to(paths.reportShown.href({ id: report.id }))}
      withGround={verdicts.length > 1}
      withUntil={verdicts.includes('suspend')}
      verdicts={report.state === 'pending' ? verdicts.map((verdict) => [verdict, t(`verdict.${verdict}`)] as const) : []}
    >
      <Section title={t('decide.said')} rule>
        <p><strong>{t(`reason.${report.reason}`)}</strong></p>
        <blockquote class="feedback-text" lang={report.text ? report.lang : undefined}>{report.text ?? t('erased')}</blockquote>
      </Section>
      <ContentShown kind={report.kind} slug={report.isHidden ? null : report.slug} content={content} />
    </Desk>
  );
}

export function AppealPage({ measure, ...attempted }: { measure: Measure } & Attempted) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Desk
      {...attempted}
      title={t('decide.appeal', { title: measure.title })}
      lede={t('decide.appeal.lede')}
      action={to(paths.appealShown.href({ id: measure.id }))}
      verdicts={measure.appealState === 'pending' ? [['upheld', t('verdict.upheld')], ['overturned', t('verdict.overturned')]] : []}
    >
      <Section title={t('decide.measure')} rule>
        <MeasureDetail measure={measure} />
      </Section>
    </Desk>
  );
}
