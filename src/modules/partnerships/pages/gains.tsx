import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { Section, TwoSides } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { GainShown } from '../types.ts';
import type { Names } from './words.ts';

interface GainsProps {
  frame: SheetFrame;
  gains: GainShown[];
  names: Names;
}

/** What residents gain, here and there: only what a text says. */
export function Gains({ frame, gains, names }: GainsProps) {
  const t = useT(messages);
  const { lang } = useView();
  const side = (which: 'here' | 'there', title: string[]) => <Side frame={frame} title={formatList(lang, title)} gains={gains.filter((gain) => gain.side === which)} />;
  return (
    <Section title={t('gains.title')}>
      {gains.length > 0 ? <TwoSides left={side('here', names.french)} right={side('there', names.foreign)} /> : <p class="quiet">{t('gains.nothing')}</p>}
    </Section>
  );
}

function Side({ frame, title, gains }: { frame: SheetFrame; title: string; gains: GainShown[] }) {
  const t = useT(messages);
  return (
    <>
      <h3>{title}</h3>
      {gains.map((gain) => (
        <p key={gain.sentence}>
          <span lang={frame.sheet.lang}>{gain.sentence}</span>
          <SourceNote frame={frame} documentId={gain.documentId} />
        </p>
      ))}
      {gains.length === 0 && <p class="quiet">{t('gains.none')}</p>}
    </>
  );
}
