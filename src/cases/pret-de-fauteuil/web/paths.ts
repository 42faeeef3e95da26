import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { pathTo } from '#platform/web/path.ts'

export const cheminDuPretDeFauteuil = (id: string): string => pathTo('/pret-de-fauteuil/$id', { id })
export const cheminDOuverture = (): string => pathTo('/pret-de-fauteuil/ouvrir')
export const cheminDeLaListe = (): string => cheminDesDossiers({ type: 'pret-de-fauteuil' })
