import { useT, useView } from '~/platform/i18n/index.ts';
import { Button } from '~/ui/index.ts';
import { messages } from './messages.ts';
import type { Waiting } from './waiting.ts';

/** One thing: filled, it is done at once; outlined, it opens a page. */
export function WaitingThing({ thing: { title, text, seconds, main, other } }: { thing: Waiting }) {
  const t = useT(messages);
  const { to } = useView();
  const second = other && (
    <a href={to(other.href)} aria-label={t('waiting.of', { label: other.label, title })}>
      {other.label}
    </a>
  );
  return (
    <li>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {'post' in main ? (
        <form method="post" action={to(main.post)} class="gestures">
          {Object.entries(main.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>{main.label}</Button>
          {second}
        </form>
      ) : (
        <p class="gestures">
          <Button kind="outline" href={to(main.href)}>
            {main.label}
          </Button>
          {second}
        </p>
      )}
      <p class="waiting-time">{seconds < 60 ? t('waiting.seconds', { n: seconds }) : t('waiting.minutes', { n: Math.ceil(seconds / 60) })}</p>
    </li>
  );
}
