import type { OpenedMap } from './map/open.ts';

/**
 * <jumelles-map>: the drawn map inside it becomes one to walk through. Its library is fetched only when it is shown:
 * at once on a wide screen, on a phone or a counted connection when its button is pressed.
 */
class JumellesMap extends HTMLElement {
  #map: OpenedMap | undefined;
  #watcher: IntersectionObserver | undefined;

  connectedCallback() {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (matchMedia('(width < 48rem)').matches || connection?.saveData) this.#offer();
    else this.#openWhenSeen();
  }

  disconnectedCallback() {
    this.#watcher?.disconnect();
    this.#map?.close();
    this.#map = undefined;
  }

  #offer() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button outline';
    button.textContent = this.dataset['open'] ?? '';
    button.addEventListener('click', () => {
      button.remove();
      void this.#open(true);
    });
    this.append(button);
  }

  #openWhenSeen() {
    this.#watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#watcher?.disconnect();
      void this.#open(false);
    });
    this.#watcher.observe(this);
  }

  async #open(asked: boolean) {
    const status = document.createElement('p');
    status.className = 'map-status';
    status.setAttribute('role', 'status');
    status.textContent = asked ? (this.dataset['loading'] ?? '') : '';
    this.append(status);
    try {
      const { openMap } = await import('./map/open.ts');
      this.#map = await openMap(this);
      this.toggleAttribute('ready', true);
      status.remove();
      if (asked) this.#map.focus();
    } catch (error) {
      // no WebGL, no network: the drawn map is still there
      console.warn(error);
      status.textContent = asked ? (this.dataset['failed'] ?? '') : '';
    }
  }
}

customElements.define('jumelles-map', JumellesMap);
