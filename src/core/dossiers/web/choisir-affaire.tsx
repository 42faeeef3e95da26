import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField } from '#platform/web/choice-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatDate } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { type AffaireSaisie, ChampsDAffaire, LABELS_D_AFFAIRE } from './champs-d-affaire.tsx'

export interface ChoisirAffaireProps {
  readonly titre: string
  /** the day proposed for a new one */
  readonly depuisLe: string
  /** dossiers that make a new one, and those that may come along */
  readonly dossiers: readonly string[]
  readonly proches?: readonly { readonly id: string; readonly libelle: string }[]
  /** an existing one was chosen */
  readonly onExistante: (affaireId: string, titre: string) => void
  /** a new one was made of `dossiers` and of those of `proches` that were kept */
  readonly onCreee: (affaireId: string, titre: string) => void | Promise<void>
  readonly occupe?: boolean
  readonly onFermer: () => void
}

const CHOIX = [
  { value: 'existante', label: 'Une affaire déjà ouverte' },
  { value: 'nouvelle', label: 'Une nouvelle affaire' },
] as const
type Choix = (typeof CHOIX)[number]['value']

/** An affaire to put dossiers in: one that exists, or a new one. */
export function ChoisirAffaire(props: ChoisirAffaireProps) {
  const { titre, dossiers, proches = [], onExistante, onCreee, occupe = false, onFermer } = props
  const lues = useOperation(contract.listerAffaires, {})
  const affaires = lues.data?.affaires ?? []
  const [voulu, setVoulu] = useState<Choix | null>(null)
  const choix = voulu ?? (affaires.length === 0 ? 'nouvelle' : 'existante')
  const [affaireId, setAffaireId] = useState<string | null>(null)
  const [manque, setManque] = useState(false)
  const [saisie, setSaisie] = useState<AffaireSaisie>({ titre: '', depuisLe: props.depuisLe, motif: '' })
  const [laisses, setLaisses] = useState<readonly string[]>([])
  const form = useOperationForm(contract.creerAffaire, ({ id }) => onCreee(id, saisie.titre.trim()))
  const envoyer = (): void => {
    if (choix === 'nouvelle') {
      const venus = proches.filter(({ id }) => !laisses.includes(id)).map(({ id }) => id)
      void form.submit({ ...saisie, dossiers: [...dossiers, ...venus] })
      return
    }
    const choisie = affaires.find(({ id }) => id === affaireId)
    setManque(choisie === undefined)
    if (choisie !== undefined) onExistante(choisie.id, choisie.titre)
  }
  return (
    <Modal opened onClose={onFermer} title={titre} size="lg">
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          envoyer()
        }}
      >
        <ErrorSummary form={form} labels={LABELS_D_AFFAIRE} />
        {affaires.length > 0 && (
          <ChoiceField
            id={form.idOf('choix')}
            label="Dans quelle affaire"
            error={undefined}
            choices={CHOIX}
            value={choix}
            onChange={setVoulu}
          />
        )}
        {choix === 'existante' ? (
          <Select
            id={form.idOf('affaireId')}
            label="Affaire"
            error={manque ? 'Choisissez une affaire.' : undefined}
            placeholder="Choisir"
            searchable
            nothingFoundMessage="Aucune affaire de ce titre"
            data={affaires.map((a) => ({
              value: a.id,
              label: `${a.titre} (depuis le ${formatDate(a.depuisLe)})`,
            }))}
            value={affaireId}
            onChange={setAffaireId}
          />
        ) : (
          <>
            <ChampsDAffaire valeur={saisie} onChange={setSaisie} champ={form.field} />
            {proches.length > 0 && (
              <Checkbox.Group
                label="Y mettre aussi les dossiers liés"
                value={proches.map(({ id }) => id).filter((id) => !laisses.includes(id))}
                onChange={(gardes) =>
                  setLaisses(proches.map(({ id }) => id).filter((id) => !gardes.includes(id)))
                }
              >
                {proches.map(({ id, libelle }) => (
                  <Checkbox key={id} value={id} label={libelle} mt={6} />
                ))}
              </Checkbox.Group>
            )}
          </>
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending || occupe}>
            {choix === 'nouvelle' ? 'Ouvrir l’affaire' : 'Rattacher'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
