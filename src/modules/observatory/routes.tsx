import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { answerJson, answerWhole } from './files.ts';
import { paths } from './paths.ts';

const machine = { who: 'everyone', machine: true } as const;

export const routes = [
  get(paths.json, machine, answerJson),
  get(paths.csv, machine, (ask: SheetAsk) => answerWhole(ask, 'csv')),
  get(paths.geojson, machine, (ask: SheetAsk) => answerWhole(ask, 'geojson')),
];
