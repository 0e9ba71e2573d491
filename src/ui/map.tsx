export interface MapThread { from: [number, number]; to: [number, number]; style?: 'solid' | 'dashed' | 'dotted'; href?: string; label?: string }
export interface MapPoint { lon: number; lat: number; label: string; href?: string; sign?: 'full' | 'empty' | 'home' | 'shared'; labelled?: boolean }
export interface MapProps { threads?: readonly MapThread[]; points?: readonly MapPoint[]; title: string; desc?: string; width?: number; height?: number }
export function WorldMap(_: MapProps) { return null; }
export function EuropeLens(_: MapProps) { return null; }
export function RegionMap(_: MapProps) { return null; }
export function FieldGlasses(_: MapProps) { return null; }
