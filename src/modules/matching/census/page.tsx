import { useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Hero, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { firstThemes, longestNote, otherThemes, type Interest } from './rules.ts';

export interface CensusPageProps {
  body: string;
  /** Where the form goes: the page itself, or the link of a mail. */
  action: string;
  interests: readonly Interest[];
  /** Themes that are ticked because the sheets say so, and that nobody confirmed. */
  suggested: ReadonlySet<string>;
  answered: boolean;
  errors?: readonly FormError[];
}

/** More of one’s other themes are folded under a line that says how many: the page stays short on a phone. */
const mostOpen = 6;

/** One page, two boxes a theme: what one seeks, what one can bring. */
export function CensusPage({ body, action, interests, suggested, answered, errors = [] }: CensusPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const by = new Map(interests.map((one) => [one.theme, one]));
  const others = otherThemes.filter((theme) => by.has(theme));
  const draw = (theme: string) => <ThemeRow key={theme} theme={theme} interest={by.get(theme)} isSuggested={suggested.has(theme)} error={errors.find(({ name }) => name === `precision.${theme}`)} />;
  return (
    <Page title={t('census.title')} section="espace" noIndex>
      <Hero size="title" title={t('census.title')} eyebrow={body} lede={t(answered ? 'census.lede.again' : suggested.size > 0 ? 'census.lede.said' : 'census.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(action)} class="census" id="champ-themes">
        <ol class="census-themes">{firstThemes.map(draw)}</ol>
        {others.length > 0 && (
          <details open={others.length <= mostOpen}>
            <summary>{t(suggested.size > 0 ? 'census.others.said' : 'census.others.ours', { n: others.length })}</summary>
            <ol class="census-themes">{others.map(draw)}</ol>
          </details>
        )}
        <details>
          <summary>{t('census.others', { n: otherThemes.length - others.length })}</summary>
          <ol class="census-themes">{otherThemes.filter((theme) => !by.has(theme)).map(draw)}</ol>
        </details>
        <p class="actions">
          <Button>{t('census.do')}</Button>
          <Button kind="outline" name="aucun" value="1">
            {t('census.none')}
          </Button>
        </p>
        <p class="quiet">{t('census.seen')}</p>
      </form>
    </Page>
  );
}

function ThemeRow({ theme, interest, isSuggested, error }: { theme: string; interest: Interest | undefined; isSuggested: boolean; error: FormError | undefined }) {
  const t = useT(messages);
  const { lang } = useView();
  const name = themeName(theme, lang);
  const note = `precision.${theme}`;
  return (
    <li>
      <fieldset class={error ? 'census-theme in-error' : 'census-theme'}>
        <legend>
          {name} {isSuggested && <span class="census-said">{t('census.said')}</span>}
        </legend>
        <div class="census-boxes">
          <label class="choice">
            <input type="checkbox" name="cherche" value={theme} checked={interest?.seeks} /> <span>{t('census.seeks')}</span>
          </label>
          <label class="choice">
            <input type="checkbox" name="apporte" value={theme} checked={interest?.offers} /> <span>{t('census.offers')}</span>
          </label>
          <details open={interest?.note != null || error !== undefined}>
            <summary aria-label={t('census.note.of', { theme: name })}>{t('census.note')}</summary>
            <label class="visually-hidden" for={`champ-${note}`}>
              {t('census.note.of', { theme: name })}
            </label>
            {error && (
              <p class="field-error" id={`champ-${note}-erreur`}>
                {error.message}
              </p>
            )}
            <input type="text" name={note} id={`champ-${note}`} value={interest?.note ?? ''} maxLength={error ? undefined : longestNote} aria-invalid={error ? true : undefined} aria-describedby={error ? `champ-${note}-erreur` : undefined} />
          </details>
        </div>
      </fieldset>
    </li>
  );
}
