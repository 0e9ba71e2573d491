import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

export interface Column {
  label: ComponentChildren;
  /** Right-aligned, tabular figures. */
  numeric?: boolean;
  /** Each cell of the column names its row. */
  head?: boolean;
  /** Leaves on a phone: only for what is said elsewhere. */
  wideOnly?: boolean;
}

export interface DataTableProps {
  caption: string;
  /** The caption is read aloud but not drawn: a title stands just above. */
  hideCaption?: boolean;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
  /** Totals. */
  foot?: readonly ComponentChildren[];
  /** Column heads in the display face: a comparison of few things. */
  large?: boolean;
  /** On a phone each row stands alone, each cell after the head of its column: for tables of more than three columns. */
  stacks?: boolean;
}

export function DataTable({ caption, hideCaption, columns, rows, foot, large, stacks }: DataTableProps) {
  const t = useT(messages);
  const kind = (column: Column | undefined) => [column?.numeric && 'num', column?.wideOnly && 'wide-only'].filter(Boolean).join(' ') || undefined;
  const cells = (row: readonly ComponentChildren[]) =>
    row.map((cell, index) => {
      const column = columns[index];
      return column?.head ? (
        <th key={index} scope="row" class={kind(column)}>
          {cell}
        </th>
      ) : (
        <td key={index} class={kind(column)} data-head={stacks && typeof column?.label === 'string' && column.label !== '' ? column.label : undefined}>
          {cell}
        </td>
      );
    });
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={t('table.scroll', { caption })}>
      <table class={[large && 'large', stacks && 'stacks'].filter(Boolean).join(' ') || undefined}>
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) =>
              column.label === '' ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col" class={kind(column)}>
                  {column.label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(row)}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{cells(foot)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

export interface Bar {
  label: ComponentChildren;
  n: number;
  /** The figure as read: « 8,6 t ». Default: the number. */
  value?: ComponentChildren;
  href?: string;
  /** One sign per unit instead of a bar, for counts one can see. */
  signs?: ComponentChildren;
}

/** Bars that are their own table: the label, the length, the figure. */
export function BarChart({ rows, caption, hideCaption, heads }: { rows: readonly Bar[]; caption: string; hideCaption?: boolean; heads?: readonly [ComponentChildren, ComponentChildren] }) {
  const most = Math.max(1, ...rows.map((row) => row.n));
  return (
    <table class="bars">
      <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      {heads && (
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{heads[0]}</th>
            <td />
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
            <td aria-hidden="true">
              {row.signs ?? (
                <svg class="bar" viewBox="0 0 100 10" width="100%" height="12" preserveAspectRatio="none" focusable="false">
                  <rect width={row.n === 0 ? 0 : Math.max(0.6, (row.n / most) * 100).toFixed(1)} height="10" />
                </svg>
              )}
            </td>
            <td class="num">{row.value ?? row.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
