import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, linked, sheetHref, SheetPage, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { Empty, FactsLine, Hero, KindSign, MarginNote, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { NetworkDetail } from '../queries.ts';
import { NetworkFigures } from './figures.tsx';
import { isOver } from '../rules.ts';
import { RoleRows, RoleWords, TermWords } from './roles.tsx';

export interface NetworkPageProps {
  frame: SheetFrame;
  detail: NetworkDetail;
  /** For whom the reader acts, when they may say what it does here. */
  own?: { slug: string; title: string };
}

export function NetworkPage({ frame, detail, own }: NetworkPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const [parent] = linked(frame.outgoing, 'parent', 'network');
  const founded = sheet.start?.value;
  return (
    <SheetPage
      frame={frame}
      section="reseaux"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.context ?? sheet.title }]}
      hero={
        <Hero eyebrow={sheet.context ?? undefined} title={sheet.title} lede={sheet.summary ?? undefined}>
          <FactsLine
            items={[
              labelOfType('network', sheet.type, lang),
              t(`scale.${detail.scale}`),
              founded && t('facts.founded', { year: founded }),
              detail.founders.length > 0 && t('facts.founders', { names: formatList(lang, detail.founders) }),
              parent && (
                <>
                  {t('facts.parent')} <a href={to(sheetHref('network', parent.slug))}>{parent.context ?? parent.title}</a>
                </>
              ),
              detail.site && (
                <a href={detail.site} rel="noopener external">
                  {t('facts.site')}
                </a>
              ),
            ]}
          />
        </Hero>
      }
      aside={
        <>
          {own && <Mine frame={frame} detail={detail} own={own} />}
          <Listed detail={detail} />
        </>
      }
      jsonLd={buildJsonLd(frame, detail, parent)}
    >
      <NetworkFigures facts={frame.facts} />
      <Roles detail={detail} />
      {detail.aims.length > 0 && (
        <Section title={t('aims.title')}>
          <ul lang={sheet.lang}>
            {detail.aims.map((aim) => (
              <li key={aim}>{aim}</li>
            ))}
          </ul>
        </Section>
      )}
      <Met detail={detail} />
      {detail.note && (
        <Section title={t('note.title')}>
          <p lang={sheet.lang}>{detail.note}</p>
        </Section>
      )}
      <Linked title={t('children.title')} sheets={linked(frame.incoming, 'parent', 'network')} />
      <Linked title={t('actions.title')} sheets={frame.incoming.filter((one) => one.role === 'network' && one.kind === 'action')} />
      <Linked title={t('related.title')} sheets={frame.incoming.filter((one) => one.role !== 'parent' && one.kind !== 'action')} />
    </SheetPage>
  );
}

function Roles({ detail }: { detail: NetworkDetail }) {
  const t = useT(messages);
  const { today } = useView();
  const [past, present] = [detail.roles.filter((role) => isOver(role.until, today)), detail.roles.filter((role) => !isOver(role.until, today))];
  return (
    <Section title={t('roles.title')} id="roles">
      {detail.roles.length === 0 ? (
        <Empty title={t('roles.none')}>
          <p>{t('roles.noneText')}</p>
        </Empty>
      ) : (
        <RoleRows roles={present} />
      )}
      {past.length > 0 && (
        <>
          <h3>{t('roles.past')}</h3>
          <RoleRows roles={past} />
        </>
      )}
    </Section>
  );
}

/** What one's authority does here, and where one says it. */
function Mine({ frame: { sheet }, detail, own }: Required<NetworkPageProps>) {
  const t = useT(messages);
  const { to, today } = useView();
  const mine = detail.roles.filter((role) => !isOver(role.until, today) && role.holders.some((holder) => holder.slug === own.slug));
  return (
    <MarginNote title={t('mine.title', { authority: own.title })}>
      {mine.length === 0 && <p>{t('mine.none')}</p>}
      <ul class="plain">
        {mine.map((role) => (
          <li key={role.id}>
            <RoleWords role={role} />, <TermWords role={role} />
          </li>
        ))}
      </ul>
      <p>
        <a href={to(paths.membership.href({ slug: sheet.slug }))}>{t('mine.link')}</a>
      </p>
    </MarginNote>
  );
}

function Met({ detail }: { detail: NetworkDetail }) {
  const t = useT(messages);
  const { to } = useView();
  if (!detail.met.length && !detail.listings.length) return null;
  return (
    <Section title={t('met.title')} id="partenaires">
      {detail.met.length === 0 ? (
        <p>{t('met.none')}</p>
      ) : (
        <>
          <ul>
            {detail.met.map((one) => (
              <li key={one.partnershipSlug}>
                {t('met.text', { here: one.here, partner: one.partner })} <a href={to(sheetHref('partnership', one.partnershipSlug))}>{one.partnership}</a>
              </li>
            ))}
          </ul>
          <p class="rule-note">{t('met.rule')}</p>
        </>
      )}
    </Section>
  );
}

function Linked({ title, sheets }: { title: string; sheets: readonly LinkedSheet[] }) {
  const { to } = useView();
  if (!sheets.length) return null;
  return (
    <Section title={title}>
      <SheetList items={sheets.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, context: one.context ?? undefined, meta: one.summary ?? undefined, sign: <KindSign kind={one.kind} />, lang: one.lang }))} />
    </Section>
  );
}

function Listed({ detail }: { detail: NetworkDetail }) {
  const t = useT(messages);
  const { to } = useView();
  if (!detail.listings.length) return null;
  return (
    <MarginNote title={t('listed.title')}>
      <ul class="plain">
        {detail.listings.map((one) => (
          <li key={one.documentId}>
            {t('listed.line', { standing: t(`standing.${one.standing as 'main' | 'thematic' | 'named'}One`, { authority: one.authority }), document: one.document })}
          </li>
        ))}
      </ul>
      <p>
        <a href={to(paths.list.href({}, { territoire: detail.listings[0]!.slug }))}>{t('list.of', { authority: detail.listings[0]!.authority })}</a>
      </p>
    </MarginNote>
  );
}

function buildJsonLd({ sheet }: SheetFrame, detail: NetworkDetail, parent: LinkedSheet | undefined): Record<string, unknown> {
  return {
    ...(sheet.start ? { foundingDate: sheet.start.value } : {}),
    ...(detail.founders.length ? { founder: detail.founders.map((name) => ({ '@type': 'Person', name })) } : {}),
    ...(parent ? { memberOf: { '@type': 'Organization', name: parent.title } } : {}),
    member: detail.roles
      .filter((role) => role.role !== 'wished' && !role.until)
      .flatMap((role) => role.holders.map((holder) => ({ '@type': 'OrganizationRole', roleName: role.role, ...(role.since ? { startDate: role.since.value } : {}), member: { '@type': 'AdministrativeArea', name: holder.title } }))),
  };
}
