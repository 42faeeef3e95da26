import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatList } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { LIBELLES_DES_DIVERGENCES } from '../domain/labels.ts'
import type { FicheVue } from './fiche-de-personne.tsx'
import { nomComplet } from './identite.ts'

/** The INS of a patient: hidden but for its end. The whole is asked for, and each reading is in the journal. */
export function IdentifiantDePersonne({ vue }: { vue: FicheVue }) {
  const { personne, identifiant, refusDIdentifier } = vue
  const { can } = useWebSession()
  const [saisit, setSaisit] = useState(false)
  const [entier, setEntier] = useState<string | null>(null)
  const lecture = useOperationForm(contract.lireIdentifiant, ({ matricule }) => setEntier(matricule))
  const peut = can('personnes.modifier')
  return (
    <Card title="INS" className="pv-no-print">
      {identifiant === null ? (
        <p className="pv-muted pv-small">{refusDIdentifier ?? 'Aucune INS enregistrée.'}</p>
      ) : (
        <>
          <p className="pv-small">
            <strong>{entier ?? identifiant.masque}</strong>
            <br />
            <span className="pv-muted">
              Clé vérifiée. L’identité n’est pas qualifiée pour autant : seul le téléservice INSi le fait.
            </span>
          </p>
          {identifiant.divergences.length > 0 && (
            <Notice tone="soon">
              Ce numéro ne dit pas la même chose que la fiche pour{' '}
              {formatList(identifiant.divergences.map((une) => LIBELLES_DES_DIVERGENCES[une]))}
              &nbsp;: vérifiez l’un et l’autre.
            </Notice>
          )}
        </>
      )}
      {lecture.problem !== null && <Notice tone="late">{lecture.problem.message}</Notice>}
      <div className="pv-row">
        {identifiant?.peutLire === true && entier === null && (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            loading={lecture.pending}
            onClick={() => void lecture.submit({ id: personne.id })}
          >
            Afficher en entier
          </Button>
        )}
        {peut && (identifiant !== null || refusDIdentifier === null) && (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setSaisit(true)}>
            {identifiant === null ? 'Enregistrer l’INS' : 'Remplacer ou effacer'}
          </Button>
        )}
      </div>
      {identifiant?.peutLire === true && entier === null && (
        <p className="pv-muted pv-small">Chaque affichage est inscrit au journal, à votre nom.</p>
      )}
      {saisit && (
        <SaisirIdentifiant
          vue={vue}
          onFermer={() => {
            setSaisit(false)
            setEntier(null)
          }}
        />
      )}
    </Card>
  )
}

function SaisirIdentifiant({ vue, onFermer }: { vue: FicheVue; onFermer: () => void }) {
  const { personne, identifiant } = vue
  const rafraichir = useInvalidateAll()
  const [matricule, setMatricule] = useState('')
  const form = useOperationForm(contract.identifier, async () => {
    await rafraichir()
    toast(matricule.trim() === '' ? 'INS effacée.' : 'INS enregistrée, sa clé est juste.')
    onFermer()
  })
  return (
    <Modal opened onClose={onFermer} title={`INS de ${nomComplet(personne)}`}>
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void form.submit({ id: personne.id, matricule })
        }}
      >
        <ErrorSummary form={form} labels={{ matricule: 'INS' }} />
        <p className="pv-muted pv-small">
          Enregistrez-la seulement si elle sert à reconnaître le patient sans erreur. Elle ne paraît ni dans
          les listes, ni dans les exports, ni dans les courriers.
        </p>
        <TextInput
          {...form.field('matricule')}
          label="INS"
          description={
            identifiant === null
              ? 'Quinze caractères, clé comprise, avec ou sans espaces.'
              : 'Quinze caractères, clé comprise. Laissez vide pour effacer celle qui est enregistrée.'
          }
          value={matricule}
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          onChange={(e) => setMatricule(e.currentTarget.value)}
          data-autofocus
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button
            type="submit"
            loading={form.pending}
            disabled={identifiant === null && matricule.trim() === ''}
          >
            {matricule.trim() === '' && identifiant !== null ? 'Effacer' : 'Enregistrer'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
