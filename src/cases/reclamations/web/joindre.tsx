import { Button, Checkbox, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import { nomComplet } from '#core/personnes/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type ReclamationVue } from '../contract.ts'
import { REFUS } from '../domain/labels.ts'
import type { USAGES_DU_TEXTE } from '../domain/model.ts'
import { ChampProvenance, enProvenanceSaisie, type ProvenanceEnSaisie } from './champ-provenance.tsx'
import { Choix } from './choix.tsx'

type Usage = (typeof USAGES_DU_TEXTE)[number]

const canaux = CANAUX.map((value) => ({ value, label: LIBELLES_DES_CANAUX[value] }))
const usages = [
  { value: 'recit', label: 'À la suite du récit' },
  { value: 'note', label: 'En note, dans la chronologie' },
] as const satisfies readonly { value: Usage; label: string }[]

/** What is already known of the letter: typed at intake, or read in the message dropped. */
export interface CourrierAJoindre {
  readonly canal: Canal | null
  readonly recuLe: string
  readonly texte: string
  readonly provenance: ProvenanceEnSaisie | null
}

export interface JoindreProps {
  readonly id: string
  readonly courrier: CourrierAJoindre
  readonly onChange: (courrier: CourrierAJoindre) => void
  /** pieces that join with it */
  readonly pieces: readonly string[]
  readonly brouillonId: string | null
  readonly onFermer: () => void
  readonly onFait: (id: string, numero: string) => Promise<void>
  /** opens a linked complaint instead, when the one chosen is closed */
  readonly onFaireSuite: ((vue: ReclamationVue) => void) | null
  /** the letter itself, when it is dropped here */
  readonly children?: React.ReactNode
}

function Formulaire({ vue, ...props }: JoindreProps & { vue: ReclamationVue }) {
  const { today } = useWebSession()
  const { tronc } = vue
  const { courrier } = props
  const [usage, setUsage] = useState<Usage>('recit')
  const [rouvrir, setRouvrir] = useState(false)
  const form = useOperationForm(contract.joindre, () => props.onFait(tronc.id, tronc.numero))
  const change = (plus: Partial<CourrierAJoindre>): void => props.onChange({ ...courrier, ...plus })
  const auteur = tronc.personnes.find(({ role }) => role === 'auteur')
  const phrases: Readonly<Record<string, string>> = REFUS
  const refusDeRouvrir = vue.actions.rouvrir
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        void form.submit({
          id: tronc.id,
          // an unchosen channel is refused by the contract, beside its field
          canal: courrier.canal as Canal,
          recuLe: courrier.recuLe,
          texte: courrier.texte,
          usage,
          pieces: [...props.pieces],
          rouvrir,
          provenance: enProvenanceSaisie(courrier.provenance),
          brouillonId: props.brouillonId,
        })
      }}
    >
      <ErrorSummary
        form={form}
        labels={{ canal: 'Arrivée', recuLe: 'Date de réception', texte: 'Ce que dit ce courrier' }}
      />
      <p className="pv-muted">
        {tronc.numero}, «&nbsp;{tronc.objet}&nbsp;»
        {auteur !== undefined && `, de ${nomComplet(auteur)}`}, reçue le {formatDay(tronc.recuLe)} (
        {tronc.libelleEtat.toLocaleLowerCase('fr')}).
      </p>
      {props.children}
      <Choix
        {...form.field('canal')}
        legende="Arrivé par"
        choix={canaux}
        valeur={courrier.canal}
        onChange={(canal) => change({ canal })}
      />
      <DayField
        {...form.field('recuLe')}
        label="Date de réception de ce courrier"
        value={courrier.recuLe}
        max={today}
        onChange={(recuLe) => change({ recuLe })}
      />
      <Textarea
        {...form.field('texte')}
        label="Ce que dit ce courrier"
        description={props.pieces.length === 0 ? undefined : 'Facultatif : le document est joint au dossier.'}
        value={courrier.texte}
        minRows={4}
        maxRows={12}
        onChange={(e) => change({ texte: e.currentTarget.value })}
      />
      {courrier.texte.trim() !== '' && (
        <Choix
          {...form.field('usage')}
          legende="Ce texte se range"
          choix={usages}
          valeur={usage}
          onChange={setUsage}
        />
      )}
      <ChampProvenance
        valeur={courrier.provenance}
        onChange={(provenance) => change({ provenance })}
        champ={form.field}
        chemin="provenance."
        recuLe={courrier.recuLe}
      />
      {tronc.estClos && (
        <>
          <Checkbox
            checked={rouvrir}
            disabled={refusDeRouvrir !== null}
            label="Rouvrir cette réclamation"
            description={
              refusDeRouvrir === null
                ? 'Ses premières dates restent ; une nouvelle réponse sera due. Sans cela, le courrier est rangé dans le dossier clos.'
                : phrases[refusDeRouvrir.code]
            }
            onChange={(e) => setRouvrir(e.currentTarget.checked)}
          />
          {props.onFaireSuite !== null && (
            <Button
              variant="transparent"
              px={0}
              fw={500}
              w="fit-content"
              onClick={() => props.onFaireSuite?.(vue)}
            >
              Ouvrir plutôt une réclamation qui lui fait suite
            </Button>
          )}
        </>
      )}
      <div className="pv-form-actions">
        <Button variant="default" onClick={props.onFermer}>
          Annuler
        </Button>
        <ActionButton type="submit" loading={form.pending}>
          {rouvrir ? 'Joindre et rouvrir' : 'Joindre au dossier'}
        </ActionButton>
      </div>
    </form>
  )
}

/** A further letter of the same person joins a complaint: what it is, when it came, what becomes of a closed one. */
export function Joindre(props: JoindreProps) {
  const query = useOperation(contract.obtenir, { id: props.id })
  return (
    <Modal opened onClose={props.onFermer} title="Joindre un courrier" size="lg">
      <QueryView query={query}>{(vue) => <Formulaire {...props} vue={vue} />}</QueryView>
    </Modal>
  )
}
