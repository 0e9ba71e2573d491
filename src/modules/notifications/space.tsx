import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { Section } from '~/ui/index.ts';
import { dayOf } from './mail.tsx';
import { messages } from './messages.ts';
import { NewsList } from './pages/news-list.tsx';
import { paths } from './paths.ts';
import { getMailChoices, listFollows, listNews, type MailChoices, type News } from './queries.ts';

const shown = 4;

/** « Ce qui a changé dans ce que vous suivez ». */
export const space: SpacePart = {
  where: 'main',
  order: 10,
  async draw({ primary, reader }) {
    const [news, follows, choices] = await Promise.all([listNews(primary, reader, shown), listFollows(primary, reader), getMailChoices(primary, reader.account!.id)]);
    return <Changed news={news} follows={follows.length} choices={choices} />;
  },
};

function Changed({ news, follows, choices }: { news: News; follows: number; choices: MailChoices }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const oldest = news.items.at(-1);
  const since = oldest && formatDay(lang, dayOf(oldest.at), { day: 'numeric', month: 'long' });
  return (
    <Section title={t('changed.title')} action={since ? t('changed.since', { date: since }) : undefined}>
      {news.total === 0 ? <p class="quiet">{t(follows === 0 ? 'changed.nothing' : 'changed.none')}</p> : <NewsList items={news.items} />}
      <p class="news-foot">
        {news.total > news.items.length && <a href={to(paths.news.href({}))}>{t('changed.all', { n: news.total })}</a>}
        <a href={to(paths.list.href({}))}>{t('changed.follows', { n: follows })}</a>
        <span>
          {t(`rhythm.${choices.rhythm}.now`)} <a href={to(paths.settings.href({}))}>{t('rhythm.change')}</a>
        </span>
      </p>
    </Section>
  );
}
