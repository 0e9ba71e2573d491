import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { ActionMark, ActionWhen, isOutsidePeriod, stateToShow } from '~/modules/strategies/index.ts';
import { labelOfType, linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { FactsLine, Hero, Note, Section, SheetList, Timeline } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ActionDetail } from '../queries.ts';
import { buildJsonLd } from './json-ld.ts';
import { Goals, Marks, Need, Results } from './project.tsx';
import { With } from './with.tsx';

export interface ActionPageProps {
  frame: SheetFrame;
  detail: ActionDetail;
}

export function ActionPage({ frame, detail }: ActionPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const [holder] = linked(frame.outgoing, 'holder');
  return (
    <SheetPage
      frame={frame}
      section="actions"
      breadcrumb={[
        { href: to(paths.list.href({})), label: t('list.title') },
        ...(holder ? [{ href: to(sheetHref(holder.kind, holder.slug)), label: holder.title }] : []),
        { label: sheet.title },
      ]}
      hero={
        <Hero eyebrow={labelOfType('action', sheet.type, lang)} title={sheet.title} size="title" lede={sheet.summary ?? undefined}>
          <FactsLine items={[<ActionWhen start={sheet.start} end={sheet.end} />, <ActionMark action={sheet} />, holder?.title]} />
        </Hero>
      }
      jsonLd={buildJsonLd(frame, holder?.title)}
    >
      <Standing frame={frame} detail={detail} />
      <With frame={frame} />
      <Need frame={frame} detail={detail} />
      <Results frame={frame} detail={detail} />
      <Objectives detail={detail} />
      <Goals frame={frame} detail={detail} />
      <Marks frame={frame} detail={detail} />
      <Captions frame={frame} />
      {detail.note && (
        <Section title={t('note.title')}>
          <p lang={sheet.lang}>{detail.note}</p>
        </Section>
      )}
    </SheetPage>
  );
}

/** How far what is known of its state goes, and what it is flagged for. */
function Standing({ frame: { sheet, sources }, detail }: ActionPageProps) {
  const t = useT(messages);
  const { lang, today } = useView();
  const published = sources.find((source) => source.published)?.published;
  const state = stateToShow(sheet, today);
  const outside = detail.objectives.some((objective) => isOutsidePeriod(sheet, objective.strategy));
  return (
    <>
      {detail.isDraft && (
        <Note tone="context" title={t('draft.title')}>
          <p>{t('draft.text')}</p>
        </Note>
      )}
      {state === 'to-confirm' && (
        <Note tone="confirm" sign="a-confirmer" title={t('flag.confirmTitle')}>
          <p>{t(sheet.state === 'planned' ? 'facts.confirmPlanned' : 'facts.confirmEnded')}</p>
        </Note>
      )}
      {state === 'finalising' && published && <p>{t('facts.finalising', { date: formatPartialDate(lang, published) })}</p>}
      {detail.isOccasional && (
        <Note tone="context" title={t('flag.occasionalTitle')}>
          <p>{t('flag.occasional')}</p>
        </Note>
      )}
      {outside && (
        <Note tone="confirm" title={t('flag.outsideTitle')}>
          <p>{t('flag.outside')}</p>
        </Note>
      )}
    </>
  );
}

function Objectives({ detail }: { detail: ActionDetail }) {
  const t = useT(messages);
  const { to } = useView();
  if (!detail.objectives.length) return null;
  return (
    <Section title={t('section.objectives')} id="objectifs">
      <SheetList
        items={detail.objectives.map((one) => ({
          href: to(sheetHref('objective', one.slug)),
          title: one.title,
          lang: one.lang,
          sign: <span class="list-number">{one.number}</span>,
          meta: (
            <>
              {t(`basis.${one.basis}`)}{' '}
              <a href={to(sheetHref('strategy', one.strategy.slug))} lang="fr">
                {one.strategy.title}
              </a>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** The pictures are not ours yet; what they show and who took them is told. */
function Captions({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang } = useView();
  const captions = frame.facts.filter((fact) => fact.field === 'caption');
  if (!captions.length) return null;
  return (
    <Section title={t('section.captions')} lede={t('captions.lede')} id="legendes">
      <Timeline
        items={captions.map((caption) => ({
          when: caption.observed ? formatPartialDate(lang, caption.observed) : t('when.unknown'),
          dateTime: caption.observed?.value,
          title: <span lang={frame.sheet.lang}>« {caption.value} »</span>,
          detail: caption.label && t('caption.credit', { credit: caption.label }),
          faded: !caption.observed,
        }))}
      />
    </Section>
  );
}
