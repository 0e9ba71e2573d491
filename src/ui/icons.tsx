/** Drawn on 20 × 20, stroke 1.6: the line of the threads. */
const shapes = {
  search: <><circle cx="8.5" cy="8.5" r="5.3" /><path d="m12.6 12.6 4.6 4.6" /></>,
  arrow: <path d="M2.5 10h14.5m-5-5 5 5-5 5" />,
  back: <path d="M17.5 10H3m5-5-5 5 5 5" />,
  download: <path d="M10 2.500v10m-4.2-4 4.2 4 4.2-4M3 16.800h14" />,
  calendar: <path d="M3 5h14v12H3zM3 8.800h14M6.8 2.500V6M13.2 2.500V6" />,
  print: <path d="M5.5 7V2.800h9V7M5.5 14H3V7h14v7h-2.500M5.5 11.500h9v5.700h-9z" />,
  lock: <><path d="M4.5 9h11v8h-11z" fill="currentColor" /><path d="M7 9V6a3 3 0 0 1 6 0v3" /></>,
  link: <path d="M8.3 11.700a3.3 3.3 0 0 0 4.7 0l3-3a3.3 3.3 0 0 0-4.7-4.700l-1 1m1.4 3.300a3.3 3.3 0 0 0-4.7 0l-3 3a3.3 3.3 0 0 0 4.7 4.700l1-1" />,
  map: <path d="m2.5 5 5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12" />,
  list: <path d="M7 5h10.500M7 10h10.500M7 15h10.500M2.8 5h.8M2.8 10h.8M2.8 15h.8" />,
  chart: <path d="M3 17V9.500M8 17V3M13 17v-5M18 17V6.500M2 17h16.5" />,
  data: <path d="M3 4.500h14v11H3zM3 8.200h14M3 11.800h14M8 4.500v11" />,
  plus: <path d="M10 3.500v13M3.5 10h13" />,
  menu: <path d="M2.5 5h15M2.5 10h15M2.5 15h15" />,
  bell: <path d="M4 14.500c1.3-1 1.6-2.3 1.6-5a4.4 4.4 0 0 1 8.8 0c0 2.7.3 4 1.6 5zM8.3 16.700c.6 1 2.8 1 3.4 0" />,
  edit: <path d="m3.2 16.8 1-3.800L13.7 3.500l2.8 2.800L7 15.800zM11.8 5.400l2.8 2.8" />,
  comment: <path d="M3 4h14v9.500H9.500L6 16.800v-3.300H3z" />,
  feed: <><path d="M4 10a6 6 0 0 1 6 6M4 4.500A11.5 11.5 0 0 1 15.5 16" /><circle cx="5" cy="15" r="1.3" fill="currentColor" /></>,
  mail: <path d="M2.5 4.500h15v11h-15zm0 .8 7.5 6 7.5-6" />,
  close: <path d="m4.5 4.5 11 11m0-11-11 11" />,
  external: <path d="M8 4.500H4v11.500h11.500V12M11 3.500h5.500V9M16.5 3.5 9 11" />,
  check: <path d="m4 10.5 4 4 8-9" />,
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, class: extra }: { name: IconName; class?: string }) {
  return (
    <svg class={extra ? `icon ${extra}` : 'icon'} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
