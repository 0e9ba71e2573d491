import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, SheetPage, SheetState, type Body, type SheetFrame } from '~/sheets/index.ts';
import { Button, type Definition, DefinitionList, Hero, type Moment, Note, Section, Timeline } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { AdvocacyItem } from '../queries.ts';
import { monthsWithoutAnswer } from '../rules.ts';

interface Props {
  frame: SheetFrame;
  item: AdvocacyItem;
  /** For whom this reader may support it. */
  body: Body | null;
}

export function AdvocacyPage({ frame, item, body }: Props) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const { sheet } = frame;
  const own = lang === sheet.lang ? undefined : sheet.lang;
  const months = item.state === 'closed' ? null : monthsWithoutAnswer(item.sendings, today);
  const [network] = linked(frame.outgoing, 'network');
  const facts: (Definition | null)[] = [
    network ? [t('facts.network'), <a href={to(sheetHref(network.kind, network.slug))} lang="fr">{network.title}</a>] : null,
    item.targets.length > 0 ? [t('facts.targets'), item.targets.map((one) => t(`choice.destinataire.${one}`)).join(', ')] : null,
  ];
  return (
    <SheetPage
      frame={frame}
      section="plaidoyers"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero title={<span lang={own}>{sheet.title}</span>} size="title" eyebrow={<SheetState sheet={sheet} />} lede={item.texts[0] && sheet.summary ? <span lang={own}>{sheet.summary}</span> : undefined} side={facts.some(Boolean) ? <DefinitionList items={facts} /> : undefined} />}
    >
      {months !== null && <Note tone="confirm" sign="a-actualiser" title={t('unanswered', { n: months })} />}
      <Supports item={item} body={body} slug={sheet.slug} network={network?.title} />
      {item.texts[0] && (
        <Section title={t('text.title')} lede={t('text.version', { version: item.texts[0].version, date: formatDay(lang, item.texts[0].writtenOn, { day: 'numeric', month: 'long', year: 'numeric' }), author: item.texts[0].author })}>
          <Paragraphs text={item.texts[0].text} own={own} />
        </Section>
      )}
      <Section title={t('concerns.title')}>
        {item.concerns.map((concern, index) => (
          <blockquote key={index} class="voice-concern">
            <Paragraphs text={concern.text} own={own} />
            <footer>
              {concern.body && <a href={to(sheetHref(concern.body.kind, concern.body.slug))} lang="fr">{concern.body.title}</a>}
              {concern.body && ', '}
              <time dateTime={concern.raisedOn}>{formatDay(lang, concern.raisedOn, { day: 'numeric', month: 'long', year: 'numeric' })}</time>
            </footer>
          </blockquote>
        ))}
      </Section>
      <Section id="chronologie" title={t('timeline.title')}>
        <Timeline items={useMoments(item, frame, own)} />
      </Section>
    </SheetPage>
  );
}

function Paragraphs({ text, own }: { text: string; own?: string }) {
  return <div class="said-text" lang={own}>{text.split(/\n+/).map((line, index) => <p key={index}>{line}</p>)}</div>;
}

function Supports({ item, body, slug, network }: { item: AdvocacyItem; body: Body | null; slug: string; network?: string }) {
  const t = useT(messages);
  const { to } = useView();
  const mine = body !== null && item.supports.some(({ id }) => id === body.id);
  return (
    <div class="poll-vote">
      <Section id="soutiens" title={t('support.count', { n: item.supports.length, threshold: item.threshold })} lede={item.state === 'raised' ? t('support.rule', { threshold: item.threshold, network: network ?? t('support.anyNetwork') }) : undefined}>
        {item.supports.length > 0 && (
          <ul class="poll-voters">
            {item.supports.map((one) => <li key={one.id}><a href={to(sheetHref(one.kind, one.slug))} lang="fr">{one.title}</a></li>)}
          </ul>
        )}
        {body && item.state !== 'closed' && (
          <form method="post" action={to(mine ? paths.withdraw.href({ slug }) : paths.support.href({ slug }))}>
            <Button kind={mine ? 'plain' : 'full'}>{t(mine ? 'support.withdraw' : 'support.do', { body: body.title })}</Button>
            {!mine && <p class="hint">{t('support.hint')}</p>}
          </form>
        )}
      </Section>
    </div>
  );
}

/** Everything that happened to it, from the oldest: raised, written, sent, answered, closed. */
function useMoments(item: AdvocacyItem, frame: SheetFrame, own?: string): Moment[] {
  const t = useT(messages);
  const { lang } = useView();
  const moments: (Moment & { day: string })[] = [];
  const add = (day: string, title: string, detail?: Moment['detail'], faded = false) => moments.push({ day, when: formatDay(lang, day, { day: 'numeric', month: 'long', year: 'numeric' }), dateTime: day, title, detail, faded });
  for (const one of item.concerns) add(one.raisedOn, t('moment.raised', { body: one.body?.title ?? t('moment.network') }));
  for (const state of frame.states) if (state.state === 'supported') add(state.recorded, t('moment.supported', { threshold: item.threshold }));
  for (const text of item.texts) add(text.writtenOn, t('moment.written', { version: text.version, author: text.author }));
  for (const one of item.sendings) {
    const { target } = one;
    const proof = (href: string | null) => href && <a href={href} rel="nofollow">{t('moment.document')}</a>;
    add(one.sentOn, t('moment.sent', { target, how: t(`how.${one.how}`), author: one.author }), <>{one.service && <span lang={own}>{one.service} </span>}{t('moment.version', { version: one.version ?? 1 })} {proof(one.document)}</>);
    if (one.answeredOn) add(one.answeredOn, t('moment.answered', { target }), <><span lang={own}>{one.answer}</span> {proof(one.answerDocument)}</>);
  }
  const closing = frame.states.find(({ state }) => state === 'closed');
  if (closing) add(closing.recorded, t('moment.closed'), <span lang={own}>{closing.reason}</span>);
  return moments.sort((a, b) => a.day.localeCompare(b.day));
}
