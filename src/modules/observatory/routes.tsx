import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { readInquiry } from './asking.ts';
import { answerJson, answerTile, answerWhole } from './files.ts';
import { ObservatoryPage } from './pages/observatory.tsx';
import { paths } from './paths.ts';
import { readAnswer } from './reading.ts';

const machine = { who: 'everyone', machine: true } as const;

export const routes = [
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const inquiry = await readInquiry(ask);
    if (inquiry.canonical !== null) return ask.redirect(ask.to(paths.show.href({}) + inquiry.canonical));
    return ask.page(<ObservatoryPage read={await readAnswer(ask, inquiry)} />);
  }),
  get(paths.json, machine, answerJson),
  get(paths.csv, machine, (ask: SheetAsk) => answerWhole(ask, 'csv')),
  get(paths.geojson, machine, (ask: SheetAsk) => answerWhole(ask, 'geojson')),
  get(paths.tile, { who: 'everyone' }, answerTile),
];
