import { useView } from '~/platform/i18n/index.ts';
import type { DeskItem } from '~/sheets/index.ts';

export function ItemList({ items, none }: { items: readonly DeskItem[]; none: string }) {
  const { to } = useView();
  if (items.length === 0) return <p class="quiet">{none}</p>;
  return (
    <dl class="desk-items">
      {items.map((item) => (
        <div key={`${item.href} ${item.label}`}>
          <dt>{item.href ? <a href={to(item.href)}>{item.label}</a> : item.label}</dt>
          {item.value !== undefined && <dd class="desk-value">{item.value}</dd>}
          {item.rule && <dd class="quiet">{item.rule}</dd>}
        </div>
      ))}
    </dl>
  );
}
