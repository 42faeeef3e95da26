import { createHash } from 'node:crypto'
import { enTransaction } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import {
  compterTentatives,
  effacerTentatives,
  noterTentative,
  verrouillerTentatives,
} from './store-sessions.ts'

const FENETRE = 15 * 60 * 1000
const MAX_PAR_COMPTE = 5
const MAX_PAR_ADRESSE = 30

const cleDe = (nature: string, valeur: string): Buffer =>
  createHash('sha256').update(`${nature}:${valeur}`).digest()

/** One key for the code of the first installation, apart from every login. */
export const CLE_DE_L_INSTALLATION = cleDe('installation', '')

export const cleDuCompte = (identifiant: string): Buffer => cleDe('compte', identifiant)

/** One subscriber owns a whole IPv6 /64: counting single addresses would count nothing. */
export function cleDeLAdresse(adresse: string): Buffer {
  const v4 = adresse.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!v4.includes(':')) return cleDe('adresse', v4)
  const [debut = '', fin] = v4.toLowerCase().split('::')
  const groupes = debut === '' ? [] : debut.split(':')
  const manquants = fin === undefined ? 0 : 8 - groupes.length - fin.split(':').filter((g) => g !== '').length
  const complet = [...groupes, ...Array.from({ length: manquants }, () => '0')]
  return cleDe(
    'adresse',
    complet
      .slice(0, 4)
      .map((g) => g.replace(/^0+(?=.)/, ''))
      .join(':'),
  )
}

export interface ClesDeFreinage {
  readonly compte: Buffer
  readonly adresse: Buffer
}

/**
 * Takes one try for an account before the password is looked at, so that simultaneous guesses all count. Throws `too-many`
 * after 5 failures for the account or 30 for the address in 15 minutes; what is refused so is not counted. Runs in its
 * own transaction, since the failure it precedes would roll it back; `fn` reads what the caller needs in the same one.
 */
export function prendreUnEssai<T>(
  database: Database,
  cles: ClesDeFreinage,
  maintenant: Date,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return enTransaction(database, { type: 'anonyme' }, 'write', async (tx) => {
    await verrouillerTentatives(tx, cles.compte)
    const depuis = new Date(maintenant.getTime() - FENETRE)
    const { compte, adresse } = await compterTentatives(tx, cles, depuis)
    if (compte >= MAX_PAR_COMPTE || adresse >= MAX_PAR_ADRESSE) throw new AppError('too-many')
    await noterTentative(tx, cles.compte, maintenant)
    return fn(tx)
  })
}

/** Counts the failure for the address: successes never are, for a whole hospital may share one. */
export function noterEchec(database: Database, cles: ClesDeFreinage, maintenant: Date): Promise<void> {
  return enTransaction(database, { type: 'anonyme' }, 'write', (tx) =>
    noterTentative(tx, cles.adresse, maintenant),
  )
}

/** Forgets the failures of the account, once its owner is known. Those of the address stay. */
export const oublierEchecs = (tx: Tx, cles: Pick<ClesDeFreinage, 'compte'>): Promise<void> =>
  effacerTentatives(tx, cles.compte)
