import { useCallback, useRef, useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { uploadFile } from '#platform/web/upload.ts'
import { contract, type DepotVu } from '../contract.ts'

/** One file on its way: being sent, refused with the reason, or deposited. */
export type Depot = { readonly cle: string; readonly nom: string } & (
  | { readonly etat: 'attente' }
  | { readonly etat: 'envoi'; readonly part: number }
  | { readonly etat: 'refuse'; readonly message: string; readonly fichier: File }
  | { readonly etat: 'fait'; readonly vu: DepotVu }
)

type Suite = Depot extends infer D ? (D extends Depot ? Omit<D, 'cle' | 'nom'> : never) : never

export interface Depots {
  readonly depots: readonly Depot[]
  readonly faits: readonly DepotVu[]
  readonly enCours: boolean
  readonly deposer: (fichiers: readonly File[]) => void
  readonly reessayer: (cle: string) => void
  /** withdraws a deposit, or forgets a refusal */
  readonly retirer: (cle: string) => void
}

export interface OptionsDeDepot {
  /** deposits straight into this dossier; otherwise they wait for one */
  readonly dossierId?: string
  /** deposits of a draft being resumed */
  readonly initiaux?: readonly DepotVu[]
  /** after each file is safely kept */
  readonly onDepose?: (depot: DepotVu) => void
}

const dejaFaits = (initiaux: readonly DepotVu[] = []): readonly Depot[] =>
  initiaux.map((vu) => ({ cle: vu.piece.id, nom: vu.piece.nom, etat: 'fait', vu }))

const estFait = (depot: Depot): depot is Extract<Depot, { etat: 'fait' }> => depot.etat === 'fait'

/** Files sent one after the other, in the order given; a refusal of one never stops the others. */
export function useDepots({ dossierId, initiaux, onDepose }: OptionsDeDepot): Depots {
  const [depots, setDepots] = useState<readonly Depot[]>(() => dejaFaits(initiaux))
  const file = useRef<Promise<void>>(Promise.resolve())
  const rang = useRef(0)
  const retires = useRef(new Set<string>())

  const changer = useCallback((cle: string, suite: Suite) => {
    setDepots((tous) => tous.map((depot) => (depot.cle === cle ? { cle, nom: depot.nom, ...suite } : depot)))
  }, [])

  const envoyer = async (cle: string, fichier: File): Promise<void> => {
    if (retires.current.has(cle)) return
    changer(cle, { etat: 'envoi', part: 0 })
    try {
      const input = dossierId === undefined ? {} : { dossierId }
      const vu = await uploadFile(contract.deposer, fichier, input, (part) =>
        changer(cle, { etat: 'envoi', part }),
      )
      changer(cle, { etat: 'fait', vu })
      onDepose?.(vu)
    } catch (error) {
      changer(cle, { etat: 'refuse', message: toProblem(error).message, fichier })
    }
  }

  const deposer = (fichiers: readonly File[]): void => {
    const nouveaux = fichiers.map((fichier) => {
      rang.current += 1
      return { cle: `fichier-${rang.current}`, fichier }
    })
    setDepots((tous) => [
      ...tous,
      ...nouveaux.map(({ cle, fichier }): Depot => ({ cle, nom: fichier.name, etat: 'attente' })),
    ])
    for (const { cle, fichier } of nouveaux) file.current = file.current.then(() => envoyer(cle, fichier))
  }

  const reessayer = (cle: string): void => {
    const depot = depots.find((un) => un.cle === cle)
    if (depot?.etat === 'refuse') file.current = file.current.then(() => envoyer(cle, depot.fichier))
  }

  const retirer = (cle: string): void => {
    retires.current.add(cle)
    const depot = depots.find((un) => un.cle === cle)
    setDepots((tous) => tous.filter((un) => un.cle !== cle))
    // Best effort: a deposit that no dossier takes expires by itself.
    if (depot !== undefined && estFait(depot))
      callOperation(contract.retirerDepot, { id: depot.vu.piece.id }).catch(() => undefined)
  }

  return {
    depots,
    faits: depots.filter(estFait).map(({ vu }) => vu),
    enCours: depots.some(({ etat }) => etat === 'attente' || etat === 'envoi'),
    deposer,
    reessayer,
    retirer,
  }
}
