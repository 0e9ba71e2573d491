import { Fragment } from 'preact';
import { formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { greatCircleKm, hoursBetween } from '~/platform/geo/index.ts';
import { yearOf } from '~/platform/dates/partial.ts';
import { linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { FactsLine, LinkSign, PartnershipThread, type ThreadStyle } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { otherYears, signOf, type StartMeaning } from '../rules.ts';
import { wordOfType, type Names, type PartnershipProps } from './words.ts';

interface HeadProps extends PartnershipProps {
  names: Names;
}

const styles: Record<string, ThreadStyle> = { active: 'solid', in_renewal: 'dashed' };

/** Two names, one thread, then the facts in a line. */
export function Head({ frame, names, countryName, zones }: HeadProps) {
  const { lang, to } = useView();
  const { sheet } = frame;
  const parties = { french: linked(frame.outgoing, 'french'), foreign: linked(frame.outgoing, 'foreign') };
  const href = (side: 'french' | 'foreign') => (parties[side].length === 1 ? to(sheetHref('territory', parties[side][0]!.slug)) : undefined);
  const ends = endsOf(frame);
  return (
    <>
      <PartnershipThread
        left={formatList(lang, names.french)}
        right={formatList(lang, names.foreign)}
        leftHref={href('french')}
        rightHref={href('foreign')}
        km={ends && greatCircleKm(ends[0], ends[1])}
        style={styles[sheet.state ?? ''] ?? 'dotted'}
      />
      <FactsLine
        items={[
          <LinkSign kind={signOf(sheet.type)} word={wordOfType(sheet.type, lang)} />,
          <Since frame={frame} />,
          <Hours here={zones.get(parties.french[0]?.id ?? '')} there={zones.get(parties.foreign[0]?.id ?? '')} />,
          sheet.countries.length > 0 && (
            <>
              {countryName('FR')} –{' '}
              {sheet.countries.map((iso, index) => (
                <Fragment key={iso}>
                  {index > 0 && ', '}
                  <a href={to(`/pays/${iso}`)}>{countryName(iso)}</a>
                </Fragment>
              ))}
            </>
          ),
        ]}
      />
    </>
  );
}

/** Both ends of the thread, when both are known. */
export function endsOf(frame: SheetFrame): [readonly [number, number], readonly [number, number]] | null {
  const at = (role: 'from' | 'to') => frame.places.find((place) => place.role === role && place.lat != null && place.lon != null);
  const [from, there] = [at('from'), at('to')];
  return from && there ? [[from.lon!, from.lat!], [there.lon!, there.lat!]] : null;
}

function Since({ frame: { sheet, facts } }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { today } = useView();
  if (!sheet.start) return <>{t('since.unknown')}</>;
  const others = otherYears(facts);
  if (others.length) return <>{t('since.either', { chosen: sheet.start.value, other: others.join(', ') })}</>;
  const years = Number(today.slice(0, 4)) - yearOf(sheet.start);
  return (
    <>
      {t(`since.${(sheet.startMeaning ?? 'partnership') as StartMeaning}`, { year: sheet.start.value })}
      {years > 0 && (
        <>
          , <strong>{t('since.years', { n: years })}</strong>
        </>
      )}
    </>
  );
}

/** These days and in the other season: summer time is not everywhere the same. */
function Hours({ here, there }: { here: string | undefined; there: string | undefined }) {
  const t = useT(messages);
  const { lang, today } = useView();
  if (!here || !there) return null;
  const summer = today.slice(5) >= '04-01' && today.slice(5) < '10-25';
  // The season to come: a country may change its rule.
  const year = Number(today.slice(0, 4)) + (summer || today.slice(5) >= '10-25' ? 1 : 0);
  const now = Math.abs(hoursBetween(here, there, today));
  const other = Math.abs(hoursBetween(here, there, summer ? `${year}-01-15` : `${year}-07-15`));
  if (now === other) return <>{t('time.constant', { n: now, text: formatNumber(lang, now) })}</>;
  return <>{t(summer ? 'time.winter' : 'time.summer', { n: now, text: formatNumber(lang, now), m: other, other: formatNumber(lang, other) })}</>;
}
