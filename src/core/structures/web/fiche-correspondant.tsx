import { Button, Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { addressLines, PostalAddressField } from '#platform/web/postal-address-field.tsx'
import type { ProblemError } from '#platform/web/problem-error.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { type CorrespondantSaisi, type CorrespondantVu, contract, correspondantVu } from '../contract.ts'
import {
  LIBELLES_DES_CORRESPONDANTS,
  NATURES_DE_CORRESPONDANT,
  type NatureDeCorrespondant,
} from '../domain/correspondant.ts'

const LIBELLES = {
  nature: 'De qui il s’agit',
  nom: 'Nom',
  adresse: 'Adresse postale',
  courriel: 'Adresse électronique',
} as const

const natures = NATURES_DE_CORRESPONDANT.map((value) => ({
  value,
  label: LIBELLES_DES_CORRESPONDANTS[value],
}))

interface Valeurs {
  readonly nature: NatureDeCorrespondant | null
  readonly nom: string
  readonly adresse: string
  readonly courriel: string
}

const valeursDe = (c: CorrespondantSaisi | null): Valeurs => ({
  nature: c?.nature ?? null,
  nom: c?.nom ?? '',
  adresse: c?.adresse.join('\n') ?? '',
  courriel: c?.courriel ?? '',
})

/** What it is now, when someone was faster. */
function actuelDe(problem: ProblemError | null): CorrespondantVu | null {
  return problem?.code === 'stale' ? (correspondantVu.safeParse(problem.actuel).data ?? null) : null
}

export interface FicheCorrespondantProps {
  /** null to add one */
  readonly correspondant: CorrespondantVu | null
  readonly onFermer: () => void
  /** id of the one just added */
  readonly onCree?: (id: string) => void
}

/** Who the hospital writes to: name and addresses as they are printed on the envelope. */
export function FicheCorrespondant({ correspondant, onFermer, onCree }: FicheCorrespondantProps) {
  const [valeurs, setValeurs] = useState(() => valeursDe(correspondant))
  const invalider = useInvalidate()
  const fait = async (annonce: string): Promise<void> => {
    await invalider(contract.listerCorrespondants)
    toast(annonce)
    onFermer()
  }
  const creation = useOperationForm(contract.creerCorrespondant, async ({ id }) => {
    await fait(`« ${valeurs.nom} » est ajouté.`)
    onCree?.(id)
  })
  const modification = useOperationForm(contract.modifierCorrespondant, () => fait('Correspondant modifié.'))
  const form = correspondant === null ? creation : modification
  const saisi = () => ({
    // an unchosen nature is refused by the contract, beside its field
    nature: valeurs.nature as NatureDeCorrespondant,
    nom: valeurs.nom.trim(),
    adresse: addressLines(valeurs.adresse),
    courriel: valeurs.courriel.trim(),
  })
  const envoyer = (version: number): void => {
    if (correspondant === null) void creation.submit(saisi())
    else {
      const { id, estRetire } = correspondant
      void modification.submit({ ...saisi(), id, version, estRetire })
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // the window may be open over another form
    event.stopPropagation()
    envoyer(correspondant?.version ?? 0)
  }
  const actuel = actuelDe(form.problem)
  return (
    <Modal
      opened
      onClose={onFermer}
      size="lg"
      title={correspondant === null ? 'Ajouter un correspondant' : `Modifier « ${correspondant.nom} »`}
    >
      <form className="pv-form" onSubmit={submit} noValidate>
        {actuel === null ? (
          <ErrorSummary form={form} labels={LIBELLES} />
        ) : (
          <VersionConflict
            what="ce correspondant"
            values={[
              { label: LIBELLES.nom, mine: valeurs.nom, current: actuel.nom },
              { label: LIBELLES.adresse, mine: valeurs.adresse, current: actuel.adresse.join('\n') },
              { label: LIBELLES.courriel, mine: valeurs.courriel, current: actuel.courriel },
            ]}
            onKeep={() => envoyer(actuel.version)}
            onTake={() => void invalider(contract.listerCorrespondants).then(onFermer)}
          />
        )}
        <Select
          {...form.field('nature')}
          label={LIBELLES.nature}
          placeholder="Choisir"
          data={natures}
          value={valeurs.nature}
          allowDeselect={false}
          onChange={(v) =>
            setValeurs({ ...valeurs, nature: NATURES_DE_CORRESPONDANT.find((n) => n === v) ?? null })
          }
          data-autofocus
        />
        <TextInput
          {...form.field('nom')}
          label={LIBELLES.nom}
          description="Tel qu’il s’écrit sur l’enveloppe."
          value={valeurs.nom}
          onChange={(e) => setValeurs({ ...valeurs, nom: e.currentTarget.value })}
        />
        <PostalAddressField
          id={form.idOf('adresse')}
          errors={form.errors}
          path="adresse"
          label={LIBELLES.adresse}
          description="Sans le nom : six lignes au plus, de 38 caractères."
          value={valeurs.adresse}
          onChange={(adresse) => setValeurs({ ...valeurs, adresse })}
        />
        <TextInput
          {...form.field('courriel')}
          type="email"
          label={LIBELLES.courriel}
          description="Facultative quand l’adresse postale est connue."
          value={valeurs.courriel}
          onChange={(e) => setValeurs({ ...valeurs, courriel: e.currentTarget.value })}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            {correspondant === null ? 'Ajouter' : 'Enregistrer'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
