import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { describe, toQuery } from '~/sheets/ask/index.ts';
import { Hero, Tabs, type IconName } from '~/ui/index.ts';
import { readings, sayReading, type Reading } from '../asking.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { AnswerCount } from './count.tsx';
import { DataReading } from './data.tsx';
import { EmptyAnswer } from './empty.tsx';
import { FiguresReading, Decades } from './figures.tsx';
import { AnswerList } from './list.tsx';
import { AnswerMap } from './map.tsx';
import { Misunderstood } from './misunderstood.tsx';
import { QuestionSentence } from './sentence.tsx';

const icons: Record<Reading, IconName> = { carte: 'map', liste: 'list', chiffres: 'chart', donnees: 'data' };

export function ObservatoryPage({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question } = read.resolved;
  const said = describe(read.resolved, lang);
  const address = (reading: Reading) => to(paths.show.href({}) + toQuery(question, sayReading(reading)));
  const atom = to(`/nouveautes.atom${toQuery(question)}`);
  return (
    <Page
      title={said ? `${t('title')} – ${said}` : t('title')}
      section="observatoire"
      description={t('description')}
      map={read.reading === 'carte' && read.answer.total > 0}
      feeds={[{ href: atom, type: 'application/atom+xml', title: t('data.atom') }]}
    >
      <Hero title={t('title')} size="small" />
      <QuestionSentence read={read} />
      <Misunderstood read={read} />
      <AnswerCount read={read} />
      <Tabs label={t('reading.label')} current={address(read.reading)} items={readings.map((reading) => ({ href: address(reading), label: t(`reading.${reading}`), icon: icons[reading] }))} />
      {read.answer.total === 0 ? <EmptyAnswer read={read} /> : <Reading read={read} />}
    </Page>
  );
}

function Reading({ read }: { read: ReadAnswer }) {
  switch (read.reading) {
    case 'liste': return <AnswerList read={read} facets />;
    case 'chiffres': return <FiguresReading read={read} />;
    case 'donnees': return <DataReading read={read} />;
    case 'carte':
      return (
        <>
          <div class="observatory">
            <AnswerMap read={read} />
            <AnswerList read={read} />
            <Decades read={read} />
          </div>
          <DataReading read={read} />
        </>
      );
  }
}
