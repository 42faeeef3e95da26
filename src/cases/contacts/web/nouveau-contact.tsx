import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { contract as dossiers } from '#core/dossiers/contract.ts'
import { useBrouillonSuivi, useTypesWeb } from '#core/dossiers/web/index.ts'
import { heureDe } from '#core/echeances/domain/instant.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useGoTo, useQueryParams } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { useShortcut } from '#platform/web/use-shortcut.ts'
import { contract } from '../contract.ts'
import { TYPE_SUGGERE } from '../domain/rules.ts'
import {
  dater,
  ecrireBrouillon,
  enSaisie,
  estVide,
  type Formulaire,
  formulaireVide,
  lireBrouillon,
} from './brouillon.tsx'
import { ChampsDeLaSuite, ChampsDuContact } from './champs.tsx'
import classes from './contacts.module.css'
import { dernierCanal, retenirLeCanal } from './dernier-canal.tsx'
import { cheminDuContact } from './paths.ts'

const LIBELLES = {
  recuLe: 'Jour',
  heure: 'Heure',
  canal: 'Canal',
  personne: 'Personne',
  'personne.personne.nom': 'Nom',
  'personne.personne.courriel': 'Courriel',
  motif: 'Motif',
  note: 'Note',
  services: 'Service concerné',
  'suite.pourLe': 'Jour du rappel ou du rendez-vous',
  'suite.heure': 'Heure du rappel ou du rendez-vous',
  'suite.agentId': 'Confié à',
  'protection.raison': 'Raison de la protection',
  'protection.motif': 'Motif de la protection',
  'protection.agents': 'Agents concernés',
} as const

const CLAVIER = 'Ctrl\u00a0+\u00a0Entrée'

type Enregistre = { readonly id: string; readonly numero: string; readonly estClos: boolean }

interface SaisieProps {
  readonly brouillonId: string
  readonly initial: Formulaire
  readonly onFait: (fait: Enregistre) => void
}

/** The other type of dossier this motive most often becomes, when it exists and the agent may open one. */
function useTransformation({ motif }: Formulaire) {
  const { can } = useWebSession()
  const types = useTypesWeb()
  const code = motif === null ? undefined : TYPE_SUGGERE[motif]
  const type = types.find((un) => un.code === code)
  return type?.depuis !== undefined && can(type.creation.permission) ? type.depuis : null
}

/** The sheet: one page, the keyboard enough, nothing lost. */
function Saisie({ brouillonId, initial, onFait }: SaisieProps) {
  const goTo = useGoTo()
  const invalider = useInvalidateAll()
  const [formulaire, setFormulaire] = useState(initial)
  const form = useOperationForm(contract.enregistrer)
  const suivi = useBrouillonSuivi({
    id: brouillonId,
    type: 'contact',
    valeur: formulaire,
    initial,
    ecrire: ecrireBrouillon,
    estVide,
  })
  const transformation = useTransformation(formulaire)
  const { timeZone } = useWebSession()
  // the sheet may have been open since the last person left
  const dateSiVide = (f: Formulaire): Formulaire => {
    const instant = new Date()
    return dater(f, { jour: jourDe(instant, timeZone), heure: heureDe(instant, timeZone) })
  }
  const changer = (plus: Partial<Formulaire>): void => setFormulaire((f) => ({ ...dateSiVide(f), ...plus }))
  const enregistrer = async (transforme: boolean): Promise<void> => {
    await suivi.flush()
    suivi.terminer()
    const fait = await form.submit(enSaisie(dateSiVide(formulaire), brouillonId, transforme))
    if (fait === null) {
      suivi.reprendre()
      return
    }
    suivi.discard()
    retenirLeCanal(formulaire.canal)
    await invalider()
    if (!transforme || transformation === null) {
      onFait(fait)
      return
    }
    toast(`Contact ${fait.numero} enregistré.`)
    goTo(transformation.href(fait.id))
  }
  const principal = useRef(enregistrer)
  useEffect(() => {
    principal.current = enregistrer
  })
  useShortcut(
    'enter',
    useCallback(() => void principal.current(false), []),
    { ctrl: true },
  )
  const champs = { formulaire, onChange: changer, champ: form.field }
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        void enregistrer(false)
      }}
    >
      <ErrorSummary form={form} labels={LIBELLES} />
      <div className={classes['colonnes']}>
        <ChampsDuContact {...champs} />
        <ChampsDeLaSuite {...champs} />
      </div>
      <div className={classes['barre']}>
        <span className={classes['suivi']} role="status">
          {suivi.status ?? 'La saisie s’enregistre en brouillon au fur et à mesure.'}
        </span>
        {transformation !== null && (
          <Button variant="default" loading={form.pending} onClick={() => void enregistrer(true)}>
            Enregistrer et {transformation.label.charAt(0).toLocaleLowerCase('fr')}
            {transformation.label.slice(1)}
          </Button>
        )}
        <Button type="submit" title="Ctrl + Entrée" loading={form.pending}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}

function Fait({ dernier }: { dernier: Enregistre }) {
  return (
    <div role="status">
      <Notice tone="ok" action={<AppLink href={cheminDuContact(dernier.id)}>Ouvrir</AppLink>}>
        Contact <strong>{dernier.numero}</strong> enregistré{dernier.estClos ? ' et clos' : ', à suivre'}. Un
        autre&nbsp;?
      </Notice>
    </div>
  )
}

/** What is on the screen: a draft resumed, or an empty sheet. */
interface Feuille {
  readonly id: string
  readonly initial: Formulaire
}

function Feuilles({ premiere }: { premiere: Feuille }) {
  const [feuille, setFeuille] = useState(premiere)
  const [dernier, setDernier] = useState<Enregistre | null>(null)
  return (
    <Page>
      <PageHeader
        title="Nouveau contact"
        lead={`Le motif suffit, le reste si vous le savez. ${CLAVIER} enregistre.`}
      />
      {dernier !== null && <Fait dernier={dernier} />}
      <Saisie
        key={feuille.id}
        brouillonId={feuille.id}
        initial={feuille.initial}
        onFait={(fait) => {
          setDernier(fait)
          setFeuille(feuilleNeuve())
        }}
      />
    </Page>
  )
}

const feuilleNeuve = (): Feuille => ({
  id: uuidv7(Date.now()),
  initial: formulaireVide(dernierCanal()),
})

function Reprise({ id, vide }: { id: string; vide: Formulaire }) {
  const query = useOperation(dossiers.listerBrouillons, {}, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {({ brouillons }) => {
        const brouillon = brouillons.find((un) => un.id === id)
        const initial = brouillon === undefined ? vide : lireBrouillon(brouillon.contenu, vide)
        return <Feuilles key={id} premiere={{ id, initial }} />
      }}
    </QueryView>
  )
}

/** One contact after the other, or a draft resumed where it was left. */
export function NouveauContact() {
  const { brouillon } = useQueryParams()
  const [neuve] = useState(feuilleNeuve)
  return brouillon === undefined ? (
    <Feuilles key={neuve.id} premiere={neuve} />
  ) : (
    <Reprise id={brouillon} vide={neuve.initial} />
  )
}
