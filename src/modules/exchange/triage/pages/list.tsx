import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { EditFields, Page, type ReadyField, type Values } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, ErrorSummary, Hero, Pager, SheetList, StateMark, type FormError } from '~/ui/index.ts';
import { messages as exchange } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { messages } from '../messages.ts';
import { pageSize, type Request } from '../queries.ts';

/** What waits first; what was decided stays below, with its decision. */
export function RequestsPage({ body, items, total, waiting, page }: { body: string; items: readonly Request[]; total: number; waiting: number; page: number }) {
  const t = useT(messages);
  const x = useT(exchange);
  const { lang, to } = useView();
  const day = (iso: string) => formatPartialDate(lang, { value: iso, precision: 'day' });
  const href = (n: number) => to(paths.requests.href({}, { page: n > 1 ? n : undefined }));
  return (
    <Page title={t('list.title')} section="bourse" noIndex>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: x('list.title') }, { label: t('list.title') }]} />
      <Hero size="title" title={t('list.title')} lede={t('list.lede', { body })} actions={<Button kind="outline" href={to(paths.newRequest.href({}))}>{t('list.add')}</Button>} />
      {items.length === 0 ? (
        <Empty title={t('list.empty')}>
          <p>{t('list.empty.text')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('list.count', { n: waiting })}</p>
          <SheetList
            items={items.map((one) => ({
              href: to(paths.request.href({ id: one.id })),
              title: one.sender,
              context: one.country ? countryName(one.country, lang) : undefined,
              meta: t('list.received', { date: day(one.receivedOn) }),
              right: one.decision ? <StateMark phase="ended" word={t('list.decided', { decision: t(`choice.decision.${one.decision}`), date: day(one.decidedOn!) })} /> : <StateMark phase="upcoming" word={t('list.waiting')} />,
            }))}
          />
          <Pager prevHref={page > 1 ? href(page - 1) : null} nextHref={page * pageSize < total ? href(page + 1) : null} />
        </>
      )}
    </Page>
  );
}

export function NewRequestPage({ ready, values, errors, answer }: { ready: readonly ReadyField[]; values: Values; errors: readonly FormError[]; answer: string | undefined }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('new.title')} section="bourse" noIndex>
      <Breadcrumb items={[{ href: to(paths.requests.href({})), label: t('list.title') }, { label: t('new.title') }]} />
      <Hero size="small" title={t('new.title')} lede={t('new.lede')} />
      <p class="form-time">{t('new.time')}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.requests.href({}, { reponse: answer }))} class="edit-form" id="champ-formulaire">
        <EditFields kindMessages={messages} ready={ready} values={values} errors={errors} />
        <div class="actions form-actions">
          <Button>{t('new.do')}</Button>
        </div>
      </form>
    </Page>
  );
}
