// Reading pages carry no script. What improves a page is a custom element with its own file: map.ts.
export {};
