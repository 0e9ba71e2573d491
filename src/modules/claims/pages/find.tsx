import { findMessage, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Reader } from '~/sheets/index.ts';
import { Button, Empty, Hero, MoreLink, SearchBox, Section, SheetList } from '~/ui/index.ts';
import type { Listed } from '../finder.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { keeps, type Claim } from '../queries.ts';
import { KeepingLine, useIdentity } from './keeping.tsx';

interface FindProps {
  text?: string;
  answer?: { found: Listed[]; near: boolean };
  own: Claim[];
  reader: Reader;
}

/** « Ma collectivité est-elle référencée ? »: found, told from its namesakes, claimed (R007). */
export function FindPage({ text, answer, own, reader }: FindProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('find.title')} section="observatoire" description={t('find.lede')} noIndex={text !== undefined}>
      <Hero title={t('find.title')} lede={text ? undefined : t('find.lede')} size="title">
        <SearchBox action={to(paths.find.href({}))} value={text} label={t('find.label')} hint={t('find.hint')} />
      </Hero>
      {answer && (answer.found.length ? <Results answer={answer} reader={reader} /> : <Empty title={t('find.none', { text: text! })}>{t('find.none.text')}</Empty>)}
      {own.length > 0 && <Own own={own} />}
      {!text && <Steps />}
      {answer && <Missing />}
    </Page>
  );
}

function Results({ answer: { found, near }, reader }: { answer: { found: Listed[]; near: boolean }; reader: Reader }) {
  const t = useT(messages);
  return (
    <Section title={near ? t('find.near') : t(found.length < 20 ? 'find.count' : 'find.many', { n: found.length })}>
      <ul class="claim-found">
        {found.map((one) => <Found key={one.id} one={one} alone={found.length === 1} mine={keeps(reader, one.id)} />)}
      </ul>
    </Section>
  );
}

function Found({ one, alone, mine }: { one: Listed; alone: boolean; mine: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <li>
      <div>
        <p class="sheet-title"><a href={to(sheetHref('territory', one.slug))}>{one.title}</a></p>
        <p class="sheet-meta">{useIdentity(one)}</p>
        <KeepingLine authority={one} />
      </div>
      {mine ? <p class="quiet">{t('find.mine')}</p> : (
        <Button kind={alone && !one.keptBy ? 'full' : 'outline'} href={to(paths.ask.href({ slug: one.slug }))}>
          {t('find.claim')} <span class="visually-hidden">{one.title}</span>
        </Button>
      )}
    </li>
  );
}

function Own({ own }: { own: Claim[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="mes-demandes" title={t('own.title')}>
      <SheetList items={own.map((claim) => ({ href: to(paths.show.href({ id: claim.id })), title: claim.title, context: claim.context ?? undefined, right: findMessage(messages, lang, `state.${claim.state}`) }))} />
    </Section>
  );
}

function Steps() {
  const t = useT(messages);
  return (
    <Section title={t('steps.title')} lede={t('steps.lede')}>
      <ol class="claim-steps">
        {(['1', '2', '3'] as const).map((n) => (
          <li key={n}><strong>{t(`steps.${n}`)}</strong> {t(`steps.${n}.text`)}</li>
        ))}
      </ol>
    </Section>
  );
}

function Missing() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section title={t('find.missing')}>
      <p>{t('find.missing.text')}</p>
      <MoreLink href={to(paths.missing.href({}))}>{t('find.missing.do')}</MoreLink>
    </Section>
  );
}
