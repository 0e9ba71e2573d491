import { findMessage, translator } from '~/platform/i18n/index.ts';
import { attempt, createProposal, editSheet, isRefusal, listAllowed, sheetHref, toCanonicalValues, type SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { findHeld, type Desk, type Held } from './desk.ts';

/** Correcting a sheet, or proposing a correction to those who keep it. */
export async function findEditDesk(ask: SheetAsk): Promise<(Desk & { held: Held }) | undefined> {
  const held = await findHeld(ask);
  if (!held?.spec.edit) return undefined;
  const { spec, sheet, right, context, version } = held;
  const edit = held.spec.edit;
  const fields = listAllowed(edit.fields, context);
  if (!fields.length) return undefined;
  const t = translator(messages, ask.lang);
  const isProposal = right === 'partner';
  const href = sheetHref(spec.kind, sheet.slug);
  const present = toCanonicalValues(edit.fields, await edit.read(ask.primary, sheet.id, context));
  return {
    held, spec, sheet, context, fields, present, version, isProposal,
    address: paths.edit.href({ genre: spec.genre, slug: sheet.slug }),
    title: t(isProposal ? 'edit.propose' : 'edit.title'),
    lede: findMessage(spec.messages, ask.lang, 'edit.lede') ?? t(isProposal ? 'edit.proposeLede' : 'edit.lede'),
    button: t(isProposal ? 'edit.sendProposal' : 'edit.save'),
    back: href,
    async send(db, sent) {
      if (isProposal) {
        const id = await attempt(db, (tx) => createProposal(tx, ask.actor, { sheetId: sheet.id, act: 'edit', fields, sent, present, version }));
        return id === null ? { path: href, sentence: t('edit.unchanged') } : { path: paths.proposal.href({ id }), sentence: t('proposal.sent') };
      }
      const outcome = await attempt(db, (tx) => editSheet(tx, ask.actor, sheet.id, edit, fields, sent, context));
      if (isRefusal(outcome) || 'conflict' in outcome) return outcome;
      return { path: href, sentence: t(outcome.version === version && !outcome.changed.length ? 'edit.unchanged' : 'edit.done') };
    },
  };
}
