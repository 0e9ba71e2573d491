import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import type { MapThread } from './map-drawing.tsx';
import { messages } from './messages.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'jumelles-map': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string> & { tiles: string; threads: string; bounds?: string };
    }
  }
}

export interface MovingMapProps {
  /** `/carte/{z}/{x}/{y}.pbf` and the page's own question. */
  tiles: string;
  threads?: readonly MapThread[];
  /** West, south, east, north of what is asked. */
  bounds?: readonly [number, number, number, number];
  title: string;
  /** The drawn map: what stays without script. */
  children: ComponentChildren;
}

const round = (value: number) => Number(value.toFixed(3));

export function MovingMap({ tiles, threads = [], bounds, title, children }: MovingMapProps) {
  const t = useT(messages);
  const words = {
    'data-title': title,
    'data-open': t('map.open'),
    'data-loading': t('map.loading'),
    'data-failed': t('map.failed'),
    'data-help': t('map.help'),
    'data-in': t('map.zoomIn'),
    'data-out': t('map.zoomOut'),
    'data-here': t('map.here'),
    'data-places': t('map.places'),
    'data-more': t('map.more', { n: '{n}' }),
  };
  const lines = threads.map(({ from, to, style }) => [...from, ...to].map<number | string>(round).concat(style && style !== 'solid' ? [style] : []));
  return (
    <jumelles-map tiles={tiles} threads={JSON.stringify(lines)} bounds={bounds?.map(round).join(',')} {...words}>
      {children}
      <p class="map-source">{t('map.source')}</p>
    </jumelles-map>
  );
}
