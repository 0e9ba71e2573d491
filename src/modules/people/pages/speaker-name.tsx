import { useT, useView } from '~/platform/i18n/index.ts';
import { MarginNote, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { FunctionShown, Speaker } from '../queries.ts';

/** Who speaks: the name, or that it is kept for members, then what they were on that day. */
export function SpeakerName({ speaker }: { speaker: Speaker }) {
  const t = useT(messages);
  return (
    <div class="speaker">
      <p class="speaker-name">
        {speaker.name ?? (speaker.isWithheld ? <StateMark status="reserve" word={t('withheld')} /> : t('unnamed'))}
      </p>
      <ul class="plain speaker-functions">
        {[speaker, ...speaker.others].map((one) => (
          <li key={one.id}>
            <FunctionText held={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FunctionText({ held }: { held: FunctionShown }) {
  const t = useT(messages);
  const { to } = useView();
  const role = held.isCurrent ? held.function : t('past', { role: held.function });
  if (!held.body) return <>{held.bodyHref ? <a href={to(held.bodyHref)}>{role}</a> : role}</>;
  return (
    <>
      {role}, {held.bodyHref ? <a href={to(held.bodyHref)}>{held.body}</a> : held.body}
    </>
  );
}

export function WhyHidden() {
  const t = useT(messages);
  return (
    <MarginNote title={t('why.title')}>
      <p>{t('why.text')}</p>
    </MarginNote>
  );
}
