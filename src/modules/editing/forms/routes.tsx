import { get, post } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { findFormer } from '../history/former.ts';
import { findActDesk } from './act-desk.ts';
import { acceptForm, answerForm } from './answer.tsx';
import { findCreateDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { findEditDesk } from './edit-desk.ts';

type Find = (ask: SheetAsk) => Promise<Desk | undefined>;

const accept = (find: Find) => async (ask: SheetAsk) => {
  const desk = await find(ask);
  return desk ? acceptForm(ask, desk) : ask.notFound();
};

const show = (find: Find) => async (ask: SheetAsk) => {
  const desk = await find(ask);
  return desk ? answerForm(ask, desk) : ask.notFound();
};

export const routes = [
  get(paths.edit, { who: 'editor' }, async (ask: SheetAsk) => {
    const desk = await findEditDesk(ask);
    return desk ? answerForm(ask, desk, await findFormer(ask, desk)) : ask.notFound();
  }),
  post(paths.edit, { who: 'editor' }, accept(findEditDesk)),
  get(paths.act, { who: 'editor' }, show(findActDesk)),
  post(paths.act, { who: 'editor' }, accept(findActDesk)),
  get(paths.create, { who: 'account' }, show(findCreateDesk)),
  post(paths.create, { who: 'account' }, accept(findCreateDesk)),
];
