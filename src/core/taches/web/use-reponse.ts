import { useRef, useState } from 'react'
import { z } from 'zod'
import { callOperation } from '#platform/web/client.ts'
import { type ProblemError, toProblem } from '#platform/web/problem-error.ts'
import { useDraft } from '#platform/web/use-draft.ts'
import { type BrouillonSaisi, contract, type DemandeRecue } from '../contract.ts'

const autre = z.object({
  nom: z.string(),
  fonction: z.string(),
  reponse: z.string(),
  reponses: z.record(z.string(), z.string()),
  version: z.int(),
})
export type BrouillonDUnAutre = z.output<typeof autre>

type Ecrit = Omit<BrouillonSaisi, 'version'>

export interface ReponseEnCours {
  readonly ecrit: Ecrit
  readonly changer: (morceau: Partial<Ecrit>) => void
  /** « Brouillon enregistré à 14 h 32 » */
  readonly etat: string | null
  /** what a colleague kept meanwhile */
  readonly conflit: BrouillonDUnAutre | null
  readonly garderLeMien: () => void
  readonly prendreLeSien: () => void
  /** what the server refused of the draft, field by field */
  readonly refus: ProblemError | null
  /** keeps at once what is typed; the version kept, or null when it could not be */
  readonly garder: () => Promise<number | null>
}

/** The answer being written: kept one second after the last key, never over what a colleague wrote. */
export function useReponse(demande: DemandeRecue): ReponseEnCours {
  const { nom, fonction, reponse, reponses, version } = demande.brouillon
  const [ecrit, setEcrit] = useState<Ecrit>({ nom, fonction, reponse, reponses })
  const [conflit, setConflit] = useState<BrouillonDUnAutre | null>(null)
  const [refus, setRefus] = useState<ProblemError | null>(null)
  const lue = useRef(version)
  const gardee = useRef(version > 0)

  const enregistrer = async (valeur: Ecrit): Promise<{ modifieA: string }> => {
    try {
      const fait = await callOperation(contract.garderLeBrouillon, {
        ...valeur,
        id: demande.id,
        version: lue.current,
      })
      lue.current = fait.version
      gardee.current = true
      setRefus(null)
      return fait
    } catch (error) {
      gardee.current = false
      const probleme = toProblem(error)
      const lu = probleme.code === 'stale' ? autre.safeParse(probleme.actuel) : null
      if (lu?.success === true) setConflit(lu.data)
      else setRefus(probleme)
      throw error
    }
  }
  const brouillon = useDraft(enregistrer)
  const changer = (morceau: Partial<Ecrit>): void => {
    const suivant = { ...ecrit, ...morceau }
    setEcrit(suivant)
    if (conflit === null) brouillon.changed(suivant)
  }
  const trancher = (valeur: Ecrit): void => {
    lue.current = conflit?.version ?? lue.current
    setConflit(null)
    setEcrit(valeur)
    brouillon.changed(valeur)
  }
  return {
    ecrit,
    changer,
    etat: brouillon.status,
    conflit,
    garderLeMien: () => trancher(ecrit),
    prendreLeSien: () => {
      if (conflit !== null) trancher(conflit)
    },
    refus,
    async garder() {
      // What was never touched is kept too: it is what will be sent.
      brouillon.changed(ecrit)
      await brouillon.flush()
      return gardee.current ? lue.current : null
    },
  }
}
