/**
 * Days a draft is kept after it was last touched: longer than a long absence; past it, what someone began to write about a
 * person is kept for nobody. The page of drafts says so.
 */
export const GARDE_DES_BROUILLONS_EN_JOURS = 90
