import { useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, SheetPage, SourceNote } from '~/sheets/index.ts';
import { Lede, Note, Pair } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { buildTimeline } from '../moments.ts';
import { Agreements } from './agreements.tsx';
import { BothSides } from './both-sides.tsx';
import { DoubtfulYears } from './doubtful-years.tsx';
import { Exchanges } from './exchanges.tsx';
import { Gains } from './gains.tsx';
import { Head } from './head.tsx';
import { Missing } from './missing.tsx';
import { buildPartnershipJsonLd } from './json-ld.ts';
import { Related } from './related.tsx';
import { Standing } from './standing.tsx';
import { ThreadMap } from './thread-map.tsx';
import { PartnershipTimeline } from './timeline.tsx';
import { namesOf, question, type PartnershipProps } from './words.ts';

export function PartnershipPage(props: PartnershipProps) {
  const { frame, detail } = props;
  const view = useView();
  const t = useT(messages);
  const { sheet } = frame;
  const names = namesOf(frame);
  const first = linked(frame.outgoing, 'french')[0];
  const moments = buildTimeline(frame, detail, view.today);
  const related = <Related frame={frame} detail={detail} names={names} />;
  const opinion = frame.sources.length > 0 && frame.sources.every((source) => source.nature === 'opinion');
  return (
    <SheetPage
      frame={frame}
      breadcrumb={[
        { href: view.to('/observatoire'), label: t('menu.observatory') },
        ...(first ? [{ href: view.to(sheetHref('territory', first.slug)), label: first.title }] : []),
        { href: view.to(question(first ? { territoire: first.slug } : {})), label: t('menu.partnerships') },
        { label: names.foreign.join(', ') },
      ]}
      hero={<Head {...props} names={names} />}
      jsonLd={buildPartnershipJsonLd(frame, view)}
      aside={
        <>
          <BothSides frame={frame} confirmations={detail.confirmations} />
          <Missing frame={frame} detail={detail} moments={moments} />
        </>
      }
      wide={
        <>
          {moments.length > 0 ? <Pair left={<PartnershipTimeline frame={frame} items={moments} />} right={related} /> : related}
          <ThreadMap frame={frame} names={names} />
        </>
      }
    >
      {sheet.summary && (
        <Lede>
          <span lang={sheet.lang}>{sheet.summary}</span>
          <SourceNote frame={frame} documentId={frame.sources[0]?.documentId} />
        </Lede>
      )}
      {opinion && (
        <Note tone="context" title={t('opinion.title')}>
          {t('opinion.text', { author: frame.sources[0]!.author })}
        </Note>
      )}
      <DoubtfulYears frame={frame} />
      <Gains frame={frame} gains={detail.gains} names={names} />
      <Standing frame={frame} detail={detail} names={names} />
      <Agreements frame={frame} detail={detail} />
      <Exchanges frame={frame} exchanges={detail.exchanges} />
    </SheetPage>
  );
}
