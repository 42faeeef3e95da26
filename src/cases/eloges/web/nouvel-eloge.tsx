import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import {
  ChampServices,
  cheminParIdentifiant,
  DepuisUnDossier,
  type OrigineVue,
} from '#core/dossiers/web/index.ts'
import { nomComplet } from '#core/personnes/web/index.ts'
import {
  ChoisirDesFichiers,
  ListeDesDepots,
  useArrivees,
  useDepots,
  VoileDeDepot,
} from '#core/pieces/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useQueryParams } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import classes from './nouvel-eloge.module.css'
import { cheminDeLEloge } from './paths.ts'

const canaux = CANAUX.map((value) => ({ value, label: LIBELLES_DES_CANAUX[value] }))
const ORAUX: readonly Canal[] = ['guichet', 'telephone']
const LIBELLES = { texte: 'Message', recuLe: 'Date', auteur: 'De la part de', services: 'Services' }

interface EnregistreProps {
  readonly dernier: { readonly id: string; readonly numero: string }
}

function Enregistre({ dernier }: EnregistreProps) {
  return (
    <div role="status">
      <Notice tone="ok" action={<AppLink href={cheminDeLEloge(dernier.id)}>Ouvrir et transmettre</AppLink>}>
        Éloge <strong>{dernier.numero}</strong> enregistré. Un autre&nbsp;?
      </Notice>
    </div>
  )
}

/** One praise after the other: a text, perhaps a service, perhaps a name, Ctrl + Enter. */
export function NouvelEloge() {
  const { today } = useWebSession()
  const [dernier, setDernier] = useState<{ id: string; numero: string } | null>(null)
  const [rang, setRang] = useState(0)
  const { origine } = useQueryParams()
  const formulaire = (initial: Depart) => (
    <Formulaire
      key={rang}
      today={today}
      initial={initial}
      onFait={(fait) => {
        setDernier(fait)
        setRang(rang + 1)
      }}
    />
  )
  return (
    <Page narrow>
      <PageHeader
        title="Nouvel éloge"
        lead="Écrivez ou collez le message ; un service et un nom si vous les connaissez. Ctrl + Entrée enregistre."
      />
      {dernier !== null && <Enregistre dernier={dernier} />}
      {origine === undefined || rang > 0 ? (
        formulaire(RIEN)
      ) : (
        <DepuisUnDossier id={origine}>{(vue) => formulaire(departDe(vue))}</DepuisUnDossier>
      )}
    </Page>
  )
}

/** What a praise starts with: nothing, or what another dossier says. */
interface Depart {
  readonly origine: { readonly id: string; readonly numero: string } | null
  readonly texte: string
  readonly auteur: string
  readonly services: readonly string[]
  readonly canal: Canal
  readonly recuLe: string | null
}
const RIEN: Depart = { origine: null, texte: '', auteur: '', services: [], canal: 'courrier', recuLe: null }

const departDe = ({ id, numero, recit, auteur, services, canal, recuLe }: OrigineVue): Depart => ({
  origine: { id, numero },
  texte: recit,
  auteur: auteur === null ? '' : nomComplet(auteur),
  services,
  canal: canal ?? RIEN.canal,
  recuLe,
})

interface FormulaireProps {
  readonly today: string
  readonly initial: Depart
  readonly onFait: (fait: { id: string; numero: string }) => void
}

function Formulaire({ today, initial, onFait }: FormulaireProps) {
  const invalider = useInvalidateAll()
  const [texte, setTexte] = useState(initial.texte)
  const [auteur, setAuteur] = useState(initial.auteur)
  const [services, setServices] = useState<readonly string[]>(initial.services)
  const [canal, setCanal] = useState<Canal>(initial.canal)
  const [recuLe, setRecuLe] = useState(initial.recuLe ?? today)
  const [accord, setAccord] = useState(false)
  const depots = useDepots({
    onDepose: ({ message }) => {
      if (message === null) return
      setTexte((deja) => (deja === '' ? message.texte.trim() : deja))
      setAuteur((deja) => (deja === '' ? (message.expediteur?.nom ?? '') : deja))
      setCanal('courriel')
      if (message.recuLe !== null) setRecuLe(message.recuLe)
    },
  })
  const survole = useArrivees({ onFichiers: depots.deposer })
  const form = useOperationForm(contract.enregistrer, async (fait) => {
    await invalider()
    onFait(fait)
  })
  const envoyer = (): void => {
    if (depots.enCours) return
    const pieces = depots.faits.flatMap(({ piece, jointes }) => [piece.id, ...jointes.map(({ id }) => id)])
    void form.submit({
      texte,
      auteur,
      services: [...services],
      canal,
      recuLe,
      // by word of mouth at the desk and on the phone, in the message itself otherwise
      accord: accord && auteur.trim() !== '' ? (ORAUX.includes(canal) ? 'oral-consigne' : 'ecrit') : null,
      pieces,
      origineId: initial.origine?.id ?? null,
    })
  }
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        envoyer()
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return
        e.preventDefault()
        envoyer()
      }}
    >
      <VoileDeDepot visible={survole}>Lâchez pour joindre à l’éloge</VoileDeDepot>
      {initial.origine !== null && (
        <Notice>
          Cet éloge vient de{' '}
          <AppLink href={cheminParIdentifiant(initial.origine.id)}>{initial.origine.numero}</AppLink>
          &nbsp;: les deux seront liés.
        </Notice>
      )}
      <ErrorSummary form={form} labels={LIBELLES} />
      <Textarea
        {...form.field('texte')}
        label="Message de remerciement"
        placeholder="Merci à toute l’équipe de…"
        value={texte}
        minRows={7}
        maxRows={20}
        autoFocus
        onChange={(e) => setTexte(e.currentTarget.value)}
      />
      <div className="pv-form-columns">
        <ChampServices
          {...form.field('services')}
          label="Services remerciés (facultatif)"
          valeur={services}
          onChange={setServices}
        />
        <TextInput
          {...form.field('auteur')}
          label="De la part de (facultatif)"
          value={auteur}
          maxLength={200}
          autoComplete="off"
          onChange={(e) => setAuteur(e.currentTarget.value)}
        />
      </div>
      {auteur.trim() !== '' && (
        <Checkbox
          label="La personne accepte que son nom soit donné à l’équipe"
          description="Sans son accord, l’équipe lira le message sans son nom."
          checked={accord}
          onChange={(e) => setAccord(e.currentTarget.checked)}
        />
      )}
      <div className="pv-form-columns">
        <Select
          {...form.field('canal')}
          label="Arrivé par"
          data={canaux}
          value={canal}
          allowDeselect={false}
          onChange={(v) => setCanal(CANAUX.find((un) => un === v) ?? canal)}
        />
        <DayField {...form.field('recuLe')} label="Reçu le" value={recuLe} max={today} onChange={setRecuLe} />
      </div>
      <ListeDesDepots depots={depots} />
      <div className={classes['bas']}>
        <ChoisirDesFichiers onFichiers={depots.deposer} variant="subtle">
          Joindre un fichier
        </ChoisirDesFichiers>
        <Button type="submit" loading={form.pending} aria-disabled={depots.enCours}>
          Enregistrer l’éloge
        </Button>
      </div>
    </form>
  )
}
