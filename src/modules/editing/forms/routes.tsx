import { get, post } from '~/platform/http/request.ts';
import { commonPaths, type SheetAsk } from '~/sheets/index.ts';
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
  get(paths.create, { who: 'account' }, async (ask: SheetAsk) => {
    const desk = await findCreateDesk(ask);
    if (desk) return answerForm(ask, desk);
    const { acting, mandates = [] } = ask.reader;
    // one of their mandates may allow it: they say which first
    return !acting && mandates.length > 1 ? ask.redirect(ask.to(commonPaths.mandates.href({}, { suite: ask.url.pathname + ask.url.search }))) : ask.notFound();
  }),
  post(paths.create, { who: 'account' }, accept(findCreateDesk)),
];
