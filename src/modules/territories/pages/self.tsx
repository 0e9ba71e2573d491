import { findMessage, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { OwnNaming } from '../namings.ts';
import type { TerritoryDetail } from '../queries.ts';
import type { Predecessor } from '../successors.ts';

/** What the authority says of itself, in its own words. */
export function OwnWords({ frame, detail }: { frame: SheetFrame; detail: TerritoryDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const engagement = detail.engagement && findMessage(messages, lang, `engagement.${detail.engagement}.${detail.side}`);
  if (!sheet.summary && !engagement) return null;
  return (
    <section class="own-words" aria-label={t('own.title')}>
      {sheet.summary && sheet.summary.split('\n').filter(Boolean).map((text) => <p key={text} lang={sheet.lang === lang ? undefined : sheet.lang}>{text}</p>)}
      {engagement && <p class="quiet">{engagement}</p>}
    </section>
  );
}

/** Labels and distinctions, each with who gave it and when (R020). */
export function Distinctions({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang } = useView();
  const facts = frame.facts.filter((fact) => fact.field === 'distinction');
  if (!facts.length) return null;
  return (
    <Section id="distinctions" title={t('distinctions.title')}>
      <ul class="distinctions">
        {facts.map((fact) => (
          <li key={fact.id}>
            <strong lang={frame.sheet.lang === lang ? undefined : frame.sheet.lang}>{fact.value}</strong>{' '}
            <span class="quiet">
              {fact.label && t(fact.observed ? 'distinctions.by.year' : 'distinctions.by', { issuer: fact.label, year: fact.observed ? formatPartialDate(lang, fact.observed) : '' })}
            </span>
            <SourceNote frame={frame} documentId={fact.sources[0]?.documentId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A commune nouvelle says what it was made of. */
export function Predecessors({ predecessors }: { predecessors: readonly Predecessor[] }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!predecessors.length) return null;
  return (
    <MarginNote title={t('predecessors.title')}>
      <ul class="plain">
        {predecessors.map((one) => (
          <li key={one.name}>
            {t(one.since ? 'predecessors.since' : 'predecessors.one', { name: one.insee ? `${one.name} (${one.insee})` : one.name, date: one.since ? formatPartialDate(lang, one.since) : '' })}
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}

/** The names that this authority chose, with what changes them for those who may. */
export function OwnNamings({ frame, namings }: { frame: SheetFrame; namings: readonly OwnNaming[] }) {
  const t = useT(messages);
  const { to } = useView();
  if (!namings.length) return null;
  const mayChange = frame.right !== null && frame.right !== 'partner' && frame.right !== 'keeper';
  const at = { genre: getKind('territory').genre, slug: frame.sheet.slug, act: 'nommer' };
  return (
    <MarginNote title={t('own.names')}>
      <ul class="plain" lang="fr">
        {namings.map((one) => (
          <li key={one.country ?? one.territory}>
            {t('own.names.one', { name: one.name, usual: one.usual })}{' '}
            {mayChange && <a href={to(commonPaths.act.href(at, { pays: one.country, territoire: one.territory }))}>{t('own.names.change')}</a>}
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}

/** The way to ask for the sheet, for whoever does not keep it. */
export function ClaimNote({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { to } = useView();
  if (frame.right === 'own') return null;
  return (
    <MarginNote title={t('claim.title')}>
      <p>
        <a href={to(commonPaths.claim.href({ slug: frame.sheet.slug }))}>{t('claim.text')}</a>
      </p>
    </MarginNote>
  );
}
