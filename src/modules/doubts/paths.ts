import { commonPaths } from '~/sheets/paths.ts';

/** The question's parameters: `etat=regle` for what was settled, `sujet=date` for one subject, `fiche=partenariat/bordeaux-bamako` for one sheet. */
export const paths = { list: commonPaths.doubts };
