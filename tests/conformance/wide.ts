/** What sticks out to the right, outside boxes that scroll by themselves. */
export function findWide(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.table-box, svg') && one.children.length < 3);
  return [`${document.documentElement.scrollWidth} px: ${out.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.className} « ${one.textContent?.trim().slice(0, 30)} »`).join(', ')}`];
}
