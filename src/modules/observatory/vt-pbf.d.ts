declare module 'vt-pbf' {
  /** Layers as geojson-vt and supercluster cut them, written as a vector tile. */
  export function fromGeojsonVt(layers: Record<string, { features: object[] }>, options?: { version?: number; extent?: number }): Uint8Array;
}
