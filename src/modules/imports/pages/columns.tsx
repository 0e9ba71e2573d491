import { useT, useView } from '~/platform/i18n/index.ts';
import { Button } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Import } from '../queries.ts';
import { fields } from '../rules.ts';

/** How each column is read; those that are not are said before anything is written. */
export function ColumnsForm({ list, sample }: { list: Import; sample: readonly string[] }) {
  const t = useT(messages);
  const { to } = useView();
  const unread = list.header.filter((_, index) => list.columns[index] === '');
  const options = [['', t('column.none')] as const, ...fields.map((field) => [field, t(`column.${field}`)] as const)];
  return (
    <details class="import-columns" open={unread.length === list.header.length}>
      <summary>{t('columns.title', { n: unread.length })}</summary>
      <form method="post" action={to(paths.columns.href({ id: list.id }))}>
        {list.header.map((head, index) => (
          <div class="field" key={index}>
            <label for={`champ-colonne-${index}`}>{head || t('columns.untitled', { n: index + 1 })}</label>
            <p class="hint">{sample[index] ? t('columns.sample', { sample: sample[index]! }) : t('columns.empty')}</p>
            <span class="select">
              <select id={`champ-colonne-${index}`} name="colonne">
                {options.map(([value, label]) => (
                  <option key={value} value={value} selected={list.columns[index] === value}>
                    {label}
                  </option>
                ))}
              </select>
            </span>
          </div>
        ))}
        <Button kind="outline">{t('columns.do')}</Button>
      </form>
    </details>
  );
}
