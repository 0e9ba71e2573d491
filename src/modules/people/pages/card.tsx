import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, DefinitionList, Hero, MarginNote, Columns, Section } from '~/ui/index.ts';
import type { Card } from '../card-queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { HeldFunction } from './held-function.tsx';

/** One person, as members read them. */
export function CardPage({ card, own, acting }: { card: Card; own: boolean; acting: string | null }) {
  const t = useT(messages);
  const { to } = useView();
  const title = card.name ?? t('card.nameless');
  const bodies = acting ? listBodies(card).filter((slug) => slug !== acting) : [];
  return (
    <Page title={title} section="people" noIndex>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: title }]} />
      <Hero title={title} size="title" />
      <Columns
        main={<CardContent card={card} />}
        aside={
          <>
          {bodies.length > 0 && (
            <MarginNote title={t('card.together')}>
              <p>{t('card.together.text')}</p>
              <p>
                <a href={to(commonPaths.commonProject.href({}, { avec: bodies }))}>{t('card.project')}</a>
              </p>
            </MarginNote>
          )}
          <MarginNote title={t('card.why')}>
            <p>{t('card.why.text')}</p>
            {own ? (
              <p>
                <a href={to(paths.card.href({}))}>{t('card.own')}</a>
              </p>
            ) : (
              (card.mail ?? card.phone) && <p>{t('card.logged')}</p>
            )}
          </MarginNote>
          </>
        }
      />
    </Page>
  );
}

/** Authorities and organisations where this person holds a function now. */
function listBodies({ functions }: Card): string[] {
  const hrefs = functions.filter((held) => held.isCurrent).map((held) => held.bodyHref ?? '');
  return [...new Set(hrefs.filter((href) => /^\/(territoires|organisations)\//.test(href)).map((href) => href.split('/').at(-1)!))];
}

export function CardContent({ card }: { card: Card }) {
  const t = useT(messages);
  const groups = [['card.current', card.functions.filter((held) => held.isCurrent)], ['card.past', card.functions.filter((held) => !held.isCurrent)]] as const;
  return (
    <>
      {groups.map(([key, functions]) => functions.length > 0 && (
        <Section key={key} title={t(key)}>
          <ul class="plain held-list" lang="fr">
            {functions.map((held) => (
              <li key={held.id}>
                <HeldFunction held={held} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {(card.mail ?? card.phone) && (
        <Section title={t('card.contact')}>
          <DefinitionList items={[card.mail !== null && [t('own.mail'), <a href={`mailto:${card.mail}`}>{card.mail}</a>], card.phone !== null && [t('own.phone'), <a href={`tel:${card.phone.replace(/[^\d+]/g, '')}`}>{card.phone}</a>]]} />
        </Section>
      )}
    </>
  );
}
