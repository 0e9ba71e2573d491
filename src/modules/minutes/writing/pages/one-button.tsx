import { useView } from '~/platform/i18n/index.ts';
import { Button } from '~/ui/index.ts';

/** A gesture of one button. */
export function OneButton({ action, label, name, value, kind = 'plain' }: { action: string; label: string; name?: string; value?: string; kind?: 'plain' | 'outline' | 'full' }) {
  const { to } = useView();
  return (
    <form method="post" action={to(action)}>
      <Button kind={kind} name={name} value={value}>{label}</Button>
    </form>
  );
}
