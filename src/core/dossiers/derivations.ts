import { createHash } from 'node:crypto'
import { CALENDRIERS } from '#core/echeances/domain/calendrier.ts'
import { REGLAGES } from '#core/echeances/domain/reglages.ts'
import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import type { RegistreDesTypes } from './registre.ts'
import { ecrireDerivation, listerDerivations } from './store-derivations.ts'

/** What is computed from a dossier and stored. */
export type NatureDeDerivation = 'echeances' | 'recherche' | 'parties'

/** To raise when deadlines are computed otherwise from the same rules. */
const VERSION_DU_CALCUL = 1
/** To raise when what a dossier is found by changes: which texts, which words, which form. */
const FORME_DE_L_INDEX = 2
/** The same, of the parts beside its own texts. */
const FORME_DES_PARTIES = 1

/** What each was computed by, in this version of the code: rules, calendars and defaults are data, their digest tells them. */
export function empreintesCourantes(
  registre: RegistreDesTypes,
): Readonly<Record<NatureDeDerivation, string>> {
  const regles = {
    version: VERSION_DU_CALCUL,
    regles: REGLES,
    reglages: Object.values(REGLAGES).filter(({ famille }) => famille === 'echeances'),
    calendriers: CALENDRIERS,
    types: registre.types.map(({ code, regles }) => ({ code, regles })),
  }
  return {
    echeances: createHash('sha256').update(JSON.stringify(regles)).digest('hex'),
    recherche: `forme ${FORME_DE_L_INDEX}`,
    parties: `forme ${FORME_DES_PARTIES}`,
  }
}

/** What an establishment still has computed by other rules, or in another form. */
export async function trouverPerimees(
  database: Database,
  registre: RegistreDesTypes,
  etablissementId: EtablissementId,
): Promise<NatureDeDerivation[]> {
  const acteur = { type: 'systeme', travail: 'dossiers.deriver', etablissementId } as const
  const faites = await enTransaction(database, acteur, 'read', listerDerivations)
  const courantes = empreintesCourantes(registre)
  const natures = Object.keys(courantes) as NatureDeDerivation[]
  return natures.filter((nature) => faites.get(nature) !== courantes[nature])
}

/** Notes that everything of a nature is now computed by this version of the code. */
export function noterDerivation(
  tx: Tx,
  registre: RegistreDesTypes,
  d: { etablissementId: EtablissementId; nature: NatureDeDerivation; faiteA: Date },
): Promise<void> {
  return ecrireDerivation(tx, { ...d, empreinte: empreintesCourantes(registre)[d.nature] })
}
