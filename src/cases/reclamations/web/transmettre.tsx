import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { CANAUX_DE_COURRIER } from '#core/courriers/contract.ts'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { FicheCorrespondant, useCorrespondants } from '#core/structures/web/index.ts'
import { contract, type ReclamationVue } from '../contract.ts'
import { Choix } from './choix.tsx'
import { CANAUX_D_ENVOI, ChoixDuDestinataire } from './choix-du-destinataire.tsx'

const portees = [
  { value: 'totale', label: 'Toute la réclamation' },
  { value: 'partielle', label: 'Une partie' },
] as const
const contenus = [
  { value: 'ecrit', label: 'Ce que la personne a écrit' },
  { value: 'sante', label: 'Aussi des données de santé' },
] as const

type Canal = (typeof CANAUX_DE_COURRIER)[number]

interface Valeurs {
  readonly correspondantId: string | null
  readonly portee: 'totale' | 'partielle'
  readonly objet: string
  readonly contenu: 'ecrit' | 'sante'
  readonly estAccordee: boolean
  readonly pieces: readonly string[]
  readonly canal: Canal
  readonly canalDeLAvis: Canal
  readonly destinataireId: string | null
}

/** What the person sent goes with the letter unless the agent takes it out; what the hospital wrote does not. */
const piecesProposees = (vue: ReclamationVue): ReclamationVue['pieces'] =>
  vue.pieces.filter(({ nature }) => nature !== 'courrier')

const LIBELLES = {
  correspondantId: 'Transmise à',
  objet: 'Ce qui est transmis, et pourquoi',
  destinataireId: 'Adressée à',
} as const

/** Sends the complaint on to the administration that is competent: both letters are made from the Word templates. */
export function Transmettre({ vue, onFermer }: { vue: ReclamationVue; onFermer: () => void }) {
  const correspondants = useCorrespondants()
  const [nouveau, setNouveau] = useState(false)
  const proposees = piecesProposees(vue)
  const [v, setV] = useState<Valeurs>({
    correspondantId: null,
    portee: 'partielle',
    objet: '',
    contenu: 'ecrit',
    estAccordee: false,
    pieces: proposees.map(({ id }) => id),
    canal: 'papier',
    canalDeLAvis: vue.canalAccuse,
    destinataireId: null,
  })
  const change = (plus: Partial<Valeurs>): void => setV((avant) => ({ ...avant, ...plus }))
  const saisie = useSaisieDeDossier(contract.transmettre, { annonce: 'Lettres prêtes.', onFait: onFermer })
  const { form } = saisie
  const choisi = correspondants.find(({ id }) => id === v.correspondantId)
  const { estAnonyme, tronc } = vue
  const avise = tronc.personnes.some(({ role }) => role === 'auteur')
  return (
    <>
      <FenetreDeSaisie
        titre="Transmettre la réclamation"
        bouton={avise ? 'Préparer les deux lettres' : 'Préparer la lettre'}
        saisie={saisie}
        labels={LIBELLES}
        onFermer={onFermer}
        onEnvoyer={() =>
          void saisie.envoyer((cible) => ({
            ...cible,
            correspondantId: v.correspondantId ?? '',
            estTotale: v.portee === 'totale',
            objet: v.objet,
            avecDonneesDeSante: v.contenu === 'sante',
            estAccordee: v.estAccordee,
            pieces: [...v.pieces],
            canal: v.canal,
            canalDeLAvis: v.canalDeLAvis,
            destinataireId: v.destinataireId,
          }))
        }
      >
        <div>
          <Select
            {...form.field('correspondantId')}
            label={LIBELLES.correspondantId}
            placeholder={
              correspondants.length === 0 ? 'Aucun correspondant : ajoutez-en un' : 'Choisir un correspondant'
            }
            data={correspondants.map(({ id, nom }) => ({ value: id, label: nom }))}
            value={v.correspondantId}
            searchable
            onChange={(correspondantId) => change({ correspondantId })}
            data-autofocus
          />
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setNouveau(true)}>
            Ajouter un correspondant
          </Button>
        </div>
        {choisi?.nature === 'defenseur-des-droits' && (
          <Checkbox
            checked={v.estAccordee}
            label="La personne est d’accord"
            description="Le Défenseur des droits est saisi par la personne elle-même."
            onChange={(e) => change({ estAccordee: e.currentTarget.checked })}
          />
        )}
        <Choix
          {...form.field('estTotale')}
          legende="Est transmise"
          choix={portees}
          valeur={v.portee}
          onChange={(portee) => change({ portee })}
        />
        <Textarea
          {...form.field('objet')}
          label={LIBELLES.objet}
          description="Ces mots figurent dans les deux lettres."
          value={v.objet}
          maxLength={2000}
          minRows={2}
          onChange={(e) => change({ objet: e.currentTarget.value })}
        />
        {proposees.length > 0 && (
          <Checkbox.Group
            label="Pièces jointes à la lettre"
            value={[...v.pieces]}
            onChange={(pieces) => change({ pieces })}
          >
            {proposees.map(({ id, nom }) => (
              <Checkbox key={id} value={id} label={nom} mt={4} />
            ))}
          </Checkbox.Group>
        )}
        <Choix
          id={form.idOf('avecDonneesDeSante')}
          error={undefined}
          legende="Ce qui part"
          choix={contenus}
          valeur={v.contenu}
          onChange={(contenu) => change({ contenu })}
        />
        {v.contenu === 'sante' && (
          <p className="pv-muted pv-small">
            Le consentement écrit de chaque personne soignée du dossier, enregistré sur sa fiche, est exigé.
          </p>
        )}
        <Choix
          {...form.field('canal')}
          legende="La transmission partira"
          choix={CANAUX_D_ENVOI}
          valeur={v.canal}
          onChange={(canal) => change({ canal })}
        />
        {avise && (
          <>
            <Choix
              {...form.field('canalDeLAvis')}
              legende="La lettre à la personne partira"
              choix={CANAUX_D_ENVOI}
              valeur={v.canalDeLAvis}
              onChange={(canalDeLAvis) => change({ canalDeLAvis })}
            />
            <ChoixDuDestinataire
              personnes={tronc.personnes}
              champ={form.field('destinataireId')}
              valeur={v.destinataireId}
              onChange={(destinataireId) => change({ destinataireId })}
            />
          </>
        )}
        {!avise && (
          <p className="pv-muted pv-small">
            {estAnonyme ? 'Réclamation anonyme' : 'Auteur inconnu'}&nbsp;: il n’y a personne à aviser.
          </p>
        )}
      </FenetreDeSaisie>
      {nouveau && (
        <Suspense>
          <FicheCorrespondant
            correspondant={null}
            onFermer={() => setNouveau(false)}
            onCree={(correspondantId) => change({ correspondantId })}
          />
        </Suspense>
      )}
    </>
  )
}
