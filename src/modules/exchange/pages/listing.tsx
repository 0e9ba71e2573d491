import { formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { labelOfType, linked, sheetHref, SheetPage, SheetState, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, FactsLine, Hero, Note, Section, SheetList } from '~/ui/index.ts';
import type { Answer } from '../answers.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ListingDetail } from '../queries.ts';
import { isOpen, type May, type natures } from '../rules.ts';
import { Answering, Answers, Prolonging } from './answers.tsx';
import { Portrait } from './portrait.tsx';

export interface ListingPageProps {
  frame: SheetFrame;
  detail: ListingDetail;
  answers: readonly Answer[];
  may: May;
}

export function ListingPage({ frame, detail, answers, may }: ListingPageProps) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const { sheet } = frame;
  const [owner] = linked(frame.outgoing, 'holder');
  const nature = detail.nature && t(`choice.nature.${detail.nature as (typeof natures)[number]}`).toLocaleLowerCase(lang);
  const open = isOpen({ state: sheet.state, expiresOn: detail.expiresOn }, today);
  return (
    <SheetPage
      frame={frame}
      section="bourse"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={
        <Hero eyebrow={[labelOfType('listing', sheet.type, lang), nature].filter(Boolean).join(', ')} title={sheet.title} size="title">
          <FactsLine items={[owner?.title, <SheetState sheet={sheet} />]} />
        </Hero>
      }
      jsonLd={{ '@type': sheet.type === 'offre' ? 'Offer' : 'Demand', validThrough: detail.expiresOn, ...(owner ? { seller: { '@type': 'Organization', name: owner.title } } : {}) }}
    >
      <Standing frame={frame} detail={detail} />
      {sheet.summary && sheet.type !== 'recherche' && <p class="as-written" lang={sheet.lang === lang ? undefined : sheet.lang}>{sheet.summary}</p>}
      {sheet.type === 'recherche' && <Portrait sheet={sheet} detail={detail} />}
      <Section id="essentiel" title={t('facts.title')}>
        <DefinitionList items={useFacts(frame, detail, owner, open)} />
      </Section>
      {sheet.state === 'matched' && <Outcome frame={frame} detail={detail} />}
      {may === 'own' && open && <Prolonging slug={sheet.slug} expiresOn={detail.expiresOn} />}
      {may === 'own' ? sheet.state !== 'draft' && <Answers answers={answers} /> : (open || answers.length > 0) && <Answering slug={sheet.slug} answers={answers} may={may} isOpen={open} />}
    </SheetPage>
  );
}

function useFacts(frame: SheetFrame, detail: ListingDetail, owner: LinkedSheet | undefined, open: boolean) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const say = (date: { value: string; precision: 'day' | 'month' | 'year' }) => formatPartialDate(lang, date);
  const { start, end } = detail.period;
  const when = start && end ? t('when.fromTo', { from: say(start), to: say(end) }) : start ? t('when.from', { date: say(start) }) : end ? t('when.to', { date: say(end) }) : null;
  const places = frame.places.map((place) => place.label);
  const countries = sheet.countries.map((iso) => countryName(iso, lang));
  const where = [...places, ...countries].join(', ');
  const until = say({ value: detail.expiresOn, precision: 'day' });
  return [
    owner && ([t('facts.who'), <a href={to(sheetHref(owner.kind, owner.slug))}>{owner.title}</a>] as const),
    where ? ([t('facts.where'), where] as const) : null,
    when ? ([t('facts.when'), when] as const) : null,
    [t('facts.until'), t(open || sheet.state === 'draft' ? 'facts.until.open' : 'facts.until.closed', { date: until })] as const,
  ];
}

function Standing({ frame: { sheet }, detail }: Pick<ListingPageProps, 'frame' | 'detail'>) {
  const t = useT(messages);
  const { lang, today } = useView();
  const date = formatPartialDate(lang, { value: detail.expiresOn, precision: 'day' });
  if (sheet.state === 'draft')
    return (
      <Note tone="context" title={t('draft.title')}>
        <p>{t('draft.text')}</p>
      </Note>
    );
  if (sheet.state === 'matched' || sheet.state === 'withdrawn') return <Note tone="context" title={t(`closed.${sheet.state}`)} />;
  return sheet.state === 'expired' || detail.expiresOn < today ? <Note tone="context" title={t('closed.expired', { date })} /> : null;
}

function Outcome({ frame, detail }: Pick<ListingPageProps, 'frame' | 'detail'>) {
  const t = useT(messages);
  const { lang, to } = useView();
  const [bodies, born] = [linked(frame.outgoing, 'matched'), linked(frame.outgoing, 'outcome')];
  return (
    <Section id="suite" title={t('outcome.title')}>
      {detail.outcome && <p class="as-written">{detail.outcome}</p>}
      {bodies.length > 0 && <p>{t('outcome.with', { names: formatList(lang, bodies.map((one) => one.title)) })}</p>}
      {detail.outcomeWith && <p>{t('outcome.withOther', { name: detail.outcomeWith })}</p>}
      {(bodies.length > 0 || born.length > 0) && <SheetList items={[...bodies, ...born].map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title }))} />}
    </Section>
  );
}
