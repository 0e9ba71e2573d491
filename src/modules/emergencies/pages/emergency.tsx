import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { SheetPage, SheetState, type Body, type SheetFrame } from '~/sheets/index.ts';
import { Button, Hero, MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Emergency } from '../queries.ts';
import type { Given } from '../rules.ts';
import { AnswersSection } from './answers.tsx';
import { Facts } from './facts.tsx';
import { Questions } from './questions.tsx';

interface Props {
  frame: SheetFrame;
  emergency: Emergency;
  /** For whom this reader may answer. */
  body: Body | null;
  given: Given | null;
  /** The network that this reader may call. */
  network: string | null;
}

export function EmergencyPage({ frame, emergency, body, given, network }: Props) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const own = lang === sheet.lang ? undefined : sheet.lang;
  const isOpen = sheet.state === 'alert';
  return (
    <SheetPage
      frame={frame}
      section="urgences"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={
        <Hero title={<span lang={own}>{sheet.title}</span>} size="title" eyebrow={<SheetState sheet={sheet} />} lede={sheet.summary ? <span lang={own}>{sheet.summary}</span> : undefined}
          side={<Facts countries={sheet.countries} start={sheet.start} sourceNote={emergency.sourceNote} sourceUrl={emergency.sourceUrl} />}
        />
      }
      aside={<Calls emergency={emergency} slug={sheet.slug} network={isOpen ? network : null} />}
    >
      {isOpen && body && (
        <div class="poll-vote">
          <Section id="repondre" title={t('answer.title', { body: body.title })} lede={t('answer.lede')}>
            <Questions action={to(paths.answer.href({ slug: sheet.slug }))} given={given} />
          </Section>
        </div>
      )}
      <AnswersSection answers={emergency.answers} />
      <p class="quiet">{t('rule.partnerships')}</p>
    </SheetPage>
  );
}

/** To whom it was sent, when, by which function; and the gesture that sends it. */
function Calls({ emergency: { calls }, slug, network }: { emergency: Emergency; slug: string; network: string | null }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const isAgain = calls.some((call) => call.network === network);
  return (
    <MarginNote title={t('call.title')}>
      {calls.length === 0 && <p>{t('call.none')}</p>}
      {calls.length > 0 && (
        <ul class="plain">
          {calls.map((call) => (
            <li key={call.sentAt}>{t('call.one', { network: call.network ?? '', bodies: call.bodies, people: call.people, date: formatDay(lang, call.sentAt.slice(0, 10), { day: 'numeric', month: 'long' }), author: call.author })}</li>
          ))}
        </ul>
      )}
      {network && (
        <form method="post" action={to(paths.call.href({ slug }))}>
          <Button kind={isAgain ? 'outline' : 'full'}>{t(isAgain ? 'call.again' : 'call.do', { network })}</Button>
          <p class="hint">{t(isAgain ? 'call.againHint' : 'call.hint')}</p>
        </form>
      )}
    </MarginNote>
  );
}
