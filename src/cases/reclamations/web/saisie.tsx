import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBrouillonSuivi } from '#core/dossiers/web/index.ts'
import type { DepotVu } from '#core/pieces/contract.ts'
import { useArrivees, useDepots, VoileDeDepot } from '#core/pieces/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useShortcut } from '#platform/web/use-shortcut.ts'
import { estOrale } from '../domain/rules.ts'
import { Arrivee } from './arrivee.tsx'
import {
  type Brouillon,
  ecrireBrouillon,
  estVide,
  type Formulaire,
  remplirDepuisLaPrecedente,
  remplirDepuisLeDepot,
  remplirDepuisLeMessage,
} from './brouillon.tsx'
import { CeQuiPartira } from './ce-qui-partira.tsx'
import { Champs } from './champs.tsx'
import { useEnregistrement } from './enregistrement.tsx'
import { JoindreDepuisLaSaisie } from './joindre-depuis-la-saisie.tsx'
import type { Destination } from './lettre.tsx'
import classes from './nouvelle-reclamation.module.css'
import { Origine } from './origine.tsx'
import { cheminDeLaReclamation, type Suite } from './paths.ts'
import { faireSuite, Precedente } from './precedente.tsx'
import { type SuitePossible, SuitesPossibles, suitesDe, useSuitesDeLAuteur } from './suites-possibles.tsx'

const LIBELLES = {
  canal: 'Arrivée',
  recuLe: 'Date de réception',
  receptionConfirmee: 'Date de réception',
  auteur: 'Auteur',
  'auteur.personne.nom': 'Nom de l’auteur',
  'auteur.personne.courriel': 'Courriel de l’auteur',
  qualite: 'Qualité',
  patient: 'Patient',
  'patient.personne.nom': 'Nom du patient',
  'provenance.nom': 'Nom de qui l’a transmise',
  'provenance.premiereReceptionLe': 'Reçue là-bas le',
  'provenance.explicationsPourLe': 'Explications demandées pour le',
  services: 'Services',
  objet: 'Objet',
  recit: 'Récit',
  'protection.raison': 'Raison de la protection',
  'protection.motif': 'Motif de la protection',
  'protection.agents': 'Agents concernés',
} as const

/** How its draft is kept. */
const GARDE = { type: 'reclamation', ecrire: ecrireBrouillon, estVide } as const

export interface SaisieProps {
  readonly brouillonId: string
  readonly initial: Brouillon
}

const enSuite = (accuse: boolean, orale: boolean): Suite | undefined =>
  orale ? 'copie' : accuse ? 'accuse' : undefined

/** Intake of a complaint on one page: what arrived on the left, the fields on the right. */
export function Saisie({ brouillonId, initial }: SaisieProps) {
  const { today } = useWebSession()
  const goTo = useGoTo()
  const invalider = useInvalidateAll()
  const [formulaire, setFormulaire] = useState<Formulaire>(initial.formulaire)
  const depots = useDepots({
    initiaux: initial.depots,
    onDepose: (depot) => setFormulaire((f) => remplirDepuisLeDepot(f, depot)),
  })
  const brouillon: Brouillon = { formulaire, depots: depots.faits }
  const suivi = useBrouillonSuivi({ ...GARDE, id: brouillonId, valeur: brouillon, initial })
  const enregistrement = useEnregistrement(brouillonId, today)
  const survole = useArrivees({
    onFichiers: depots.deposer,
    onTexte: (texte) => setFormulaire((f) => ({ ...f, recit: ajouter(f.recit, texte) })),
  })
  const message = depots.faits.find((depot) => depot.message !== null)?.message ?? null
  const orale = formulaire.canal !== null && estOrale(formulaire.canal)

  const enregistrer = async (accuse: boolean): Promise<void> => {
    if (depots.enCours) return
    await suivi.flush()
    suivi.terminer()
    const fait = await enregistrement.enregistrer(brouillon)
    if (fait === null) {
      suivi.reprendre()
      return
    }
    suivi.discard()
    toast(`Réclamation ${fait.numero} enregistrée.`)
    await invalider()
    goTo(cheminDeLaReclamation(fait.id, enSuite(accuse, orale)))
  }
  const mettreDeCote = async (): Promise<void> => {
    await suivi.flush()
    toast('Brouillon mis de côté : vous le retrouverez à l’accueil.')
    goTo('/')
  }
  const reprendre = (texte: string, vers: Destination): void =>
    setFormulaire((f) => {
      if (vers === 'objet') return { ...f, objet: texte.replace(/\s+/g, ' ').slice(0, 300) }
      const intact = f.recit === message?.texte.trim()
      return { ...f, recit: intact ? texte : ajouter(f.recit, texte) }
    })
  const remplir = (depot: DepotVu): void => {
    const { message: lu } = depot
    if (lu !== null) setFormulaire((f) => remplirDepuisLeMessage(f, lu))
  }
  const suites = suitesDe(depots.faits, useSuitesDeLAuteur(formulaire))
  const [jointe, setJointe] = useState<SuitePossible | null>(null)
  const apresJonction = async (id: string, numero: string): Promise<void> => {
    suivi.terminer()
    suivi.discard()
    toast(`Courrier joint à ${numero}.`)
    await invalider()
    goTo(cheminDeLaReclamation(id))
  }
  const avecSuite = !formulaire.estAnonyme
  const principal = useRef(enregistrer)
  useEffect(() => {
    principal.current = enregistrer
  })
  useShortcut(
    'enter',
    useCallback(() => void principal.current(true), []),
    { ctrl: true },
  )

  const attente = depots.enCours ? 'Un fichier est en cours d’envoi.' : null
  return (
    <Page>
      <VoileDeDepot visible={survole}>Lâchez pour déposer</VoileDeDepot>
      <PageHeader
        title={message === null ? 'Nouvelle réclamation' : 'Nouvelle réclamation à partir d’un courriel'}
      />
      <ErrorSummary
        form={{
          errors: enregistrement.erreurs,
          problem: null,
          attempt: 0,
          idOf: enregistrement.idOf,
        }}
        labels={LIBELLES}
      />
      <div className={classes['colonnes']}>
        <Arrivee
          depots={depots}
          estOrale={orale}
          recit={{ ...enregistrement.champ('recit'), valeur: formulaire.recit }}
          onRecit={(recit) => setFormulaire((f) => ({ ...f, recit }))}
          onReprendre={reprendre}
          onRemplir={remplir}
        />
        <div className={classes['champs']}>
          <Origine formulaire={formulaire} onChange={setFormulaire} />
          <Precedente formulaire={formulaire} onChange={setFormulaire} />
          {formulaire.suiteDe === null && (
            <SuitesPossibles
              suites={suites}
              onJoindre={(suite) => {
                void suivi.flush()
                setJointe(suite)
              }}
              onFaireSuite={(suite) => void faireSuite(suite, setFormulaire)}
            />
          )}
          <Champs
            formulaire={formulaire}
            onChange={setFormulaire}
            champ={enregistrement.champ}
            message={message}
            avecRecit={depots.depots.length > 0}
          />
          <CeQuiPartira formulaire={formulaire} />
        </div>
      </div>
      <div className={classes['barre']}>
        {enregistrement.problem === null ? (
          <span className={classes['suivi-brouillon']} role="status">
            {suivi.status ?? 'La saisie s’enregistre en brouillon au fur et à mesure.'}
          </span>
        ) : (
          <strong className={classes['echec']} role="alert">
            {enregistrement.problem.message}
          </strong>
        )}
        <Button variant="subtle" onClick={() => void mettreDeCote()}>
          Mettre de côté
        </Button>
        <ActionButton
          variant={avecSuite ? 'default' : 'filled'}
          loading={enregistrement.enCours}
          disabledReason={attente}
          onClick={() => void enregistrer(false)}
        >
          Enregistrer
        </ActionButton>
        {avecSuite && (
          <Button
            title="Ctrl + Entrée"
            loading={enregistrement.enCours}
            aria-disabled={depots.enCours}
            onClick={() => void enregistrer(true)}
          >
            {orale ? 'Enregistrer et imprimer la copie' : 'Enregistrer et accuser réception'}
          </Button>
        )}
      </div>
      {jointe !== null && (
        <JoindreDepuisLaSaisie
          suite={jointe}
          brouillon={brouillon}
          brouillonId={brouillonId}
          onFermer={() => setJointe(null)}
          onFait={apresJonction}
          onFaireSuite={(vue) => {
            setFormulaire((f) => remplirDepuisLaPrecedente(f, vue))
            setJointe(null)
          }}
        />
      )}
    </Page>
  )
}

const ajouter = (recit: string, texte: string): string =>
  recit.trim() === '' ? texte : `${recit.trimEnd()}\n\n${texte}`
