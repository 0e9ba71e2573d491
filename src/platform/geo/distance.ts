export type LonLat = readonly [lon: number, lat: number];

// mean radius of the Earth, IUGG
const radius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along the great circle, centre to centre. */
export function greatCircleKm(a: LonLat, b: LonLat): number {
  const [lat1, lat2] = [radians(a[1]), radians(b[1])];
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Hours that `zoneB` is ahead of `zoneA` at noon UTC of that day: summer time differs. 5.5 for a half hour. */
export function hoursBetween(zoneA: string, zoneB: string, isoDay: string): number {
  const noon = Temporal.Instant.from(`${isoDay}T12:00:00Z`);
  const offset = (zone: string) => noon.toZonedDateTimeISO(zone).offsetNanoseconds;
  return (offset(zoneB) - offset(zoneA)) / 3.6e12;
}
