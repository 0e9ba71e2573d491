import { get } from '~/platform/http/request.ts';
import { countryName } from '~/reference/index.ts';
import { listOwnNames, listTimeZones } from '~/modules/territories/index.ts';
import { answerSheet, linked, type SheetAsk } from '~/sheets/index.ts';
import { AnniversariesPage } from './anniversaries/pages/anniversaries.tsx';
import { PartnershipsPage } from './pages/list.tsx';
import { PartnershipPage } from './pages/partnership.tsx';
import { paths } from './paths.ts';
import { routes as programmes } from './programmes/routes.tsx';
import { getDetail, listPartnerships } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<PartnershipsPage partnerships={await listPartnerships(ask.db, ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'partnership', async (frame) => {
      const parties = [...linked(frame.outgoing, 'french'), ...linked(frame.outgoing, 'foreign')].map((one) => one.id);
      const [detail, zones, names] = await Promise.all([
        getDetail(ask.db, ask.reader, frame.sheet.id),
        listTimeZones(ask.db, parties),
        // the names that authorities chose are French: other languages keep the common one
        ask.lang === 'fr' && parties[0] ? listOwnNames(ask.db, parties[0]) : undefined,
      ]);
      const outgoing = frame.outgoing.map((one) => ({ ...one, title: (one.role === 'foreign' && names?.territories.get(one.id)) || one.title }));
      return <PartnershipPage frame={{ ...frame, outgoing }} detail={detail} zones={zones} countryName={(iso) => names?.countries.get(iso) ?? countryName(iso, ask.lang)} />;
    }),
  ),
  get(paths.anniversaries, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<AnniversariesPage partnerships={await listPartnerships(ask.db, ask.reader)} />)),
  ...programmes,
];
