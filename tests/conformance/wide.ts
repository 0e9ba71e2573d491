/** What sticks out to the right, outside boxes that scroll by themselves. */
export function findWide(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.table-box, svg') && one.children.length < 3);
  return [`${document.documentElement.scrollWidth} px: ${out.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.className} « ${one.textContent?.trim().slice(0, 30)} »`).join(', ')}`];
}

/** Buttons and boxes lower than 24 pixels, with what holds them. */
export const findSmall = () =>
  [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=hidden]), summary, nav a')]
    .filter((one) => one.offsetParent !== null && !one.closest('svg, .trap'))
    .filter((one) => Math.max(one.getBoundingClientRect().height, one.parentElement!.getBoundingClientRect().height) < 24)
    .map((one) => `${location.pathname}: ${one.outerHTML.slice(0, 90)}`);
