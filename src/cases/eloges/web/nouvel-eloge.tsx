import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import { ChampServices } from '#core/dossiers/web/index.ts'
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
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import classes from './nouvel-eloge.module.css'
import { cheminDeLEloge } from './paths.ts'

const canaux = CANAUX.map((value) => ({ value, label: LIBELLES_DES_CANAUX[value] }))
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
  return (
    <Page narrow>
      <PageHeader
        title="Nouvel éloge"
        lead="Écrivez ou collez le message ; un service et un nom si vous les connaissez. Ctrl + Entrée enregistre."
      />
      {dernier !== null && <Enregistre dernier={dernier} />}
      <Formulaire
        key={rang}
        today={today}
        onFait={(fait) => {
          setDernier(fait)
          setRang(rang + 1)
        }}
      />
    </Page>
  )
}

interface FormulaireProps {
  readonly today: string
  readonly onFait: (fait: { id: string; numero: string }) => void
}

function Formulaire({ today, onFait }: FormulaireProps) {
  const invalider = useInvalidateAll()
  const [texte, setTexte] = useState('')
  const [auteur, setAuteur] = useState('')
  const [services, setServices] = useState<readonly string[]>([])
  const [canal, setCanal] = useState<Canal>('courrier')
  const [recuLe, setRecuLe] = useState(today)
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
    void form.submit({ texte, auteur, services: [...services], canal, recuLe, pieces })
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
