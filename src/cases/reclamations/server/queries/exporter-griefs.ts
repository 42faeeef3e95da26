import type { FeuilleDExport } from '#core/dossiers/index.ts'
import type { Cell } from '#platform/documents/index.ts'
import type { GriefVu } from '../../contract-griefs.ts'
import { LIBELLES_DES_CONSTATS, LIBELLES_DES_GRAVITES } from '../../domain/labels.ts'
import { listerGriefsDe } from '../store-griefs.ts'
import { griefVuPar } from './grief-vu.ts'

/** Why a finding was made stays in the hospital: it is no column of a file that travels. */
const cellules = (g: GriefVu): readonly Cell[] => [
  g.rang,
  g.intitule,
  g.motif.famille,
  g.motif.libelle,
  g.motif.typologie,
  g.service?.nom ?? null,
  g.gravite,
  LIBELLES_DES_GRAVITES[g.gravite].libelle,
  g.constat === null ? null : LIBELLES_DES_CONSTATS[g.constat],
  g.citation,
  g.reponse,
]

/** The lists of complaints, a row for each grief that stands: what a pivot table counts motifs and findings from. */
export const feuilleDesGriefs: FeuilleDExport = {
  code: 'griefs',
  type: 'reclamation',
  libelle: 'Un grief par ligne',
  permission: 'reclamations.lire',
  colonnes: [
    { title: 'Grief n°', width: 9 },
    { title: 'Intitulé', width: 40 },
    { title: 'Famille', width: 30 },
    { title: 'Motif', width: 34 },
    { title: 'Liste des motifs', width: 12 },
    { title: 'Service mis en cause', width: 26 },
    { title: 'Gravité', width: 9 },
    { title: 'Gravité, en mots', width: 14 },
    { title: 'Constat', width: 20 },
    { title: 'Passage cité', width: 60 },
    { title: 'Ce qui est dit à la personne', width: 60 },
  ],
  async lire(tx, dossierIds, peut) {
    const vu = griefVuPar(peut('reclamations.analyser'))
    const griefs = await listerGriefsDe(tx, dossierIds)
    return new Map([...griefs].map(([id, siens]) => [id, siens.map((g) => cellules(vu(g)))]))
  },
}
