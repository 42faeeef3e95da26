import { Button, Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type StructureVue } from '../contract.ts'

export type Ouverture =
  | { readonly creation: { readonly parentId: string | null; readonly nature: StructureVue['nature'] } }
  | { readonly renommage: StructureVue }

export interface FicheStructureProps {
  readonly ouverture: Ouverture
  readonly structures: readonly StructureVue[]
  readonly onClose: () => void
}

const TITRES = {
  pole: 'Ajouter un pôle',
  service: 'Ajouter un service',
  uf: 'Ajouter une unité fonctionnelle',
} as const
const AU_DESSUS = { pole: null, service: 'pole', uf: 'service' } as const

/** Creates a structure under another, or renames one. */
export function FicheStructure({ ouverture, structures, onClose }: FicheStructureProps) {
  return 'creation' in ouverture ? (
    <Creation {...ouverture.creation} structures={structures} onClose={onClose} />
  ) : (
    <Renommage structure={ouverture.renommage} onClose={onClose} />
  )
}

interface CreationProps {
  readonly parentId: string | null
  readonly nature: StructureVue['nature']
  readonly structures: readonly StructureVue[]
  readonly onClose: () => void
}

function Creation({ parentId: initial, nature, structures, onClose }: CreationProps) {
  const [parentId, setParentId] = useState(initial)
  const [nom, setNom] = useState('')
  const [code, setCode] = useState('')
  const invalidate = useInvalidate()
  const form = useOperationForm(contract.creer, async () => {
    await invalidate(contract.lister)
    toast(`« ${nom} » est ajouté.`)
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ parentId, nature, nom, code: code.trim() })
  }
  const parents = structures.filter((one) => one.nature === AU_DESSUS[nature] && one.fermeLe === null)
  return (
    <Modal opened onClose={onClose} title={TITRES[nature]}>
      <form className="pv-form" onSubmit={submit} noValidate>
        <ErrorSummary form={form} labels={{ nom: 'Nom', code: 'Code', parentId: 'Rattachement' }} />
        <TextInput
          {...form.field('nom')}
          label="Nom"
          description="Tel que les agents le disent : « Urgences adultes »."
          value={nom}
          onChange={(event) => setNom(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          {...form.field('code')}
          label="Code"
          description="Celui du système d’information hospitalier, s’il existe : il ne change plus ensuite."
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maw={220}
        />
        {nature !== 'pole' && (
          <Select
            {...form.field('parentId')}
            label={nature === 'service' ? 'Pôle' : 'Service'}
            data={parents.map((one) => ({ value: one.id, label: one.nom }))}
            value={parentId}
            onChange={setParentId}
            searchable
            allowDeselect={false}
          />
        )}
        <Boutons onClose={onClose} pending={form.pending} verbe="Ajouter" />
      </form>
    </Modal>
  )
}

function Renommage({ structure, onClose }: { structure: StructureVue; onClose: () => void }) {
  const [nom, setNom] = useState(structure.nom)
  const invalidate = useInvalidate()
  const form = useOperationForm(contract.modifier, async () => {
    await invalidate(contract.lister)
    toast('Structure renommée.')
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ id: structure.id, nom, estFermee: structure.fermeLe !== null })
  }
  return (
    <Modal opened onClose={onClose} title={`Renommer « ${structure.nom} »`}>
      <form className="pv-form" onSubmit={submit} noValidate>
        <ErrorSummary form={form} labels={{ nom: 'Nom' }} />
        <TextInput
          {...form.field('nom')}
          label="Nom"
          description="Le nouveau nom apparaît aussi dans les dossiers existants."
          value={nom}
          onChange={(event) => setNom(event.currentTarget.value)}
          data-autofocus
        />
        <Boutons onClose={onClose} pending={form.pending} verbe="Renommer" />
      </form>
    </Modal>
  )
}

function Boutons({ onClose, pending, verbe }: { onClose: () => void; pending: boolean; verbe: string }) {
  return (
    <div className="pv-form-actions">
      <Button variant="default" onClick={onClose}>
        Annuler
      </Button>
      <Button type="submit" loading={pending}>
        {verbe}
      </Button>
    </div>
  )
}
