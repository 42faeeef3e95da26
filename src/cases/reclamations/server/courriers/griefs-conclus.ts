import { createHash } from 'node:crypto'
import type { GriefConclu } from '../../domain/reponse.ts'
import type { Grief } from '../store-griefs.ts'

const LONGUEUR = 16

/** A grief with the digest of what a letter says of it: a letter made before is known to tell something else. */
export const griefConclu = <G extends Pick<Grief, 'id' | 'rang' | 'constat' | 'intitule' | 'reponse'>>(
  grief: G,
): G & GriefConclu => {
  const dit = JSON.stringify([grief.intitule, grief.constat, grief.reponse])
  return { ...grief, empreinte: createHash('sha256').update(dit).digest('hex').slice(0, LONGUEUR) }
}
