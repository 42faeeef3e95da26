import { nomsDesAgents } from '#core/agents/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { CANAUX_DE_COURRIER, type CourrierVu } from './contract.ts'
import type { RegistreDesModeles } from './domain/modele.ts'
import { listerLignes } from './store.ts'

/** The letters of a dossier, newest first; empty outside the perimeter. Two statements. */
export async function listerCourriers(
  tx: Tx,
  dossierId: string,
  registre: RegistreDesModeles,
): Promise<CourrierVu[]> {
  const lignes = await listerLignes(tx, dossierId)
  const noms = await nomsDesAgents(
    tx,
    lignes.map(({ produitPar }) => produitPar),
  )
  return lignes.map(({ produitPar, produitA, canal, ...ligne }) => ({
    ...ligne,
    libelle: registre.trouver(ligne.code)?.libelle ?? ligne.nom,
    canal: canalDe(canal),
    produitA: produitA.toISOString(),
    agent: produitPar === null ? null : (noms.get(produitPar) ?? null),
  }))
}

/** Throws on a channel the contract does not know. */
export function canalDe(canal: string): CourrierVu['canal'] {
  const connu = CANAUX_DE_COURRIER.find((c) => c === canal)
  if (connu === undefined) throw new Error(`Unknown channel in courriers.courrier: ${canal}`)
  return connu
}
