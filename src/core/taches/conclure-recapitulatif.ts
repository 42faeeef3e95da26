import type { Ecriture } from '#core/dossiers/index.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { inscrireAuJournal } from '#core/journal/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { attendreLaReprise, oublierLEchec } from './attente.ts'
import type { NiveauDeRelance } from './domain/tache.ts'
import { noterLeFaitDu } from './noter-fait.ts'
import { insererRelance } from './store.ts'
import {
  conclureEnBase,
  fermerLiens,
  listerLignes,
  type TacheEnAttente,
  verrouillerEnAttente,
} from './store-relances.ts'

export interface RecapitulatifAConclure {
  readonly id: string
  readonly jour: string
  readonly essais: number
  readonly aNom: string
  readonly aCourriel: string
}

export interface IssueDuRecapitulatif {
  readonly envoi: 'parti' | 'incertain' | 'echec'
  readonly raison: string | null
}

const COMMENT = {
  parti: 'relance automatique',
  incertain: 'relance automatique, courriel à vérifier',
} as const

interface Pas {
  readonly tache: TacheEnAttente
  readonly niveau: NiveauDeRelance
}

/** Whoever else was written to the same day took the same step: it happened once. */
const estDejaNotee = ({ tache, niveau }: Pas, jour: string): boolean =>
  tache.relances.some((r) => r.niveau === niveau && r.faiteLe === jour)

async function inscrireLePas(
  e: Ecriture,
  { tache, niveau }: Pas,
  r: RecapitulatifAConclure & { readonly envoi: 'parti' | 'incertain' },
): Promise<void> {
  await insererRelance(e.tx, {
    id: uuidv7(e.now.getTime()),
    tacheId: tache.id,
    niveau,
    faiteLe: r.jour,
    faiteA: e.now,
    par: null,
    aNom: r.aNom,
    aCourriel: r.aCourriel,
    envoi: r.envoi,
    recapitulatifId: r.id,
  })
  if (!estDejaNotee({ tache, niveau }, r.jour))
    await noterLeFaitDu(e, tache, {
      ...{ code: 'tache-relancee', niveau, comment: COMMENT[r.envoi] },
      jour: jourCivil(r.jour),
    })
  await oublierLEchec(e.tx, tache)
  await journaliser(e, { tache, niveau }, 'relance-automatique', { envoi: r.envoi })
}

const journaliser = (
  e: Ecriture,
  { tache, niveau }: Pas,
  evenement: string,
  details: Readonly<Record<string, string>>,
): Promise<void> =>
  inscrireAuJournal(
    e.tx,
    e.principal,
    { evenement, dossierId: tache.dossierId, objetId: tache.id, details: { niveau, ...details } },
    e.now,
  )

/**
 * What became of the message of a day: each step that left, or may have left, is written in its dossier; one that did not is
 * told to whoever works on it, and its links are closed. Said once, however many times it is called.
 */
export async function conclureRecapitulatif(
  e: Ecriture,
  r: RecapitulatifAConclure,
  { envoi, raison }: IssueDuRecapitulatif,
): Promise<void> {
  const lignes = await listerLignes(e.tx, r.id)
  const taches = await verrouillerEnAttente(
    e.tx,
    lignes.map(({ tacheId }) => tacheId),
  )
  if (!(await conclureEnBase(e.tx, r.id, { envoi, raison: raison ?? '', concluA: e.now }))) return
  const pas = lignes.flatMap(({ tacheId, niveau }): Pas[] => {
    const tache = taches.find(({ id }) => id === tacheId)
    return niveau === null || tache === undefined ? [] : [{ tache, niveau }]
  })
  if (envoi !== 'echec') {
    for (const un of pas) await inscrireLePas(e, un, { ...r, envoi })
    return
  }
  await fermerLiens(
    e.tx,
    lignes.map(({ empreinte }) => empreinte),
    e.now,
  )
  const { principal } = e
  const etablissementId = 'etablissementId' in principal ? (principal.etablissementId ?? '') : ''
  for (const un of pas) {
    await attendreLaReprise(e.tx, un.tache, { etablissementId, jour: r.jour })
    if (r.essais === 1) await journaliser(e, un, 'relance-automatique-non-partie', {})
  }
}
