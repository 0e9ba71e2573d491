/** What a browser would send of the page's longest form, as it is: unticked boxes and buttons are not sent. */
export function readFormOf(html: string): { action: string; fields: Record<string, string[]>; text: string } {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, tag]) => /method="post"/.test(tag!));
  const [, tag = '', text = ''] = forms.sort((a, b) => b[2]!.length - a[2]!.length)[0] ?? [];
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name) (fields[name] ??= []).push(value);
  };
  for (const [whole] of text.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>.*?<\/textarea>|<select\b[^>]*>.*?<\/select>/gs)) {
    const of = (name: string) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(whole)?.[1]);
    if (whole.startsWith('<textarea')) add(of('name'), decode(/<textarea[^>]*>(.*?)<\/textarea>/s.exec(whole)![1])!);
    else if (whole.startsWith('<select')) add(of('name'), decode(/<option\b[^>]*\bvalue="([^"]*)"[^>]*\bselected/.exec(whole)?.[1] ?? /<option selected[^>]*\bvalue="([^"]*)"/.exec(whole)?.[1] ?? /<option\b[^>]*\bvalue="([^"]*)"/.exec(whole)?.[1]) ?? '');
    else if (!/type="(radio|checkbox)"/.test(whole) || /\schecked\b/.test(whole)) add(of('name'), of('value') ?? '');
  }
  return { action: decode(/action="([^"]*)"/.exec(tag)?.[1]) ?? '', fields, text };
}

function decode(text: string | undefined): string | undefined {
  return text?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
