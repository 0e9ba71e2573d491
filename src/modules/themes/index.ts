export { loadThemes } from './commands.ts';
export { paths as themePaths } from './paths.ts';
export { ThemesNote } from './pages/themes-note.tsx';
