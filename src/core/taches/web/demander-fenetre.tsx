import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { FenetreDeSaisie, useDossier, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import type { Operation } from '#platform/contract.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useKeptValues } from '#platform/web/kept-values.ts'
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
  /** what the fields are called, when it is not explanations that are asked for */
  readonly mots?: Partial<MotsDeLaDemande>
  readonly onFermer: () => void
}

const VIDE = { nom: '', fonction: '', courriel: '' }

/** What was typed, kept when the window is closed before it is sent. */
interface Valeurs {
  readonly destinataires: readonly DestinataireSaisi[]
  /** subjects left out */
  readonly ecartes: readonly string[]
  readonly questions: string
  readonly message: string
  readonly jour: string | null
}

interface MotsDeLaDemande {
  readonly destinataires: string
  readonly sujets: string
  readonly aideDesSujets: string
  readonly pourLe: string
}
const MOTS: MotsDeLaDemande = {
  destinataires: 'Services interrogés',
  sujets: 'Points à expliquer',
  aideDesSujets: 'Le service répond à chacun, sous le passage cité.',
  pourLe: 'Réponse souhaitée pour le',
}
const labelsDe = (mots: MotsDeLaDemande) => ({
  'demande.destinataires': mots.destinataires,
  sujetIds: mots.sujets,
  questions: 'Questions',
  'demande.message': 'Message',
  'demande.pourLe': mots.pourLe,
})

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
  const mots = { ...MOTS, ...props.mots }
  const { tronc } = useDossier()
  const { today } = useWebSession()
  const { data } = useOperation(contract.lister, { id: tronc.id })
  const { values, change, forget } = useKeptValues<Valeurs>(`${operation.path} ${tronc.id}`, {
    destinataires: services(sujets, tronc.services).map((structureId) => ({ structureId, ...VIDE })),
    ecartes: [],
    questions: '',
    message: props.messageParDefaut ?? MESSAGE_PAR_DEFAUT,
    jour: null,
  })
  const { destinataires, ecartes, questions, message, jour } = values
  const choisis = sujets.map(({ sujetId }) => sujetId).filter((id) => !ecartes.includes(id))
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
    if (fait === null) return
    forget()
    setFaite(fait)
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
      labels={labelsDe(mots)}
      taille="xl"
      onFermer={onFermer}
      onEnvoyer={() => void envoyer()}
      comparer={() => []}
    >
      <ChampDestinataires
        label={mots.destinataires}
        valeur={destinataires}
        onChange={(choix) => change({ destinataires: choix })}
        field={form.field}
      />
      {sujets.length > 0 ? (
        <Checkbox.Group
          {...form.field('sujetIds')}
          label={mots.sujets}
          description={mots.aideDesSujets}
          value={[...choisis]}
          onChange={(ids) =>
            change({ ecartes: sujets.flatMap((s) => (ids.includes(s.sujetId) ? [] : s.sujetId)) })
          }
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
          onChange={(e) => change({ questions: e.currentTarget.value })}
        />
      )}
      <Textarea
        {...form.field('demande.message')}
        label="Message"
        description="N’y donnez de la personne que ce dont le service a besoin pour répondre."
        value={message}
        maxRows={14}
        onChange={(e) => change({ message: e.currentTarget.value })}
      />
      <DayField
        {...form.field('demande.pourLe')}
        label={mots.pourLe}
        description="Un souhait du service, pas un délai légal."
        value={pourLe}
        onChange={(choix) => change({ jour: choix })}
      />
    </FenetreDeSaisie>
  )
}
