import { useCallback, useEffect, useState } from 'react'
import { useMemory } from '#platform/web/kept-values.ts'
import { usePathParam, useQueryParams } from '#platform/web/navigation.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import type { GriefsVus, GriefVu } from '../contract-griefs.ts'
import { REFUS } from '../domain/labels.ts'
import classes from './griefs.module.css'
import { ancreDuGrief, GriefsReleves } from './griefs-releves.tsx'
import { type EndroitAMontrer, LettreALire } from './lettre-a-lire.tsx'
import { PageDeTravail } from './page-de-travail.tsx'
import type { PassageChoisi } from './passage-choisi.tsx'
import { RetirerGrief } from './retirer-grief.tsx'
import { SaisirGrief } from './saisir-grief.tsx'

/** The grief being written: a new one, or one coded again. */
interface EnCours {
  readonly grief: GriefVu | null
  readonly passage: PassageChoisi | null
}

/** Puts the focus on a grief of the list, brought into view. */
function allerAuGrief(rang: number): void {
  const ligne = document.getElementById(ancreDuGrief(rang))
  ligne?.focus({ preventScroll: true })
  ligne?.scrollIntoView({ block: 'center' })
}

/** Puts the focus on a grief just saved, once the list read again shows it. */
function useFocusAttendu(griefs: readonly GriefVu[]): (griefId: string) => void {
  const [attendu, setAttendu] = useState<string | null>(null)
  useEffect(() => {
    if (attendu === null || !griefs.some(({ id }) => id === attendu)) return
    const ligne = document.querySelector<HTMLElement>(`[data-grief="${attendu}"]`)
    ligne?.focus({ preventScroll: true })
    ligne?.scrollIntoView({ block: 'nearest' })
    setAttendu(null)
  }, [attendu, griefs])
  return setAttendu
}

const passageDuGrief = ({ passage, citation }: GriefVu): PassageChoisi | null =>
  passage === null ? null : { ...passage, citation }

const REFUS_COMMUNS: Readonly<Record<string, string>> = {
  ...REFUS,
  'permission-manquante': 'Votre rôle ne permet pas de relever un grief.',
}

function Etabli({ vue, demande }: { vue: GriefsVus; demande: string | undefined }) {
  const { entete, griefs, recits, actions } = vue
  const [choisi, setChoisi] = useState<string | null>(null)
  const recitId = choisi ?? recits.at(-1)?.id ?? ''
  const [endroit, setEndroit] = useState<EndroitAMontrer | null>(null)
  const [enCours, setEnCours] = useMemory<EnCours | null>(`griefs ${entete.id}`, null)
  const [aRetirer, setARetirer] = useState<GriefVu | null>(null)
  const seul = entete.services.length === 1 ? (entete.services[0]?.id ?? null) : null
  const [serviceHabituel, setServiceHabituel] = useState(seul)
  const attendre = useFocusAttendu(griefs)

  const montrer = useCallback(({ passage }: GriefVu): void => {
    if (passage === null) return
    setChoisi(passage.recitId)
    setEndroit({ ...passage })
  }, [])
  // asked for by the address, once: « voir le passage » from another page
  const [aVoir] = useState(() => griefs.find(({ id }) => id === demande))
  useEffect(() => {
    if (aVoir !== undefined) montrer(aVoir)
  }, [aVoir, montrer])

  const fermer = (): void => setEnCours(null)
  return (
    <PageDeTravail entete={entete} partie="Griefs">
      <div className={classes['etabli']}>
        <LettreALire
          vue={vue}
          recitId={recitId}
          endroit={endroit}
          enCours={enCours?.passage ?? null}
          refus={actions.qualifier === null ? null : (REFUS_COMMUNS[actions.qualifier.code] ?? null)}
          geste={enCours === null ? 'Nouveau grief' : 'Prendre ce passage'}
          onRecit={setChoisi}
          onRelever={(passage) => setEnCours({ grief: enCours?.grief ?? null, passage })}
          onGrief={allerAuGrief}
        />
        <div className={classes['colonne']}>
          {enCours !== null && (
            <SaisirGrief
              key={enCours.grief?.id ?? 'nouveau'}
              entete={entete}
              grief={enCours.grief}
              passage={enCours.passage}
              serviceHabituel={serviceHabituel}
              onSansPassage={() => setEnCours({ ...enCours, passage: null })}
              onFait={({ serviceId, griefId }) => {
                setServiceHabituel(serviceId)
                setEnCours(null)
                attendre(griefId)
              }}
              onFermer={fermer}
            />
          )}
          <GriefsReleves
            vue={vue}
            onMontrer={montrer}
            onModifier={(grief) => setEnCours({ grief, passage: passageDuGrief(grief) })}
            onRetirer={setARetirer}
            onSansPassage={() => setEnCours({ grief: null, passage: null })}
          />
        </div>
      </div>
      {aRetirer !== null && (
        <RetirerGrief dossierId={entete.id} grief={aRetirer} onFermer={() => setARetirer(null)} />
      )}
    </PageDeTravail>
  )
}

/** The letter on one side, the griefs found in it on the other. */
export function Griefs() {
  const id = usePathParam('id')
  const { grief } = useQueryParams()
  const query = useOperation(contract.obtenirGriefs, { id })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(vue) => <Etabli key={vue.entete.id} vue={vue} demande={grief} />}
    </QueryView>
  )
}
