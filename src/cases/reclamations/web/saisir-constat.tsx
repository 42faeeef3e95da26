import { Button, Textarea } from '@mantine/core'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { capitalized } from '#platform/web/formats.ts'
import { useKeptValues } from '#platform/web/kept-values.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract } from '../contract.ts'
import type { GriefVu } from '../contract-griefs.ts'
import { CONSTATS, type Constat } from '../domain/griefs.ts'
import { LIBELLES_DES_CONSTATS, REFUS } from '../domain/labels.ts'
import classes from './analyse.module.css'
import { Choix } from './choix.tsx'
import { griefActuel, libelleDuConstat } from './conflit-de-grief.tsx'

export interface SaisirConstatProps {
  readonly dossierId: string
  readonly grief: GriefVu
  readonly onFermer: () => void
}

const AUCUN = 'aucun'
const choix = [
  ...CONSTATS.map((value) => ({ value, label: capitalized(LIBELLES_DES_CONSTATS[value]) })),
  { value: AUCUN, label: 'Pas encore' },
]
const constatDe = (valeur: string): Constat | null => CONSTATS.find((c) => c === valeur) ?? null

const LIBELLES = {
  constat: 'Constat',
  motivation: 'Pourquoi',
  reponse: 'Ce que nous dirons à la personne',
} as const

/** The finding of one grief. It may be saved unfinished: nothing leaves before the answer is signed. */
export function SaisirConstat({ dossierId, grief, onFermer }: SaisirConstatProps) {
  const invalider = useInvalidateAll()
  const {
    values: valeurs,
    change: changer,
    forget: oublier,
  } = useKeptValues(`constat ${grief.id}`, {
    constat: grief.constat,
    motivation: grief.motivation,
    reponse: grief.reponse,
  })
  const form = useOperationForm(contract.constaterGrief, async () => {
    oublier()
    toast('Constat enregistré.')
    await invalider()
    onFermer()
  })
  const actuel = griefActuel(form.problem)
  const envoyer = (version: number): void => {
    void form.submit({ id: dossierId, griefId: grief.id, version, ...valeurs })
  }
  return (
    <form
      className={`pv-form ${classes['formulaire']}`}
      noValidate
      aria-label={`Constat du grief ${grief.rang}`}
      onSubmit={(e) => {
        e.preventDefault()
        envoyer(grief.version)
      }}
    >
      {actuel === null ? (
        <ErrorSummary form={form} labels={LIBELLES} refusals={REFUS} />
      ) : (
        <VersionConflict
          what="ce grief"
          values={[
            {
              label: LIBELLES.constat,
              mine: libelleDuConstat(valeurs.constat),
              current: libelleDuConstat(actuel.constat),
            },
            { label: LIBELLES.motivation, mine: valeurs.motivation, current: actuel.motivation },
            { label: LIBELLES.reponse, mine: valeurs.reponse, current: actuel.reponse },
          ]}
          onKeep={() => envoyer(actuel.version)}
          onTake={() => {
            oublier()
            void invalider().then(onFermer)
          }}
        />
      )}
      <Choix
        {...form.field('constat')}
        legende={LIBELLES.constat}
        choix={choix}
        valeur={valeurs.constat ?? AUCUN}
        onChange={(valeur) => changer({ constat: constatDe(valeur) })}
      />
      <Textarea
        {...form.field('motivation')}
        label={LIBELLES.motivation}
        description="Pour l’établissement : reste au dossier, n’est pas envoyé."
        value={valeurs.motivation}
        maxLength={10_000}
        onChange={(e) => changer({ motivation: e.currentTarget.value })}
      />
      <Textarea
        {...form.field('reponse')}
        label={LIBELLES.reponse}
        description="Avec les mots de la lettre : ils y seront repris pour ce grief."
        value={valeurs.reponse}
        maxLength={10_000}
        onChange={(e) => changer({ reponse: e.currentTarget.value })}
      />
      <div className="pv-form-actions">
        <Button
          variant="default"
          onClick={() => {
            oublier()
            onFermer()
          }}
        >
          Annuler
        </Button>
        {actuel === null && (
          <Button type="submit" loading={form.pending}>
            Enregistrer
          </Button>
        )}
      </div>
    </form>
  )
}
