import type { ComponentChildren } from 'preact';
import { formatDistance, formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { countryName, themeName } from '~/reference/index.ts';
import { sheetHref, type Body } from '~/sheets/index.ts';
import { messages } from '../../messages.ts';
import type { PairReason } from '../types.ts';

export interface ReasonsProps {
  a: Body;
  b: Body;
  reasons: readonly PairReason[];
  /** Partners that reasons name, by id. */
  titles: ReadonlyMap<string, Body>;
}

/** Each reason a sentence, with its points: no score without its words. */
export function Reasons({ reasons, ...pair }: ReasonsProps) {
  const t = useT(messages);
  const { lang } = useView();
  return (
    <ul class="match-reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          <span>
            <Sentence reason={reason} {...pair} />
          </span>
          <span class="match-points">{t('match.points', { n: formatNumber(lang, reason.points), count: Math.ceil(reason.points) })}</span>
        </li>
      ))}
    </ul>
  );
}

function Sentence({ reason, a, b, titles }: { reason: PairReason } & Omit<ReasonsProps, 'reasons'>): ComponentChildren {
  const t = useT(messages);
  const { lang, to } = useView();
  const themes = formatList(lang, reason.of.map((slug) => themeName(slug, lang)));
  switch (reason.code) {
    case 'partner': {
      const partners = reason.of.flatMap((id) => titles.get(id) ?? []);
      return (
        <>
          {t('reason.partner')}{' '}
          {partners.map((partner, index) => (
            <>
              {index > 0 && ', '}
              <a href={to(sheetHref(partner.kind, partner.slug))}>{partner.title}</a>
            </>
          ))}
        </>
      );
    }
    case 'complement': {
      const [seeker, offerer] = reason.seeker === a.id ? [a, b] : [b, a];
      return t('reason.complement', { seeker: seeker.title, offerer: offerer.title, themes });
    }
    case 'country':
      return t('reason.country', { countries: formatList(lang, reason.of.map((iso) => countryName(iso, lang))), n: reason.of.length });
    case 'search':
      return t('reason.search', { themes });
    case 'year':
      return t('reason.year', { themes });
    case 'size':
      return t('reason.size');
    case 'near':
      return (reason.km ?? 0) < 5 ? t('reason.neighbours') : t('reason.near', { distance: formatDistance(lang, reason.km ?? 0) });
  }
}
