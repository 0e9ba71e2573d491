import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Empty, Hero, Note, Section, Tabs } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Doubt } from '../queries.ts';
import { severities, subjects, type Outcome, type Subject } from '../rules.ts';
import { DoubtEntry } from './doubt.tsx';

export interface DoubtsPageProps {
  /** Only what touches this sheet, whatever became of it. */
  about?: Doubt['sheets'][number];
  doubts: Doubt[];
  reserved: number;
  outcome: Outcome;
  subject?: Subject;
}

/** What sources leave in doubt, gravest first; beside it, what was settled while reading them. */
export function DoubtsPage({ about, doubts, reserved, outcome, subject }: DoubtsPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const address = (of: Outcome, on?: Subject) => to(paths.list.href({}, { etat: of === 'settled' ? 'regle' : undefined, sujet: on }));
  const here = doubts.filter((doubt) => (about ? doubt.sheets.some((sheet) => sheet.kind === about.kind && sheet.slug === about.slug) : doubt.outcome === outcome));
  const shown = here.filter((doubt) => !subject || doubt.subject === subject);
  const count = (of: Outcome) => doubts.filter((doubt) => doubt.outcome === of).length;
  return (
    <Page title={t('title')} section="a-confirmer" description={t('lede')}>
      <Hero title={t('title')} lede={t('lede')} />
      {lang !== 'fr' && <p class="data-language">{t('language')}</p>}
      {about ? (
        <p class="doubt-about">
          {t('about')} <a href={to(sheetHref(about.kind, about.slug))} lang="fr">{about.title}</a>. <a href={address('open')}>{t('about.all')}</a>
        </p>
      ) : (
        <>
          <Tabs
            label={t('tabs')}
            current={address(outcome)}
            items={[
              { href: address('open'), label: t('tab.open', { n: count('open') }) },
              { href: address('settled'), label: t('tab.settled', { n: count('settled') }) },
            ]}
          />
          <Subjects here={here} subject={subject} address={(on) => address(outcome, on)} />
        </>
      )}
      {shown.length === 0 && <Empty title={t('empty')} />}
      {severities.map((severity) => {
        const group = shown.filter((doubt) => doubt.severity === severity);
        return (
          group.length > 0 && (
            <Section key={severity} id={severity} title={t(`severity.${severity}`)} lede={t(`severity.${severity}.lede`)} rule>
              {group.map((doubt) => <DoubtEntry key={doubt.id} doubt={doubt} />)}
            </Section>
          )
        );
      })}
      {reserved > 0 && (
        <Note tone="context" title={t('reserved.title')}>
          <p>{t('reserved.text', { n: reserved })}</p>
        </Note>
      )}
    </Page>
  );
}

function Subjects({ here, subject, address }: { here: Doubt[]; subject?: Subject; address: (on?: Subject) => string }) {
  const t = useT(messages);
  const counted = subjects.map((one) => [one, here.filter((doubt) => doubt.subject === one).length] as const).filter(([, n]) => n > 0);
  return (
    <nav aria-label={t('subjects')} class="chips">
      <ul>
        <li>
          <a href={address()} aria-current={subject ? undefined : 'true'}>{t('subject.all')}</a>
        </li>
        {counted.map(([one, n]) => (
          <li key={one}>
            <a href={address(one)} aria-current={one === subject ? 'true' : undefined}>{t(`subject.${one}`)} ({n})</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
