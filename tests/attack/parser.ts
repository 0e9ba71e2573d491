import { afterAll } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowser } from '~root/tests/support/browser.ts';

/** A form as a browser reads it. */
export interface ReadForm {
  action: string;
  fields: { name: string; tag: string; type: string; values: string[]; /** What a radio button or a choice offers. */ offered: string[] }[];
}

/** A page as a browser's own parser reads it, nothing run. */
export interface ReadPage {
  /** Every name of an element, and of an attribute: `a`, `[href]`. */
  names: string[];
  /** What could run or lead to what runs. */
  dangers: string[];
  forms: ReadForm[];
  /** How many elements and attributes it has in all. */
  size: number;
  text: string;
}

/** Reads pages with Chromium's parser: what it makes of them is what people's browsers make. */
export async function openParser(): Promise<(pages: readonly string[]) => Promise<ReadPage[]>> {
  const browser = await openBrowser();
  afterAll(() => browser.close());
  const page: Page = await browser.newPage();
  return (pages) => page.evaluate(readAll, [...pages]);
}

/** Runs in the browser: nothing from outside. */
function readAll(pages: string[]): ReadPage[] {
  return pages.map((html) => {
    const read = new DOMParser().parseFromString(html, 'text/html');
    const names = new Set<string>();
    const dangers: string[] = [];
    let size = 0;
    for (const element of read.querySelectorAll('*')) {
      const tag = element.localName;
      names.add(tag);
      size += 1 + element.attributes.length;
      for (const { name, value } of element.attributes) {
        names.add(`[${name}]`);
        if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) dangers.push(`${tag}[${name}]=${value.slice(0, 80)}`);
        if (/^(href|src|action|data|xlink:href|poster)$/.test(name) && !/^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#|\?|\.|$)/.test(value) && !(tag === 'image' || value.startsWith('data:image/'))) dangers.push(`${tag}[${name}]=${value.slice(0, 80)}`);
      }
      if (tag === 'script' && !element.getAttribute('src')?.startsWith('/assets/')) {
        if (element.getAttribute('type') !== 'application/ld+json') dangers.push(`script ${element.textContent!.slice(0, 80)}`);
        else {
          try {
            JSON.parse(element.textContent!);
          } catch {
            dangers.push(`broken data ${element.textContent!.slice(0, 80)}`);
          }
        }
      }
      if (['iframe', 'object', 'embed', 'base', 'applet', 'frame', 'marquee', 'video', 'audio', 'style', 'xss', 'math'].includes(tag)) dangers.push(tag);
    }
    const forms = [...read.querySelectorAll('form')].filter((form) => form.getAttribute('method') === 'post').map((form) => ({
      action: form.getAttribute('action') ?? '',
      fields: [...form.querySelectorAll('input, textarea, select, button[name]')].map((field) => ({
        name: field.getAttribute('name') ?? '', tag: field.localName, type: field.getAttribute('type') ?? '',
        offered: field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => value) : field.getAttribute('type') === 'radio' ? [field.getAttribute('value') ?? ''] : [],
        values: field instanceof HTMLSelectElement ? [field.value] : field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type) ? (field.checked ? [field.value] : []) : field.localName === 'button' ? [] : [(field as HTMLInputElement).value],
      })).filter(({ name }) => name),
    }));
    return { names: [...names], dangers, forms, size, text: read.body.textContent ?? '' };
  });
}
