import type { ComponentChildren } from 'preact';
import { translator, useT, useView } from '~/platform/i18n/index.ts';
import { Choices, StateMark, type Option } from '~/ui/index.ts';
import { getKind } from '../kinds.ts';
import { commonPaths } from '../paths.ts';
import { messages } from './messages.ts';
import type { Picked } from './pick.ts';
import type { ReadyField } from './ready.ts';

/** What was looked for in a field, and found. */
export interface Search {
  words: string;
  found: readonly Picked[];
}

export interface PickerProps {
  field: ReadyField;
  /** Its label, with whether it is required. */
  label: ComponentChildren;
  error?: ComponentChildren;
  search?: Search;
}

/** Sheets to choose: a box to look for them within the form, the same with and without script. */
export function Picker({ field: { spec, label: name, hint, picked }, label, error, search }: PickerProps) {
  const t = useT(messages);
  const { lang } = useView();
  const labelFor = useSheetLabel(spec.of ?? []);
  const id = `champ-${spec.name}`;
  const optionOf = (sheet: Picked): Option => [sheet.id, labelFor(sheet)];
  const found = (search?.found ?? []).filter((one) => !picked.some(({ id: known }) => known === one.id));
  const none: Option[] = spec.several || spec.required || (!picked.length && !found.length) ? [] : [['', t('pick.none')]];
  const type = spec.several ? 'checkbox' : 'radio';
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset class={error ? 'field picker in-error' : 'field picker'} id={id} aria-describedby={described} data-suggestions={commonPaths.suggestions.href({}, { langue: lang, genre: (spec.of ?? []).map((kind) => getKind(kind).genre) })} data-field={spec.name} data-type={type}>
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-erreur`}>
          <StateMark status="erreur" bare /> {error}
        </p>
      )}
      <Choices type={type} name={spec.name} options={[...none, ...picked.map(optionOf)]} values={picked.length ? picked.map((one) => one.id) : ['']} />
      <div class="picker-search">
        <label for={`chercher-${spec.name}`}>{t('pick.searchFor', { label: name })}</label>
        <div class="picker-line">
          <input type="search" id={`chercher-${spec.name}`} name={`chercher.${spec.name}`} value={search?.words} autocomplete="off" maxLength={100} />
          <input type="hidden" name={`cherche.${spec.name}`} value={search?.words ?? ''} />
          <button class="button outline" type="submit" name="chercher" value={spec.name}>
            {t('pick.button')}
          </button>
        </div>
      </div>
      <div class="picker-found" role="status">
        {search && found.length > 0 && <p>{t(spec.several ? 'pick.foundSeveral' : 'pick.found', { n: found.length })}</p>}
        {search?.words && search.found.length === 0 && <p>{t('pick.nothing', { words: search.words })}</p>}
        {found.length > 0 && <Choices type={type} name={spec.name} options={found.map(optionOf)} values={[]} />}
      </div>
    </fieldset>
  );
}

/** « Lima, Pérou »; with its kind when several are accepted. */
export function useSheetLabel(kinds: readonly string[]): (sheet: Picked) => string {
  const { lang } = useView();
  return (sheet) => labelOf(sheet, kinds.length > 1 ? translator(getKind(sheet.kind).messages, lang)('kind.one') : null);
}

export function labelOf({ title, context }: Pick<Picked, 'title' | 'context'>, kind: string | null): string {
  return [title, context && !title.includes(context) ? context : null, kind].filter((one) => one !== null && one !== '').join(', ');
}
