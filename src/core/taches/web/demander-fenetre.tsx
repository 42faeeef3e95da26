import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { FenetreDeSaisie, useDossier, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import type { Operation } from '#platform/contract.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import {
  contract,
  type DemandeFaite,
  type DemandeSaisie,
  type DestinataireSaisi,
  type demandeFaite,
} from '../contract.ts'
import { MESSAGE_PAR_DEFAUT } from '../domain/messages.ts'
import { ChampDestinataires } from './champ-destinataires.tsx'
import { FenetreDesLiens } from './liens-a-montrer.tsx'

/** What may be asked about, proposed by the case: a grief with its passage. */
export interface SujetProposable {
  readonly sujetId: string
  readonly titre: string
  readonly citation: string
  /** the service it concerns, chosen at once when all agree */
  readonly structureId?: string | null
}

export interface DemanderFenetreProps<I extends z.ZodType> {
  readonly operation: Operation<string, I, typeof demandeFaite>
  /** adds to the form what the operation needs of its own */
  readonly entree: (
    cible: { readonly id: string; readonly version: number },
    saisie: {
      readonly demande: DemandeSaisie
      /** the subjects ticked, in their order */
      readonly sujetIds: readonly string[]
      /** lines typed, when no subject is proposed */
      readonly questions: readonly string[]
    },
  ) => z.input<I>
  /** subjects to tick; none: questions are typed */
  readonly sujets?: readonly SujetProposable[]
  readonly titre?: string
  readonly messageParDefaut?: string
  readonly onFermer: () => void
}

const VIDE = { nom: '', fonction: '', courriel: '' }
const LABELS = {
  'demande.destinataires': 'Services interrogés',
  sujetIds: 'Points à expliquer',
  questions: 'Questions',
  'demande.message': 'Message',
  'demande.pourLe': 'Réponse souhaitée pour le',
}

/** The services to begin with: those of the subjects, else the only one of the dossier. */
function services(
  sujets: readonly SujetProposable[],
  duDossier: readonly { readonly id: string }[],
): string[] {
  const concernes = [...new Set(sujets.flatMap(({ structureId }) => structureId ?? []))]
  if (concernes.length > 0) return concernes
  return duDossier.length === 1 ? duDossier.map(({ id }) => id) : []
}

/** Asks services for explanations, then shows their links once. */
export function DemanderFenetre<I extends z.ZodType>(props: DemanderFenetreProps<I>) {
  const { operation, entree, sujets = [], titre = 'Demander des explications', onFermer } = props
  const { tronc } = useDossier()
  const { today } = useWebSession()
  const { data } = useOperation(contract.lister, { id: tronc.id })
  const [destinataires, setDestinataires] = useState<readonly DestinataireSaisi[]>(() =>
    services(sujets, tronc.services).map((structureId) => ({ structureId, ...VIDE })),
  )
  const [choisis, setChoisis] = useState<readonly string[]>(sujets.map(({ sujetId }) => sujetId))
  const [questions, setQuestions] = useState('')
  const [message, setMessage] = useState(props.messageParDefaut ?? MESSAGE_PAR_DEFAUT)
  const [jour, setJour] = useState<string | null>(null)
  const [faite, setFaite] = useState<DemandeFaite | null>(null)
  const saisie = useSaisieDeDossier(operation, { annonce: 'Demande enregistrée.' })
  const { form } = saisie
  const pourLe = jour ?? data?.jourPropose ?? today
  const envoyer = async (): Promise<void> => {
    const demande = { destinataires: [...destinataires], message, pourLe }
    const lignes = questions.split('\n').flatMap((q) => (q.trim() === '' ? [] : [q.trim()]))
    const fait = await saisie.envoyer((cible) =>
      entree(cible, { demande, sujetIds: choisis, questions: lignes }),
    )
    if (fait !== null) setFaite(fait)
  }
  if (faite !== null) {
    const { liens, courrielIndisponible } = faite
    return <FenetreDesLiens liens={liens} courrielIndisponible={courrielIndisponible} onFermer={onFermer} />
  }
  return (
    <FenetreDeSaisie
      titre={titre}
      bouton="Préparer le lien"
      saisie={saisie}
      labels={LABELS}
      taille="xl"
      onFermer={onFermer}
      onEnvoyer={() => void envoyer()}
      comparer={() => []}
    >
      <ChampDestinataires valeur={destinataires} onChange={setDestinataires} field={form.field} />
      {sujets.length > 0 ? (
        <Checkbox.Group
          {...form.field('sujetIds')}
          label="Points à expliquer"
          description="Le service répond à chacun, sous le passage cité."
          value={[...choisis]}
          onChange={(ids) => setChoisis(sujets.flatMap((s) => (ids.includes(s.sujetId) ? s.sujetId : [])))}
        >
          {sujets.map(({ sujetId, titre: intitule, citation }) => (
            <Checkbox
              key={sujetId}
              value={sujetId}
              mt={8}
              label={intitule}
              {...(citation === ''
                ? {}
                : { description: `« ${citation.slice(0, 200)}${citation.length > 200 ? '…' : ''} »` })}
            />
          ))}
        </Checkbox.Group>
      ) : (
        <Textarea
          {...form.field('questions')}
          label="Questions (facultatif)"
          description="Une par ligne : le service répond à chacune."
          value={questions}
          onChange={(e) => setQuestions(e.currentTarget.value)}
        />
      )}
      <Textarea
        {...form.field('demande.message')}
        label="Message"
        description="N’y donnez de la personne que ce dont le service a besoin pour répondre."
        value={message}
        maxRows={14}
        onChange={(e) => setMessage(e.currentTarget.value)}
      />
      <DayField
        {...form.field('demande.pourLe')}
        label="Réponse souhaitée pour le"
        description="Un souhait du service, pas un délai légal."
        value={pourLe}
        onChange={setJour}
      />
    </FenetreDeSaisie>
  )
}
