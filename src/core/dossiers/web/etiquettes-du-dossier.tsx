import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { uuidv7 } from '#platform/uuid.ts'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { ETIQUETTES_MAX } from '../contract-etiquettes.ts'
import { useDossier } from './dossier-context.ts'
import { useEtiquettes } from './use-etiquettes.ts'

/** The department's words on this dossier: chosen among those it uses, or new ones. */
export function EtiquettesDuDossier() {
  const { tronc, rafraichir } = useDossier()
  const invalidate = useInvalidate()
  const { etiquettes } = useEtiquettes()
  const [enCours, setEnCours] = useState<readonly string[] | null>(null)
  const [echec, setEchec] = useState<string | null>(null)
  if (!useWebSession().can('dossiers.modifier')) return null
  const portees = tronc.etiquettes.map(({ libelle }) => libelle)
  const idDe = async (libelle: string): Promise<string> => {
    const connue = etiquettes.find((e) => e.libelle === libelle)
    if (connue !== undefined) return connue.id
    const { id } = await callOperation(
      contract.creerEtiquette,
      { libelle },
      { idempotencyKey: uuidv7(Date.now()) },
    )
    await invalidate(contract.listerEtiquettes)
    return id
  }
  const changer = async (voulues: readonly string[]): Promise<void> => {
    setEnCours(voulues)
    setEchec(null)
    try {
      const retirer = tronc.etiquettes.filter(({ libelle }) => !voulues.includes(libelle)).map(({ id }) => id)
      const ajouter = await Promise.all(voulues.filter((v) => !portees.includes(v)).map(idDe))
      await callOperation(contract.etiqueter, { id: tronc.id, ajouter, retirer })
      await rafraichir()
    } catch (error) {
      const { message, champs } = toProblem(error)
      setEchec(Object.values(champs ?? {})[0] ?? message)
    }
    setEnCours(null)
  }
  return (
    <Card title="Étiquettes" className="pv-no-print">
      {echec !== null && <Notice tone="late">{echec}</Notice>}
      <TagsInput
        aria-label="Étiquettes du dossier"
        description="Pour tout le département, et lui seul. Entrée pour ajouter."
        placeholder={portees.length === 0 ? 'presse, à suivre…' : ''}
        data={etiquettes.map(({ libelle }) => libelle)}
        value={[...(enCours ?? portees)]}
        maxTags={ETIQUETTES_MAX}
        maxLength={40}
        disabled={enCours !== null}
        onChange={(voulues) => void changer(voulues)}
      />
    </Card>
  )
}
