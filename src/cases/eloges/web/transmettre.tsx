import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ChampServices, FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { useStructures } from '#core/structures/web/index.ts'
import type { SentInputOf } from '#platform/contract.ts'
import { Notice } from '#platform/web/notice.tsx'
import { contract } from '../contract.ts'
import type { ATransmettre } from '../contract-transmission.ts'
import { LIBELLES_DES_ACCORDS } from '../domain/labels.ts'
import classes from './eloge.module.css'

type Destinataire = SentInputOf<typeof contract.transmettre>['destinataires'][number]

export interface TransmettreProps {
  readonly aTransmettre: ATransmettre
  readonly onFermer: () => void
}

/** To whom, in what words: the message leaves with its sheet, or the sheet is handed over. */
export function Transmettre({ aTransmettre, onFermer }: TransmettreProps) {
  const { equipes, courrielIndisponible } = aTransmettre
  const structures = useStructures()
  const [texte, setTexte] = useState(aTransmettre.texte)
  const versDestinataire = (structureId: string): Destinataire => {
    const [repondant] = equipes.find(({ id }) => id === structureId)?.repondants ?? []
    const { nom, courriel } = repondant ?? { nom: '', courriel: '' }
    return { structureId, nom, courriel, parCourriel: courrielIndisponible === null }
  }
  const [destinataires, setDestinataires] = useState<readonly Destinataire[]>(() =>
    equipes.map(({ id }) => versDestinataire(id)),
  )
  const [rates, setRates] = useState<readonly string[]>([])
  const saisie = useSaisieDeDossier(contract.transmettre, { annonce: 'Transmission enregistrée.' })
  const { form } = saisie
  const choisir = (ids: readonly string[]): void =>
    setDestinataires(ids.map((id) => destinataires.find((d) => d.structureId === id) ?? versDestinataire(id)))
  const changer = (rang: number, morceau: Partial<Destinataire>): void =>
    setDestinataires(destinataires.map((d, i) => (i === rang ? { ...d, ...morceau } : d)))
  const envoyer = async (): Promise<void> => {
    const fait = await saisie.envoyer((cible) => ({
      ...cible,
      texte,
      destinataires: destinataires.map((d) => ({ ...d, nom: d.nom.trim(), courriel: d.courriel.trim() })),
    }))
    if (fait === null) return
    const enDefaut = fait.envois.filter(({ raison }) => raison !== null)
    if (enDefaut.length === 0) onFermer()
    else setRates(enDefaut.map(({ structure, raison }) => `${structure} : ${raison}`))
  }
  const nomDe = (id: string): string => structures.find((s) => s.id === id)?.nom ?? 'Service'
  return (
    <FenetreDeSaisie
      titre="Transmettre à l’équipe"
      bouton="Transmettre"
      taille="xl"
      saisie={saisie}
      labels={{ texte: 'Ce que l’équipe lira', destinataires: 'Équipes' }}
      onFermer={onFermer}
      onEnvoyer={() => void envoyer()}
      comparer={() => []}
    >
      {rates.map((rate) => (
        <Notice key={rate} tone="late">
          {rate}
        </Notice>
      ))}
      <ChampServices
        {...form.field('destinataires')}
        label="Équipes remerciées"
        description="Chacune reçoit le message et une fiche A4 à afficher."
        valeur={destinataires.map(({ structureId }) => structureId)}
        onChange={choisir}
      />
      {destinataires.map((destinataire, rang) => (
        <Equipe
          key={destinataire.structureId}
          nom={nomDe(destinataire.structureId)}
          destinataire={destinataire}
          courrielIndisponible={courrielIndisponible}
          field={(cle) => form.field(`destinataires.${rang}.${cle}`)}
          onChange={(morceau) => changer(rang, morceau)}
        />
      ))}
      <Textarea
        {...form.field('texte')}
        label="Ce que l’équipe lira"
        description={`${LIBELLES_DES_ACCORDS[aTransmettre.accord]} Relisez : ni nom qui ne doit pas s’y trouver, ni information de santé.`}
        value={texte}
        minRows={6}
        maxRows={16}
        onChange={(e) => setTexte(e.currentTarget.value)}
      />
      {aTransmettre.signature !== '' && (
        <p className="pv-muted pv-small">Signé&nbsp;: {aTransmettre.signature}</p>
      )}
    </FenetreDeSaisie>
  )
}

interface EquipeProps {
  readonly nom: string
  readonly destinataire: Destinataire
  readonly courrielIndisponible: string | null
  readonly field: (cle: string) => { id: string; error: string | undefined }
  readonly onChange: (morceau: Partial<Destinataire>) => void
}

function Equipe({ nom, destinataire, courrielIndisponible, field, onChange }: EquipeProps) {
  const sansAdresse = destinataire.courriel.trim() === ''
  return (
    <fieldset className={`pv-fieldset ${classes['equipe']}`}>
      <legend>{nom}</legend>
      <div className="pv-form-columns">
        <TextInput
          {...field('nom')}
          label="À qui (facultatif)"
          maxLength={200}
          value={destinataire.nom}
          onChange={(e) => onChange({ nom: e.currentTarget.value })}
        />
        <TextInput
          {...field('courriel')}
          label="Adresse électronique"
          type="email"
          value={destinataire.courriel}
          onChange={(e) => onChange({ courriel: e.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="Envoyer par courriel, avec la fiche jointe"
        description={
          courrielIndisponible ??
          (sansAdresse
            ? 'Sans adresse, imprimez la fiche et remettez-la.'
            : 'Un courriel parti ne se rattrape pas.')
        }
        checked={destinataire.parCourriel && !sansAdresse && courrielIndisponible === null}
        disabled={sansAdresse || courrielIndisponible !== null}
        onChange={(e) => onChange({ parCourriel: e.currentTarget.checked })}
      />
    </fieldset>
  )
}
