import { translator } from '~/platform/i18n/index.ts';
import {
  buildMarks, checkFields, checkSources, isRefusal, listDifferent, listFieldSources, parseMarks, readyFields, toFormError, type Search, type SheetAsk, type Since,
} from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { recordDraft, removeDraft } from '../drafts/commands.ts';
import { findDraft } from '../drafts/queries.ts';
import { messages } from '../messages.ts';
import { ConflictPage } from './pages/conflict.tsx';
import { FormPage } from './pages/form.tsx';
import type { Desk } from './desk.ts';
import { findSearches, fromDraft, readChoices, readShown, toDraft, type Shown } from './sent.ts';

/** The form as the sheet is, as a draft kept it (`brouillon`), or as the caller says: a former version. */
export async function answerForm(ask: SheetAsk, desk: Desk, former?: { values: Shown['values']; note: string }): Promise<Response> {
  const draft = await findDraft(ask.primary, ask.reader.account!.id, desk.address);
  const kept = draft && fromDraft(desk, draft);
  const isWorth = kept !== undefined && (listDifferent(desk.fields, desk.present, kept.values).length > 0 || kept.sources.size > 0);
  const present: Shown = { values: desk.present, sources: new Map(), comment: '', version: desk.version, marks: buildMarks(desk.fields, desk.present) };
  if (isWorth && ask.query('brouillon')) return drawForm(ask, desk, kept, { note: translator(messages, ask.lang)('draft.restored') });
  if (former) return drawForm(ask, desk, { ...present, values: { ...present.values, ...former.values } }, { note: former.note });
  return drawForm(ask, desk, present, { draftAt: isWorth ? draft!.at : undefined });
}

/** A form that came back: given up, being searched in, to be mended, in conflict, or done. */
export async function acceptForm(ask: SheetAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const accountId = ask.reader.account!.id;
  if (form.text('intention') === 'abandonner') {
    await removeDraft(ask.primary, accountId, desk.address);
    return ask.done(desk.address, translator(messages, ask.lang)('draft.dropped'));
  }
  const shown = readShown(desk, form);
  const { searches, isSearching } = await findSearches(ask, desk.fields, form);
  const keep = () => recordDraft(ask.primary, accountId, desk.address, toDraft(shown), shown.version);
  if (isSearching || form.text('intention') === 'revoir') {
    await keep();
    return drawForm(ask, desk, shown, { searches });
  }
  const ready = await readyFields(desk.fields, { db: ask.primary, lang: ask.lang, messages: desk.spec.messages, sheetId: desk.sheet?.id ?? null, context: desk.context }, shown.values, desk.present);
  const { values, errors } = checkFields(ready, shown.values, desk.present, form, ask.lang);
  errors.push(...checkSources(shown.sources, ask.lang));
  if (errors.length) {
    await keep();
    return drawForm(ask, desk, shown, { errors, searches, status: 422 });
  }
  const outcome = await desk.send(ask.primary, { ...shown, values, marks: parseMarks(shown.marks), choices: readChoices(desk.fields, form), contested: new Set(form.list('litige')) });
  if ('path' in outcome) {
    await removeDraft(ask.primary, accountId, desk.address);
    return ask.done(outcome.path, outcome.sentence);
  }
  await keep();
  if (isRefusal(outcome)) return drawForm(ask, desk, shown, { errors: [toFormError(outcome, desk.spec.messages, ask.lang)], status: 422 });
  if ('since' in outcome) return drawForm(ask, desk, { ...shown, version: outcome.version }, { since: outcome.since, status: 409 });
  const marks = buildMarks(desk.fields, outcome.present);
  return ask.page(<ConflictPage desk={desk} shown={{ ...shown, values: outcome.merged, version: outcome.version, marks }} clashes={outcome.conflict} ready={ready} missing={form.values.litige !== undefined} />, { status: 409 });
}

interface Around {
  errors?: FormError[];
  searches?: ReadonlyMap<string, Search>;
  since?: Since[];
  note?: string;
  draftAt?: string;
  status?: number;
}

async function drawForm(ask: SheetAsk, desk: Desk, shown: Shown, { status = 200, ...around }: Around): Promise<Response> {
  const setting = { db: ask.primary, lang: ask.lang, messages: desk.spec.messages, sheetId: desk.sheet?.id ?? null, context: desk.context };
  const [ready, sources] = await Promise.all([readyFields(desk.fields, setting, shown.values, desk.present), desk.sheet ? listFieldSources(ask.primary, desk.sheet.id) : []]);
  return ask.page(<FormPage desk={desk} shown={shown} ready={ready} sources={sources} {...around} />, { status });
}

