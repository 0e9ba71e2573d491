/** What a visitor reads on a page: the words of <main> in order, tags and breaking rules aside. */
export function wordsOf(html: string): string {
  const main = html.split('<main')[1]?.split('</main>')[0] ?? html;
  return main.slice(main.indexOf('>') + 1).replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The addresses that a page's <main> leads to, each once. */
export function linksOf(html: string): string[] {
  const main = html.split('<main')[1]?.split('</main>')[0] ?? html;
  return [...new Set([...main.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&')))];
}
