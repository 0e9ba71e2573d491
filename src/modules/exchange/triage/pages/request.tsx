import { conversationHref } from '~/modules/discussions/index.ts';
import { formatPartialDate, languages, translator, useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { EditFields, Page, sheetHref, type ReadyField, type Values } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, ErrorSummary, Hero, MarginNote, MoreLink, Section, type FormError } from '~/ui/index.ts';
import { paths } from '../../paths.ts';
import { messages } from '../messages.ts';
import type { Context, Request } from '../queries.ts';

export interface RequestPageProps {
  request: Request;
  context: Context;
  ready: readonly ReadyField[];
  values: Values;
  errors: readonly FormError[];
}

/** One request: what is asked, four questions, a decision with its reason, and a model answer. */
export function RequestPage({ request, context, ready, values, errors }: RequestPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (iso: string) => formatPartialDate(lang, { value: iso, precision: 'day' });
  return (
    <Page title={request.sender} section="bourse" noIndex>
      <Breadcrumb items={[{ href: to(paths.requests.href({})), label: t('list.title') }, { label: request.sender }]} />
      <Hero size="small" title={request.sender} eyebrow={t('request.received', { date: day(request.receivedOn), country: request.country ? countryName(request.country, lang) : 'none' })} />
      <Columns
        main={
          <>
            <Section id="demande" title={t('request.asked')}>
              <p class="as-written">{request.subject}</p>
              {request.conversationId && <MoreLink href={to(conversationHref(request.conversationId))}>{t('request.conversation')}</MoreLink>}
            </Section>
            <Section id="grille" title={t('grid.title')} lede={t('grid.lede')}>
              <ErrorSummary errors={errors} />
              <form method="post" action={to(paths.request.href({ id: request.id }))} class="edit-form" id="champ-formulaire">
                <EditFields kindMessages={messages} ready={ready} values={values} errors={errors} />
                <div class="actions form-actions">
                  <Button>{t('grid.do')}</Button>
                </div>
              </form>
            </Section>
            {request.decision && <Reply request={request} />}
          </>
        }
        aside={
          <>
            {request.decision && (
              <MarginNote title={t('field.decision')}>
                <p>{t('decided.text', { decision: t(`choice.decision.${request.decision}`), date: day(request.decidedOn!), by: request.decidedBy! })}</p>
              </MarginNote>
            )}
            <MarginNote title={t('field.priorites')}>
              {context.strategies.length === 0 ? <p>{t('grid.noStrategy')}</p> : (
                <>
                  <p>{t('grid.strategies')}</p>
                  <ul class="plain">
                    {context.strategies.map((one) => <li key={one.slug}><a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a></li>)}
                  </ul>
                </>
              )}
            </MarginNote>
            {request.country && (
              <MarginNote title={t('field.connu')}>
                <p>{t('grid.there', { n: context.there })}</p>
              </MarginNote>
            )}
          </>
        }
      />
    </Page>
  );
}

/** In three languages: whoever asks reads one of them. */
function Reply({ request }: { request: Request }) {
  const t = useT(messages);
  return (
    <Section id="reponse" title={t('reply.title')} lede={t('reply.lede')}>
      {languages.map((lang) => {
        const date = formatPartialDate(lang, { value: request.receivedOn, precision: 'day' });
        const text = translator(messages, lang)(`reply.${request.decision!}`, { date, reason: request.reason! });
        return (
          <details key={lang} class="model-reply" open={lang === 'fr'}>
            <summary>{t('reply.label', { language: lang })}</summary>
            <p class="as-written" lang={lang}>{text}</p>
          </details>
        );
      })}
    </Section>
  );
}
