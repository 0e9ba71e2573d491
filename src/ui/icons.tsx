/** Drawn on 20 × 20, stroke 1.6: the line of the threads. */
const shapes = {
  search: <><circle cx="8.5" cy="8.5" r="5.3" /><path d="m12.6 12.6 4.6 4.6" /></>,
  arrow: <path d="M2.5 10h14.5m-5-5 5 5-5 5" />,
  back: <path d="M17.500 10H3m5-5-5 5 5 5" />,
  download: <path d="M10 2.500v10m-4.200-4 4.200 4 4.200-4M3 16.800h14" />,
  calendar: <path d="M3 5h14v12H3zM3 8.800h14M6.800 2.500V6M13.200 2.500V6" />,
  print: <path d="M5.500 7V2.800h9V7M5.500 14H3V7h14v7h-2.500M5.500 11.500h9v5.700h-9z" />,
  lock: <><path d="M4.500 9h11v8h-11z" fill="currentColor" /><path d="M7 9V6a3 3 0 0 1 6 0v3" /></>,
  link: <path d="M8.300 11.700a3.300 3.300 0 0 0 4.700 0l3-3a3.300 3.300 0 0 0-4.700-4.700l-1 1m1.400 3.300a3.300 3.300 0 0 0-4.700 0l-3 3a3.300 3.300 0 0 0 4.700 4.700l1-1" />,
  map: <path d="m2.500 5 5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.500 3v12M12.500 5v12" />,
  list: <path d="M7 5h10.500M7 10h10.500M7 15h10.500M2.800 5h.8M2.800 10h.8M2.800 15h.8" />,
  chart: <path d="M3 17V9.500M8 17V3M13 17v-5M18 17V6.500M2 17h16.500" />,
  data: <path d="M3 4.500h14v11H3zM3 8.200h14M3 11.800h14M8 4.500v11" />,
  plus: <path d="M10 3.500v13M3.500 10h13" />,
  menu: <path d="M2.500 5h15M2.500 10h15M2.500 15h15" />,
  bell: <path d="M4 14.500c1.300-1 1.600-2.300 1.600-5a4.400 4.400 0 0 1 8.800 0c0 2.700.3 4 1.600 5zM8.300 16.700c.6 1 2.800 1 3.400 0" />,
  edit: <path d="m3.200 16.800 1-3.800L13.700 3.500l2.800 2.800L7 15.800zM11.800 5.400l2.800 2.800" />,
  comment: <path d="M3 4h14v9.500H9.500L6 16.800v-3.300H3z" />,
  feed: <><path d="M4 10a6 6 0 0 1 6 6M4 4.500A11.500 11.500 0 0 1 15.500 16" /><circle cx="5" cy="15" r="1.300" fill="currentColor" /></>,
  mail: <path d="M2.500 4.500h15v11h-15zm0 .8 7.500 6 7.500-6" />,
  close: <path d="m4.500 4.500 11 11m0-11-11 11" />,
  external: <path d="M8 4.500H4v11.500h11.500V12M11 3.500h5.500V9M16.500 3.500 9 11" />,
  check: <path d="m4 10.500 4 4 8-9" />,
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, class: extra }: { name: IconName; class?: string }) {
  return (
    <svg class={extra ? `icon ${extra}` : 'icon'} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
