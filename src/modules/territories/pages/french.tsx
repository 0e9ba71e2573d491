import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, KindGroups, labelOfType, linked, sheetHref, SheetPage, type KindGroup, type SheetFrame } from '~/sheets/index.ts';
import { Button, Hero, MapHead, MoreLink, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { TerritoryDetail } from '../queries.ts';
import type { Said } from '../said.ts';
import type { Engaged, Relation } from '../relations.ts';
import { continentCount, countByZone, counted } from '../rules.ts';
import { EngagedList } from './engaged.tsx';
import { DeskNote } from './desk.tsx';
import { Identity } from './identity.tsx';
import { distinct, RelationList } from './relation-list.tsx';
import { Scales } from './scales.tsx';
import { ClaimNote, Distinctions, OwnNamings, OwnWords, Predecessors } from './self.tsx';
import { ThreadsMap } from './threads-map.tsx';
import { ZoneBars } from './zone-bars.tsx';

export interface FrenchProps {
  frame: SheetFrame;
  detail: TerritoryDetail;
  relations: Relation[];
  groups: KindGroup[];
  around: Engaged[];
  within: Engaged[];
  said: Said;
}

/** A French authority, with or without anything abroad. */
export function FrenchPage({ frame, detail, relations, groups, around, within, said }: FrenchProps) {
  const t = useT(messages);
  const { to } = useView();
  const { sheet } = frame;
  const [main, apart] = [counted(relations), relations.filter((relation) => relation.apart)];
  const centre = { title: sheet.title, lat: frame.places[0]?.lat ?? null, lon: frame.places[0]?.lon ?? null };
  const unplaced = distinct(main.flatMap((relation) => relation.foreign)).filter((party) => party.lat === null);
  const counts = countByZone(main.map(({ partnership }) => partnership.countries));
  const ask = `/observatoire?territoire=${sheet.slug}`;
  return (
    <SheetPage
      frame={frame}
      breadcrumb={[{ href: to(paths.list.href({})), label: t('finder.title') }, { label: sheet.title }]}
      hero={<FrenchHero {...{ frame, relations, groups, centre, around }} />}
      aside={
        <>
          <DeskNote contact={said.contact} />
          <ClaimNote frame={frame} />
          <Identity detail={detail} note />
          <Predecessors predecessors={said.predecessors} />
          <OwnNamings frame={frame} namings={said.namings} />
        </>
      }
    >
      <OwnWords frame={frame} detail={detail} />
      {!relations.length && !groups.length && !frame.incoming.length && <Invitation slug={sheet.slug} kept={said.kept} />}
      {main.length > 0 && (
        <Section id="partenariats" title={t('relations.title', { n: main.length })} action={<a href={to(`${ask}&genre=partenariat`)}>{t('observatory')}</a>}>
          <RelationList relations={main} from={centre} side="french" />
          {unplaced.length > 0 && <p class="quiet">{t('relations.noPlace', { names: useNames(unplaced) })}</p>}
        </Section>
      )}
      {apart.length > 0 && (
        <Section title={t('relations.apart')} lede={t('relations.apart.lede')}>
          <RelationList relations={apart} from={centre} side="french" />
        </Section>
      )}
      {counts.length > 1 && (
        <Section id="zones" title={t('zones.title')} lede={t('zones.lede')}>
          <ZoneBars counts={counts} caption={t('zones.caption', { name: sheet.title })} />
        </Section>
      )}
      <Distinctions frame={frame} />
      <Networks frame={frame} />
      <KindGroups groups={groups} more={(genre) => ({ href: to(`${ask}&genre=${genre}`), label: t('more') })} />
      <Scales title={sheet.title} here={sheet.id} scales={detail.scales} inside={detail.inside} />
      {within.length > 0 && (
        <Section title={t('within.title')} lede={t('within.lede')}>
          <EngagedList engaged={within} />
        </Section>
      )}
      {around.length > 0 && (
        <Section title={t('around.title')} lede={t('around.lede')}>
          <EngagedList engaged={around} />
        </Section>
      )}
    </SheetPage>
  );
}

function FrenchHero({ frame, relations, groups, centre, around }: Pick<FrenchProps, 'frame' | 'relations' | 'groups' | 'around'> & { centre: { title: string; lat: number | null; lon: number | null } }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const main = counted(relations).filter(({ published }) => published);
  const countries = [...new Set(main.flatMap(({ partnership }) => partnership.countries))].filter((iso) => iso !== 'FR');
  const apart = relations.filter((relation) => relation.apart && relation.published).length;
  const links = new Set(frame.incoming.map((one) => one.id)).size || groups.reduce((sum, group) => sum + group.total, 0);
  const eyebrow = [labelOfType('territory', sheet.type, lang), sheet.context].filter(Boolean).join(', ');
  const lede = main.length
    ? t('french.lede', { n: main.length, c: countries.length, z: continentCount(countries) })
    : links ? t('french.linked', { n: links }) : t('french.none.title');
  const words = (
    <Hero
      title={sheet.title}
      eyebrow={eyebrow}
      lede={lede}
      size={sheet.title.length > 18 ? 'title' : 'display'}
    >
      {apart > 0 && <p class="quiet">{t('french.apart', { n: apart })}</p>}
    </Hero>
  );
  if (centre.lat === null) return words;
  if (main.length > 2) return <>{words}<ThreadsMap centre={centre} relations={main} side="french" /></>;
  return <MapHead map={<ThreadsMap centre={centre} relations={main} side="french" nearby={around} />}>{words}</MapHead>;
}

/** A full sheet that has nothing to tell yet says so, and opens the door. */
function Invitation({ slug, kept }: { slug: string; kept: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="commencer" title={t('french.none.invite')}>
      <p>{t('french.none.lede')}</p>
      {!kept && <p>{t('french.none.text')}</p>}
      <p class="actions">
        {!kept && <Button href={to(commonPaths.claim.href({ slug }))}>{t('french.none.claim')}</Button>}
        <Button kind={kept ? 'full' : 'outline'} href={to('/premiere-action')}>{t('french.none.first')}</Button>
      </p>
    </Section>
  );
}

/** Networks it is in, apart from those it would like to join. */
function Networks({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const member = linked(frame.incoming, 'member', 'network');
  const wished = linked(frame.incoming, 'wished', 'network').filter((one) => !member.some((other) => other.id === one.id));
  if (!member.length && !wished.length) return null;
  const item = (role: 'member' | 'wished') => (one: (typeof member)[number]) => ({
    href: to(sheetHref('network', one.slug)), title: one.title, lang: one.lang === lang ? undefined : one.lang, meta: one.note ?? undefined, right: t(`networks.${role}`),
  });
  return (
    <Section id="reseaux" title={t('networks.title')}>
      <SheetList items={[...member.map(item('member')), ...wished.map(item('wished'))]} />
      <MoreLink href={to(`/reseaux?territoire=${frame.sheet.slug}`)}>{t('networks.roles')}</MoreLink>
    </Section>
  );
}

function useNames(parties: readonly { title: string }[]): string {
  return formatList(useView().lang, parties.map((party) => party.title));
}
