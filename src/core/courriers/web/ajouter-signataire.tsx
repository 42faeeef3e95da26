import { Button, Checkbox, Modal, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCollegues } from '#core/dossiers/web/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { SignataireVu } from '../contract-signataires.ts'

const LIBELLES = {
  agentId: 'Compte',
  nom: 'Nom',
  qualite: 'Qualité',
  delegation: 'Délégation',
  depuis: 'Depuis le',
  jusquAu: 'Jusqu’au',
  codes: 'Courriers',
} as const

const SUR_PAPIER = ''

export interface AjouterSignataireProps {
  readonly lettres: OutputOf<typeof contract.listerSignataires>['lettres']
  /** the delegation this one closes; null for a new one */
  readonly remplace: SignataireVu | null
  readonly onFermer: () => void
}

/** A new delegation, or the one that replaces another. */
export function AjouterSignataire({ lettres, remplace, onFermer }: AjouterSignataireProps) {
  const { today } = useWebSession()
  const collegues = useCollegues()
  const invalidateAll = useInvalidateAll()
  const [agentId, setAgentId] = useState(remplace?.agentId ?? SUR_PAPIER)
  const [nom, setNom] = useState(remplace?.nom ?? '')
  const [qualite, setQualite] = useState(remplace?.qualite ?? '')
  const [delegation, setDelegation] = useState(remplace?.delegation ?? '')
  const [depuis, setDepuis] = useState(today)
  const [jusquAu, setJusquAu] = useState(remplace?.jusquAu ?? '')
  const [tous, setTous] = useState(remplace === null || remplace.codes === null)
  const [codes, setCodes] = useState<string[]>(remplace?.codes ?? [])
  const form = useOperationForm(contract.ajouterSignataire, async () => {
    toast(remplace === null ? 'Signataire ajouté.' : 'Délégation remplacée.')
    await invalidateAll()
    onFermer()
  })
  const enregistrer = (): void => {
    void form.submit({
      agentId: agentId === SUR_PAPIER ? null : agentId,
      nom,
      qualite,
      delegation,
      depuis,
      jusquAu: jusquAu === '' ? null : jusquAu,
      codes: tous ? null : codes,
      remplaceId: remplace?.id ?? null,
    })
  }
  return (
    <Modal
      opened
      onClose={onFermer}
      size="lg"
      title={remplace === null ? 'Ajouter un signataire' : `Remplacer la délégation de ${remplace.nom}`}
    >
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          enregistrer()
        }}
      >
        <ErrorSummary form={form} labels={LIBELLES} />
        <div className="pv-form-columns">
          <TextInput
            {...form.field('nom')}
            label={LIBELLES.nom}
            description="Tel qu’il paraît sous la signature."
            value={nom}
            onChange={(e) => setNom(e.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            {...form.field('qualite')}
            label={LIBELLES.qualite}
            description="« La directrice adjointe »"
            value={qualite}
            onChange={(e) => setQualite(e.currentTarget.value)}
          />
        </div>
        <TextInput
          {...form.field('delegation')}
          label={LIBELLES.delegation}
          description="Référence de la décision, ou « représentant légal »."
          value={delegation}
          onChange={(e) => setDelegation(e.currentTarget.value)}
        />
        <div className="pv-form">
          <DayField {...form.field('depuis')} label={LIBELLES.depuis} value={depuis} onChange={setDepuis} />
          <DayField
            {...form.field('jusquAu')}
            label={
              <>
                {LIBELLES.jusquAu} <span className="pv-optional">facultatif</span>
              </>
            }
            value={jusquAu}
            onChange={setJusquAu}
          />
        </div>
        <Select
          {...form.field('agentId')}
          label="Compte qui signe dans Porte-voix"
          searchable
          allowDeselect={false}
          data={[{ value: SUR_PAPIER, label: 'Aucun : signe sur papier seulement' }, ...collegues]}
          value={agentId}
          onChange={(choisi) => setAgentId(choisi ?? SUR_PAPIER)}
        />
        <Switch
          label="Pour tous les courriers"
          checked={tous}
          onChange={(e) => setTous(e.currentTarget.checked)}
        />
        {!tous && (
          <Checkbox.Group {...form.field('codes')} label={LIBELLES.codes} value={codes} onChange={setCodes}>
            <div className="pv-choices">
              {lettres.map(({ code, libelle }) => (
                <Checkbox key={code} value={code} label={libelle} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            {remplace === null ? 'Ajouter' : 'Remplacer'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
