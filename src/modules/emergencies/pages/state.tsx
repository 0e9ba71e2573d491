import { useView } from '~/platform/i18n/index.ts';
import { labelOfState, SheetState, type SheetSummary } from '~/sheets/index.ts';
import { StateMark } from '~/ui/index.ts';

/** Under way is good news of a partnership, not of an alert: never the green disc. */
export function AlertState({ sheet }: { sheet: SheetSummary }) {
  const { lang } = useView();
  const word = labelOfState(sheet.kind, sheet.state, lang);
  return word && sheet.state === 'alert' ? <StateMark status="erreur" word={word} /> : <SheetState sheet={sheet} />;
}
