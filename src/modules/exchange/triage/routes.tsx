import { isId } from '~/platform/db/index.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, checkFields, Input, isRefusal, readTyped, readyFields, toCanonicalValues, toFormError, type FieldSpec, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { paths } from '../paths.ts';
import { createRequest, sortRequest } from './commands.ts';
import { gridFields, requestFields } from './fields.ts';
import { messages } from './messages.ts';
import { NewRequestPage, RequestsPage } from './pages/list.tsx';
import { RequestPage } from './pages/request.tsx';
import { findAnswer, findRequest, getContext, listRequests, type Request } from './queries.ts';
import { deskOf } from './rules.ts';

const settingOf = (ask: SheetAsk) => ({ db: ask.primary, lang: ask.lang, messages, sheetId: null, context: { reader: ask.reader, right: 'own' as const, today: ask.today } });

/** What was typed, checked by its type. */
async function readForm(ask: SheetAsk, fields: readonly FieldSpec[], present: Values) {
  const form = await ask.form();
  const typed = readTyped(fields, form, present);
  const ready = await readyFields(fields, settingOf(ask), typed, present);
  return { typed, ready, ...checkFields(ready, typed, present, form, ask.lang) };
}

async function findStart(ask: SheetAsk, bodyId: string) {
  const id = ask.query('reponse');
  return id && isId(id) ? findAnswer(ask.primary, bodyId, id) : undefined;
}

async function drawNew(ask: SheetAsk, values: Values, errors: FormError[] = []): Promise<Response> {
  return ask.page(<NewRequestPage ready={await readyFields(requestFields, settingOf(ask), values)} values={values} errors={errors} answer={ask.query('reponse')} />, { status: errors.length ? 422 : 200 });
}

async function drawRequest(ask: SheetAsk, bodyId: string, request: Request, values: Values, errors: FormError[] = []): Promise<Response> {
  const [ready, context] = await Promise.all([readyFields(gridFields, settingOf(ask), values), getContext(ask.primary, ask.reader, bodyId, request.country)]);
  return ask.page(<RequestPage request={request} context={context} ready={ready} values={values} errors={errors} />, { status: errors.length ? 422 : 200 });
}

const valuesOf = (request: Request): Values => toCanonicalValues(gridFields, Object.fromEntries(
  ([['priorites', request.priorities], ['connu', request.known], ['moyens_dispo', request.means], ['reciprocite', request.reciprocity], ['decision', request.decision], ['motif', request.reason]] as const)
    .map(([name, value]) => [name, value ? [value] : []]),
));

async function findHere(ask: SheetAsk) {
  const desk = deskOf(ask.reader);
  const id = ask.param('id');
  const request = desk && isId(id) ? await findRequest(ask.primary, desk.id, ask.reader.account!.id, id) : undefined;
  return desk && request ? { desk, request } : undefined;
}

async function create(ask: SheetAsk): Promise<Response> {
  const desk = deskOf(ask.reader);
  if (!desk) return ask.notFound();
  const { typed, values, errors } = await readForm(ask, requestFields, {});
  if (errors.length) return drawNew(ask, typed, errors);
  const answer = await findStart(ask, desk.id);
  const made = await attempt(ask.primary, (tx) => createRequest(tx, desk.id, new Input(values), { answerId: answer?.id ?? null, today: ask.today }));
  if (isRefusal(made)) return drawNew(ask, typed, [toFormError(made, messages, ask.lang)]);
  return ask.done(paths.request.href({ id: made.id }), translator(messages, ask.lang)('new.done'));
}

async function sort(ask: SheetAsk): Promise<Response> {
  const here = await findHere(ask);
  if (!here) return ask.notFound();
  const { typed, values, errors } = await readForm(ask, gridFields, valuesOf(here.request));
  if (errors.length) return drawRequest(ask, here.desk.id, here.request, typed, errors);
  const done = await attempt(ask.primary, (tx) => sortRequest(tx, ask.actor, here.request.id, new Input(values), ask.today));
  if (isRefusal(done)) return drawRequest(ask, here.desk.id, here.request, typed, [toFormError(done, messages, ask.lang)]);
  return ask.done(paths.request.href({ id: here.request.id }), translator(messages, ask.lang)('grid.done'));
}

export const routes = [
  get(paths.requests, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = deskOf(ask.reader);
    if (!desk) return ask.notFound();
    const page = readPageNumber(ask.query('page'));
    return ask.page(<RequestsPage body={desk.title} page={page} {...await listRequests(ask.primary, desk.id, page)} />);
  }),
  get(paths.newRequest, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = deskOf(ask.reader);
    if (!desk) return ask.notFound();
    const answer = await findStart(ask, desk.id);
    return drawNew(ask, answer
      ? { demandeur: [answer.sender], pays_demandeur: answer.country ? [answer.country] : [], demande: [answer.subject], recue: [answer.day] }
      : { recue: [ask.today] });
  }),
  post(paths.requests, { who: 'member' }, create),
  get(paths.request, { who: 'member' }, async (ask: SheetAsk) => {
    const here = await findHere(ask);
    return here ? drawRequest(ask, here.desk.id, here.request, valuesOf(here.request)) : ask.notFound();
  }),
  post(paths.request, { who: 'member' }, sort),
];
