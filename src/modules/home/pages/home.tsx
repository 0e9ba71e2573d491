import { commonPaths } from '~/sheets/paths.ts';
import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { Page, type SheetSummary } from '~/sheets/index.ts';
import { Button, Hero, Pair, SearchBox } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Thread } from '../queries.ts';
import { Celebrated } from './celebrated.tsx';
import { Counted } from './counted.tsx';
import { Doubtful } from './doubtful.tsx';
import { Meetings } from './meetings.tsx';
import { News, Sought } from './present.tsx';
import { World } from './world.tsx';

export interface HomePageProps {
  threads: Thread[];
  upcoming: SheetSummary[];
  recent: SheetSummary[];
  doubtful: SheetSummary[];
  listings: SheetSummary[];
  news: SheetSummary[];
}

/** One question, one box, the world. */
export function HomePage({ threads, upcoming, recent, doubtful, listings, news }: HomePageProps) {
  const t = useT(messages);
  const { to, origin, instanceName, instance, lang } = useView();
  const welcome = instance?.welcome[lang] ?? instance?.welcome.fr;
  return (
    <Page
      title={t('title', { instance: instanceName })}
      description={t('description')}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: instanceName,
        url: `${origin}/`,
        potentialAction: { '@type': 'SearchAction', target: `${origin}/recherche?q={q}`, 'query-input': 'required name=q' },
      }}
    >
      <Hero title={t('question')} size="display" side={<SearchBox action={to(commonPaths.search.href({}))} label={t('search.label')} hint={<Examples />} />} />
      {welcome && <p class="welcome">{welcome}</p>}
      <World threads={threads} />
      <Counted threads={threads} />
      <Pair left={<Meetings upcoming={upcoming} recent={recent} />} right={<Sought listings={listings} />} />
      <Pair left={<News news={news} />} right={<Doubtful sheets={doubtful} />} />
      <Celebrated threads={threads} />
      <section class="section newcomers">
        <Pair
          even
          left={<h2>{t('newcomers.title')}</h2>}
          right={
            <>
              <p>{t('newcomers.text')}</p>
              <p>
                <Button kind="outline" href={to('/territoires')}>{t('newcomers.find')}</Button>
              </p>
              <p><a href={to('/premiere-action')}>{t('newcomers.first')}</a></p>
            </>
          }
        />
      </section>
    </Page>
  );
}

const examples = ['place', 'theme', 'function', 'year'] as const;

/** Each example is a link that asks it. Functions are searched in the language of the data. */
function Examples() {
  const t = useT(messages);
  const { lang, to } = useView();
  const words = examples.map((one) => t(`search.example.${one}`));
  const [before = '', after = ''] = t('search.hint', { examples: '\u0000' }).split('\u0000');
  const parts = formatListParts(lang, words);
  return (
    <>
      {before}
      {parts.map((part, index) => (part.link ? <a key={index} lang={part.text === t('search.example.function') ? 'fr' : undefined} href={to(`/recherche?q=${encodeURIComponent(part.text)}`)}>{part.text}</a> : part.text))}
      {after}
    </>
  );
}

function formatListParts(lang: Parameters<typeof formatList>[0], words: string[]): { text: string; link: boolean }[] {
  const marked = formatList(lang, words.map((_, index) => `\u0001${index}\u0001`), 'disjunction');
  return marked.split('\u0001').map((text, index) => (index % 2 ? { text: words[Number(text)]!, link: true } : { text, link: false }));
}
