export interface Place {
  title: string;
  context?: string;
  href: string;
}

const most = 12;

/** Links to what is there. Text only: what a tile says never becomes HTML. */
export function listPlaces(host: HTMLElement, places: readonly Place[], title: string): HTMLElement {
  const root = document.createElement('div');
  root.className = 'places';
  if (!places.length) return root;
  const head = root.appendChild(document.createElement('p'));
  head.className = 'places-title';
  head.textContent = title;
  const list = root.appendChild(document.createElement('ul'));
  list.className = 'plain';
  for (const place of places.slice(0, most)) {
    const item = list.appendChild(document.createElement('li'));
    const link = item.appendChild(document.createElement('a'));
    link.href = place.href;
    link.textContent = place.title;
    if (place.context) item.append(` ${place.context}`);
  }
  if (places.length > most) {
    const more = root.appendChild(document.createElement('p'));
    more.className = 'quiet';
    more.textContent = (host.dataset['more'] ?? '').replace('{n}', String(places.length - most));
  }
  return root;
}
