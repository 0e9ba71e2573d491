import type { ComponentChildren } from 'preact';
import { languages, localeOf, localizePath, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { Icon } from './icons.tsx';
import { messages } from './messages.ts';
import { JsonLd } from './raw.tsx';
import { Mark } from './signs.tsx';

export interface MenuLink {
  href: string;
  label: string;
  section?: string;
}

export interface LayoutProps {
  title: string;
  /** Which item of the menu is the present one. */
  section?: string;
  description?: string;
  jsonLd?: object | object[];
  noIndex?: boolean;
  /** Atom or iCalendar twins of this page. */
  feeds?: readonly { href: string; type: string; title: string }[];
  /** The languages in which this very page exists. Default: all, at the same path. */
  alternates?: readonly Lang[];
  menu?: readonly MenuLink[];
  footer?: readonly { title: string; links: readonly MenuLink[] }[];
  /** Beside the search: sign in, or the person. */
  account?: ComponentChildren;
  /** Under the brand on a phone, where the menu is folded: who is there, and for whom. */
  acting?: ComponentChildren;
  /** Above everything: what kind of place this is. */
  banner?: ComponentChildren;
  /** Under the page: what every page offers. */
  after?: ComponentChildren;
  assets?: { css: readonly string[]; fonts?: readonly string[] };
  /** Module scripts, for the few pages that have one. */
  scripts?: readonly string[];
  head?: ComponentChildren;
  children?: ComponentChildren;
}

const languageNames: Record<Lang, string> = { fr: 'Français', en: 'English', es: 'Español' };

/** The whole document: what stands around every page. */
export function Layout(props: LayoutProps) {
  const view = useView();
  const t = useT(messages);
  return (
    <html lang={view.lang}>
      <Head {...props} />
      <body>
        <a class="skip" href="#contenu">
          {t('skip')}
        </a>
        {props.banner && (
          <aside class="banner" aria-label={t('banner.label')}>
            {props.banner}
          </aside>
        )}
        <Header {...props} />
        <main id="contenu" tabIndex={-1}>
          {view.notice !== null && (
            <p class="notice" role="status">
              {view.notice}
            </p>
          )}
          {props.children}
          {props.after}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}

function Head({ title, description, jsonLd, noIndex, feeds = [], alternates = languages, assets, scripts = [], head }: LayoutProps) {
  const view = useView();
  const address = (lang: Lang) => view.origin + localizePath(lang, view.path);
  const full = title.includes(view.instanceName) ? title : `${title} · ${view.instanceName}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fcfaf5" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f131c" />
      {description && <meta name="description" content={description} />}
      {noIndex && <meta name="robots" content="noindex" />}
      {assets?.fonts?.map((href) => <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />)}
      {assets?.css.map((href) => <link key={href} rel="stylesheet" href={href} />)}
      <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
      {!noIndex && <link rel="canonical" href={address(view.lang)} />}
      {alternates.length > 1 && alternates.map((lang) => <link key={lang} rel="alternate" hrefLang={lang} href={address(lang)} />)}
      {alternates.length > 1 && <link rel="alternate" hrefLang="x-default" href={address('fr')} />}
      {feeds.map((feed) => (
        <link key={feed.href} rel="alternate" type={feed.type} href={feed.href} title={feed.title} />
      ))}
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:locale" content={localeOf(view.lang).replace('-', '_')} />
      {[jsonLd].flat().map((data) => data && <JsonLd data={data} />)}
      {scripts.map((src) => <script key={src} type="module" src={src} />)}
      {head}
    </head>
  );
}

function Header({ menu = [], section, account, acting }: LayoutProps) {
  const view = useView();
  const t = useT(messages);
  const items = menu.map((item) => (
    <li key={item.href}>
      <a href={item.href} aria-current={item.section !== undefined && item.section === section ? 'true' : undefined}>
        {item.label}
      </a>
    </li>
  ));
  const tools = (
    <>
      <a class="with-icon" href={view.to('/recherche')}>
        <Icon name="search" /> {t('search')}
      </a>
      {account}
    </>
  );
  return (
    <header class="top">
      <a class="brand" href={view.to('/')} aria-label={t('home')}>
        <Mark />
        <span class="brand-name">Jumelles</span>
      </a>
      {view.instanceName !== 'Jumelles' && <span class="instance">{view.instance?.shortName ?? view.instanceName}</span>}
      <details class="top-fold">
        <summary>
          <Icon name="menu" /> {t('menu')}
        </summary>
        <nav aria-label={t('menu.label')}>
          <ul>{items}</ul>
          <div class="top-tools">{tools}</div>
        </nav>
      </details>
      {acting}
      <nav class="top-wide" aria-label={t('menu.label')}>
        <ul>{items}</ul>
        <div class="top-tools">{tools}</div>
      </nav>
    </header>
  );
}

function Footer({ footer = [], alternates = languages }: LayoutProps) {
  const view = useView();
  const t = useT(messages);
  const others = alternates.filter((lang) => lang !== view.lang);
  return (
    <footer class="foot">
      <div class="foot-who">
        <Mark />
        <p>{t('foot.line')}</p>
      </div>
      <nav aria-label={t('foot.label')}>
        {footer.map((group) => (
          <div class="foot-group" key={group.title}>
            <p class="foot-title">{group.title}</p>
            <ul class="foot-links">
              {group.links.map((item) => (
                <li key={item.href}>
                  <a href={item.href}>{item.label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {others.length > 0 && (
          <div class="foot-group">
            <p class="foot-title">{t('foot.languages')}</p>
            <ul class="foot-links">
              {others.map((lang) => (
                <li key={lang}>
                  <a href={localizePath(lang, view.path)} hrefLang={lang} lang={lang}>
                    {languageNames[lang]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </nav>
      {view.demo && <p class="foot-note">{t('demo')}</p>}
      <p class="print-only">{t('print.line', { address: view.origin + localizePath(view.lang, view.path) })}</p>
    </footer>
  );
}
