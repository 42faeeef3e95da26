import { phraseDeLEcart } from '#activities/exploitation/index.ts'
import { type Acteur, type Verification, verifierLeJournal } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { ouvrirBase } from './base.ts'
import type { Config } from './config.ts'

const ACTEUR: Acteur = { type: 'systeme', travail: 'journal.verifier', etablissementId: null }

/** What the check says, line by line; `gardees`: digests of anchors kept elsewhere, each must still be in the journal. */
export function direLaVerification(
  v: Verification,
  gardees: readonly string[],
): { lignes: string[]; entier: boolean } {
  const absentes = gardees.filter((empreinte) => !v.empreintes.includes(empreinte.toLowerCase()))
  const ecarts = [
    ...v.ecarts.map((ecart) => phraseDeLEcart(ecart, (instant) => instant)),
    ...absentes.map((empreinte) => `L’ancre ${empreinte}, gardée ailleurs, n’est plus dans le journal.`),
  ]
  const { derniere } = v
  return {
    entier: ecarts.length === 0,
    lignes: [
      `${v.entrees} entrées et ${v.ancres} ancres vérifiées.`,
      ...(ecarts.length === 0 ? ['Le journal est entier.'] : ecarts.map((e) => `ÉCART : ${e}`)),
      derniere === null
        ? 'Pas encore d’ancre : la première est faite la nuit qui suit l’installation.'
        : `Dernière ancre, jusqu’au ${derniere.jusquA} : ${derniere.empreinte}`,
    ],
  }
}

/** Checks every anchor and every chain. True when all is whole. */
export async function verifierToutLeJournal(
  database: Database,
  gardees: readonly string[],
  dire: (ligne: string) => void,
): Promise<boolean> {
  const { lignes, entier } = direLaVerification(await verifierLeJournal(database, ACTEUR), gardees)
  for (const ligne of lignes) dire(ligne)
  return entier
}

/** The command of the IT officer. On the embedded database, the application must be stopped: one process per folder. */
export async function commandeVerifierLeJournal(
  config: Config,
  gardees: readonly string[],
): Promise<boolean> {
  const base = await ouvrirBase(config, (error) => {
    throw error
  })
  try {
    return await verifierToutLeJournal(base.database, gardees, (ligne) => console.log(ligne))
  } finally {
    await base.fermer()
  }
}
