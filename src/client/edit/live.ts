/** A question to a room: the result comes by itself when it is there. Without this a link reloads the page. */
const seconds = 8;
const room = document.querySelector<HTMLElement>('[data-live="ouverte"]');

async function look(): Promise<void> {
  if (document.hidden) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-live]');
  // Nothing moves under whoever is still choosing: only the closing changes the page.
  if (next?.getAttribute('data-live') === 'close') location.reload();
}

if (room) setInterval(() => void look(), seconds * 1000);

export {};
