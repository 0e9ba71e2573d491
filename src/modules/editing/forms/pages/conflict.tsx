import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sourceName, sourceParts, useShownValue, type Clash, type ReadyField } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import type { Desk } from '../desk.ts';
import type { Shown } from '../sent.ts';
import { useWho } from './since.tsx';

export interface ConflictPageProps {
  desk: Desk;
  /** Present values with mine where only I changed them, and mine where both did. */
  shown: Shown;
  clashes: readonly Clash[];
  ready: readonly ReadyField[];
  /** They were shown before, and no choice came. */
  missing: boolean;
}

/** Two people changed the same fields: both versions side by side, one choice a field, everything else already joined. */
export function ConflictPage({ desk, shown, clashes, ready, missing }: ConflictPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('conflict.title')} noIndex edit>
      {desk.sheet && <Breadcrumb items={[{ href: to(desk.back), label: desk.sheet.title }, { label: desk.title }]} />}
      <Hero size="small" title={t('conflict.title')} lede={t('conflict.lede')} />
      <ErrorSummary
        title={missing ? t('form.errors', { n: clashes.length }) : undefined}
        errors={missing ? clashes.map(({ field }) => ({ name: `choix.${field.name}`, message: t('conflict.missing', { label: ready.find(({ spec }) => spec.name === field.name)!.label }) })) : []}
      />
      <form method="post" action={to(desk.address)} class="conflict">
        {shown.version !== null && <input type="hidden" name="version" value={String(shown.version)} />}
        <input type="hidden" name="repere" value={shown.marks} />
        {desk.fields.map((field) => [''].concat(shown.values[field.name] ?? []).map((value, index) => <input key={`${field.name}${index}`} type="hidden" name={field.name} value={value} />))}
        {[...shown.sources].map(([name, source]) => sourceParts.map((part) => <input key={name + part} type="hidden" name={sourceName(name, part)} value={source[part]} />))}
        {clashes.map((clash) => <ClashField key={clash.field.name} clash={clash} field={ready.find(({ spec }) => spec.name === clash.field.name)!} />)}
        <div class="actions form-actions">
          <Button>{t('conflict.save')}</Button>
          <Button kind="outline" name="intention" value="revoir">{t('conflict.review')}</Button>
        </div>
      </form>
    </Page>
  );
}

function ClashField({ clash, field }: { clash: Clash; field: ReadyField }) {
  const t = useT(messages);
  const whoOf = useWho();
  const show = useShownValue(field);
  const name = `choix.${clash.field.name}`;
  return (
    <fieldset class="clash" id={`champ-${name}`}>
      <legend>{field.label}</legend>
      <input type="hidden" name="litige" value={clash.field.name} />
      <div class="two-sides">
        <Version name={name} value="eux" title={t('conflict.theirs')} text={show(clash.theirs)} who={clash.since ? whoOf(clash.since) : t('conflict.somebody')} />
        <Version name={name} value="moi" title={t('conflict.mine')} text={show(clash.mine)} />
      </div>
    </fieldset>
  );
}

function Version({ name, value, title, text, who }: { name: string; value: string; title: string; text: string; who?: string }) {
  return (
    <div>
      <label class="choice">
        <input type="radio" name={name} value={value} aria-describedby={`${name}-${value}`} /> <span>{title}</span>
      </label>
      <div id={`${name}-${value}`}>
        <p class="clash-value">{text}</p>
        {who && <p class="hint">{who}</p>}
      </div>
    </div>
  );
}
