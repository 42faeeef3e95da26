import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CANAUX_DE_COURRIER } from '#core/courriers/contract.ts'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { contract, type ReclamationVue } from '../contract.ts'
import { LIBELLES_DES_PROCEDURES } from '../domain/labels.ts'
import { PROCEDURES, type Procedure } from '../domain/model.ts'
import { Choix } from './choix.tsx'
import { CANAUX_D_ENVOI, ChoixDuDestinataire } from './choix-du-destinataire.tsx'

const procedures = PROCEDURES.map((value) => ({ value, label: LIBELLES_DES_PROCEDURES[value] }))
const portees = [
  { value: 'partielle', label: 'Une partie' },
  { value: 'totale', label: 'Toute la réclamation' },
] as const

interface Valeurs {
  readonly procedure: Procedure
  readonly service: string
  readonly coordonnees: string
  readonly portee: 'totale' | 'partielle'
  readonly objet: string
  readonly canal: (typeof CANAUX_DE_COURRIER)[number]
  readonly destinataireId: string | null
}

const LIBELLES = {
  service: 'Service qui s’en occupe',
  coordonnees: 'Comment le joindre',
  objet: 'Ce qui relève de cette procédure',
  destinataireId: 'Adressée à',
} as const

/** Tells the person which procedure of the hospital her request follows. The file of that procedure is kept elsewhere. */
export function Orienter({ vue, onFermer }: { vue: ReclamationVue; onFermer: () => void }) {
  const [v, setV] = useState<Valeurs>({
    procedure: 'indemnisation',
    service: '',
    coordonnees: '',
    portee: 'partielle',
    objet: '',
    canal: vue.canalAccuse,
    destinataireId: null,
  })
  const change = (plus: Partial<Valeurs>): void => setV((avant) => ({ ...avant, ...plus }))
  const saisie = useSaisieDeDossier(contract.orienter, { annonce: 'Lettre prête.', onFait: onFermer })
  const { form } = saisie
  return (
    <FenetreDeSaisie
      titre="Orienter vers une autre procédure"
      bouton="Préparer la lettre"
      saisie={saisie}
      labels={LIBELLES}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          procedure: v.procedure,
          service: v.service,
          coordonnees: v.coordonnees,
          estTotale: v.portee === 'totale',
          objet: v.objet,
          canal: v.canal,
          destinataireId: v.destinataireId,
        }))
      }
    >
      <p className="pv-muted">
        La lettre dit à la personne quel service suit sa demande. Porte-voix garde l’orientation au
        dossier&nbsp;; la demande elle-même se remet à ce service, qui la suit à sa façon.
      </p>
      <Choix
        {...form.field('procedure')}
        legende="Il s’agit d’une"
        choix={procedures}
        valeur={v.procedure}
        onChange={(procedure) => change({ procedure })}
      />
      <TextInput
        {...form.field('service')}
        label={LIBELLES.service}
        placeholder="Direction des affaires juridiques"
        value={v.service}
        maxLength={200}
        onChange={(e) => change({ service: e.currentTarget.value })}
      />
      <TextInput
        {...form.field('coordonnees')}
        label={LIBELLES.coordonnees}
        placeholder="Téléphone, adresse électronique"
        value={v.coordonnees}
        maxLength={300}
        onChange={(e) => change({ coordonnees: e.currentTarget.value })}
      />
      <Textarea
        {...form.field('objet')}
        label={LIBELLES.objet}
        description="Ces mots figurent dans la lettre."
        value={v.objet}
        maxLength={2000}
        minRows={2}
        onChange={(e) => change({ objet: e.currentTarget.value })}
      />
      <Choix
        {...form.field('estTotale')}
        legende="Suit cette procédure"
        choix={portees}
        valeur={v.portee}
        onChange={(portee) => change({ portee })}
      />
      <Choix
        {...form.field('canal')}
        legende="La lettre partira"
        choix={CANAUX_D_ENVOI}
        valeur={v.canal}
        onChange={(canal) => change({ canal })}
      />
      <ChoixDuDestinataire
        personnes={vue.tronc.personnes}
        champ={form.field('destinataireId')}
        valeur={v.destinataireId}
        onChange={(destinataireId) => change({ destinataireId })}
      />
    </FenetreDeSaisie>
  )
}
