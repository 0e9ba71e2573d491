import { readPageNumber } from '~/platform/http/page-number.ts';
import { get } from '~/platform/http/request.ts';
import { formatPartialDate, translator } from '~/platform/i18n/index.ts';
import { mayList } from '~/modules/exchange/index.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { writeSheetFeed } from '~/sheets/export/index.ts';
import { newsKind } from './messages.ts';
import { JobPage } from './pages/job.tsx';
import { ListPage } from './pages/list.tsx';
import { NewsPage } from './pages/news.tsx';
import { paths } from './paths.ts';
import { getJob, getNewsEnd, hasPast, listPublished } from './queries.ts';
import type { Kind } from './rules.ts';

const everyone = { who: 'everyone' } as const;

async function list(ask: SheetAsk, kind: Kind): Promise<Response> {
  const past = ask.query('passees') === '1';
  const page = readPageNumber(ask.query('page'));
  const [found, isPastThere] = await Promise.all([listPublished(ask.db, ask.reader, kind, { past, page, today: ask.today }), past || hasPast(ask.db, ask.reader, kind, ask.today)]);
  return ask.page(<ListPage kind={kind} past={past} hasPast={isPastThere} page={page} mayCreate={mayList(ask.reader)} {...found} />);
}

/** What is present, for whoever reads in a feed reader. */
async function feed(ask: SheetAsk): Promise<Response> {
  const { items } = await listPublished(ask.db, ask.reader, 'news', { past: false, page: 1, today: ask.today });
  const t = translator(newsKind, ask.lang);
  const entries = items.map((sheet) => ({ sheet, note: [sheet.owner, sheet.start && formatPartialDate(ask.lang, sheet.start)].filter(Boolean).join(', ') }));
  const text = writeSheetFeed({ title: t('feed.title', { name: ask.instanceName }), path: paths.feed.href({}), page: paths.list.href({}), entries }, ask);
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}

export const routes = [
  get(paths.list, everyone, (ask: SheetAsk) => list(ask, 'news')),
  get(paths.feed, everyone, feed),
  get(paths.show, everyone, (ask: SheetAsk) => answerSheet(ask, 'news', async (frame) => <NewsPage frame={frame} expiresOn={await getNewsEnd(ask.db, frame.sheet.id)} />)),
  get(paths.jobs, everyone, (ask: SheetAsk) => list(ask, 'job')),
  get(paths.job, everyone, (ask: SheetAsk) => answerSheet(ask, 'job', async (frame) => <JobPage frame={frame} job={await getJob(ask.db, frame.sheet.id)} />)),
];
