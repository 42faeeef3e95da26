import type { TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Attente, OrigineDAttente } from './domain/attente.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

interface DossierQuiAttend {
  readonly id: string
  readonly etablissementId: string
}

const versLigne = (dossier: DossierQuiAttend, origine: OrigineDAttente) => (attente: Attente) => ({
  ...attente,
  dossierId: dossier.id,
  etablissementId: dossier.etablissementId,
  origine,
})

/** One wait in place of what it was, or none: for who sees a part of what the dossier waits for, and must leave the rest. */
export async function remplacerAttente(
  tx: Tx,
  dossier: DossierQuiAttend,
  origine: OrigineDAttente,
  objetId: string,
  attente: Attente | null,
): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.attente')
    .where('dossierId', '=', dossier.id)
    .where('origine', '=', origine)
    .where('objetId', '=', objetId)
    .execute()
  if (attente === null) return
  await db(tx).insertInto('dossiers.attente').values(versLigne(dossier, origine)(attente)).execute()
}

/** What a module's part of a dossier waits for now, in place of what it waited for before. */
export async function remplacerAttentes(
  tx: Tx,
  dossier: DossierQuiAttend,
  origine: OrigineDAttente,
  attentes: readonly Attente[],
): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.attente')
    .where('dossierId', '=', dossier.id)
    .where('origine', '=', origine)
    .execute()
  if (attentes.length === 0) return
  await db(tx)
    .insertInto('dossiers.attente')
    .values(attentes.map(versLigne(dossier, origine)))
    .execute()
}
