import { get } from '~/platform/http/request.ts';
import type { Reader } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import { getHealth } from './queries.ts';

export const routes = [
  get<Reader>(paths.show, { who: 'everyone', cached: false, machine: true }, async (ask) => {
    const health = await getHealth(ask.primary);
    return Response.json(health, { status: health.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  }),
];
