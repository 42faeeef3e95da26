import { Button, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { SentInputOf } from '#platform/contract.ts'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { addressLines, PostalAddressField } from '#platform/web/postal-address-field.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { MotDePasseNeuf } from './mot-de-passe-neuf.tsx'
import { useEtatDeSession } from './session.ts'
import { Seuil } from './seuil.tsx'

const VIDE = {
  code: '',
  nom: '',
  finess: '',
  serviceNom: 'Direction des relations avec les usagers',
  adresse: '',
  courriel: '',
  telephone: '',
  tribunal: '',
  adminNom: '',
  adminPrenom: '',
  identifiant: '',
  motDePasse: '',
}
type Valeurs = typeof VIDE

const LIBELLES = {
  code: 'Code d’installation',
  'etablissement.nom': 'Nom de l’établissement',
  'etablissement.serviceNom': 'Nom du service',
  'etablissement.adresse': 'Adresse postale',
  'etablissement.courriel': 'Adresse électronique',
  'etablissement.telephone': 'Téléphone',
  'etablissement.finess': 'Numéro FINESS',
  'etablissement.tribunal': 'Tribunal administratif',
  'administrateur.prenom': 'Prénom',
  'administrateur.nom': 'Nom',
  'administrateur.identifiant': 'Identifiant',
  'administrateur.motDePasse': 'Mot de passe',
} as const

const saisieDe = (v: Valeurs): SentInputOf<typeof contract.installer> => ({
  code: v.code.trim(),
  etablissement: {
    nom: v.nom,
    finess: v.finess.replace(/\s/g, ''),
    serviceNom: v.serviceNom,
    adresse: addressLines(v.adresse),
    courriel: v.courriel.trim(),
    telephone: v.telephone,
    tribunal: v.tribunal,
  },
  administrateur: {
    nom: v.adminNom,
    prenom: v.adminPrenom,
    identifiant: v.identifiant.trim(),
    motDePasse: v.motDePasse,
  },
})

/** First run: the code of the terminal, the establishment as it signs its letters, the first administrator. */
export function Installation() {
  const [valeurs, setValeurs] = useState(VIDE)
  const session = useEtatDeSession()
  const form = useOperationForm(contract.installer, async () => {
    toast('Porte-voix est installé. Connectez-vous avec le compte que vous venez de créer.')
    await session.refetch()
  })
  useEffect(() => {
    document.title = 'Installation · Porte-voix'
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit(saisieDe(valeurs))
  }
  const saisir = (nom: keyof Valeurs) => (valeur: string) => setValeurs((v) => ({ ...v, [nom]: valeur }))
  const champ = (nom: keyof Valeurs, chemin: keyof typeof LIBELLES) => ({
    ...form.field(chemin),
    label: LIBELLES[chemin],
    value: valeurs[nom],
    onChange: (event: { currentTarget: HTMLInputElement }) => saisir(nom)(event.currentTarget.value),
  })
  return (
    <Seuil
      wide
      title="Bienvenue. Installons Porte-voix"
      lead="Cinq minutes, une seule fois. Ces renseignements figurent sur vos courriers ; vous pourrez les corriger ensuite."
    >
      <form className="pv-form" style={{ gap: 32 }} onSubmit={submit} noValidate autoComplete="off">
        <ErrorSummary form={form} labels={LIBELLES} />
        <fieldset className="pv-fieldset">
          <legend>1. Prouvez que vous êtes sur place</legend>
          <TextInput
            {...champ('code', 'code')}
            description="Il est affiché dans la fenêtre du terminal qui a lancé Porte-voix. Il évite qu’un autre poste du réseau s’installe à votre place."
            maw={320}
            autoCapitalize="characters"
            spellCheck={false}
          />
        </fieldset>
        <fieldset className="pv-fieldset">
          <legend>2. L’établissement</legend>
          <TextInput
            {...champ('nom', 'etablissement.nom')}
            description="Tel qu’il figure en tête de vos courriers."
          />
          <TextInput
            {...champ('serviceNom', 'etablissement.serviceNom')}
            description="Tel qu’il signe : les accusés de réception doivent le nommer (CRPA, art. R112-5)."
          />
          <PostalAddressField
            id={form.idOf('etablissement.adresse')}
            errors={form.errors}
            path="etablissement.adresse"
            label={LIBELLES['etablissement.adresse']}
            description="Telle qu’elle s’imprime sur une enveloppe : six lignes au plus, de 38 caractères."
            value={valeurs.adresse}
            onChange={saisir('adresse')}
          />
          <div className="pv-form-columns">
            <TextInput {...champ('courriel', 'etablissement.courriel')} type="email" autoComplete="off" />
            <TextInput {...champ('telephone', 'etablissement.telephone')} type="tel" autoComplete="off" />
          </div>
          <div className="pv-form-columns">
            <TextInput
              {...champ('finess', 'etablissement.finess')}
              label={<Facultatif libelle="Numéro FINESS" />}
              description="Neuf chiffres."
              inputMode="numeric"
            />
            <TextInput
              {...champ('tribunal', 'etablissement.tribunal')}
              label={<Facultatif libelle="Tribunal administratif" />}
              description="Celui dont les courriers indiquent l’adresse pour les recours."
            />
          </div>
        </fieldset>
        <fieldset className="pv-fieldset">
          <legend>3. Le premier administrateur</legend>
          <Text c="dimmed" size="sm">
            Il crée les comptes des agents et les services ; il ne voit aucun dossier.
          </Text>
          <div className="pv-form-columns">
            <TextInput {...champ('adminPrenom', 'administrateur.prenom')} />
            <TextInput {...champ('adminNom', 'administrateur.nom')} />
          </div>
          <div className="pv-form-columns">
            <TextInput
              {...champ('identifiant', 'administrateur.identifiant')}
              description="Par exemple « c.vasseur »."
              autoCapitalize="none"
              spellCheck={false}
            />
            <MotDePasseNeuf
              {...form.field('administrateur.motDePasse')}
              label={LIBELLES['administrateur.motDePasse']}
              value={valeurs.motDePasse}
              onChange={saisir('motDePasse')}
            />
          </div>
        </fieldset>
        <div className="pv-form-actions">
          <Button type="submit" size="lg" loading={form.pending}>
            Installer Porte-voix
          </Button>
        </div>
      </form>
    </Seuil>
  )
}

const Facultatif = ({ libelle }: { libelle: string }) => (
  <>
    {libelle} <span className="pv-optional">facultatif</span>
  </>
)
