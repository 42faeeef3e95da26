import type { Cell, SheetColumn } from '#platform/documents/index.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import { phraseDAttente } from './domain/labels.ts'
import type { LigneDeDossier } from './domain/ligne.ts'
import { LIBELLES_DES_PRIORITES } from './domain/priorite.ts'

export interface ColonneDeDossier extends SheetColumn {
  readonly cellule: (l: LigneDeDossier, type: TypeDeDossier) => Cell
}

const jour = (day: string | null): Cell => (day === null ? null : { day })

const NUMERO: ColonneDeDossier = { title: 'Numéro', width: 17, cellule: (l) => l.numero }
const OBJET: ColonneDeDossier = { title: 'Objet', width: 44, cellule: (l) => l.objet }
const AUTEUR: ColonneDeDossier = { title: 'Auteur', width: 24, cellule: (l) => l.auteur }
const SERVICES: ColonneDeDossier = { title: 'Services', width: 30, cellule: (l) => l.services.join(', ') }
const RECU: ColonneDeDossier = { title: 'Reçu le', width: 12, cellule: (l) => jour(l.recuLe) }
const ETAT: ColonneDeDossier = { title: 'État', width: 14, cellule: (l) => l.libelleEtat }
const CLOS: ColonneDeDossier = { title: 'Clos le', width: 12, cellule: (l) => jour(l.closLe) }
const ASSIGNE: ColonneDeDossier = { title: 'Attribué à', width: 22, cellule: (l) => l.assigneNom }

/** One row per dossier. */
export const COLONNES_DU_DOSSIER: readonly ColonneDeDossier[] = [
  NUMERO,
  { title: 'Type', width: 16, cellule: (_l, type) => type.libelle },
  OBJET,
  AUTEUR,
  SERVICES,
  RECU,
  ETAT,
  { title: 'Priorité', width: 10, cellule: (l) => LIBELLES_DES_PRIORITES[l.priorite] },
  { title: 'Étiquettes', width: 24, cellule: (l) => l.etiquettes.map((e) => e.libelle).join(', ') },
  CLOS,
  { title: 'Prochaine échéance', width: 18, cellule: (l) => jour(l.prochaineEcheanceLe) },
  { title: 'À faire', width: 34, cellule: (l) => l.prochaineEcheance },
  { title: 'En attente de', width: 34, cellule: (l) => l.attentes.map(phraseDAttente).join(', ') },
  ASSIGNE,
]

/** What tells the dossier on a row about something else. */
export const COLONNES_DU_REPERE: readonly ColonneDeDossier[] = [
  NUMERO,
  OBJET,
  AUTEUR,
  RECU,
  ETAT,
  CLOS,
  ASSIGNE,
]
