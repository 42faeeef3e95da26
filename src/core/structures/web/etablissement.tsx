import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { addressLines, PostalAddressField } from '#platform/web/postal-address-field.tsx'
import type { ProblemError } from '#platform/web/problem-error.ts'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { type ConflictingValue, VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract, type EtablissementSaisi, etablissementSaisi } from '../contract.ts'
import { FUSEAUX, LIBELLES_DES_FUSEAUX } from '../domain/fuseaux.ts'

type EtablissementVu = OutputOf<typeof contract.obtenirEtablissement>

const LIBELLES = {
  nom: 'Nom de l’établissement',
  serviceNom: 'Nom du service',
  adresse: 'Adresse postale',
  courriel: 'Adresse électronique',
  telephone: 'Téléphone',
  finess: 'Numéro FINESS',
  signataireNom: 'Nom du signataire',
  signataireQualite: 'Qualité du signataire',
  tribunal: 'Tribunal administratif',
  fuseau: 'Fuseau horaire',
  calendrier: 'Jours fériés',
} as const
const CHAMPS = [
  'nom',
  'serviceNom',
  'courriel',
  'telephone',
  'finess',
  'signataireNom',
  'signataireQualite',
  'tribunal',
] as const
type Champ = (typeof CHAMPS)[number]

const versionActuelle = etablissementSaisi.extend({ version: z.int() })
type Actuel = z.output<typeof versionActuelle>

/** What the establishment is now, when someone was faster. */
function etablissementActuel(problem: ProblemError | null): Actuel | null {
  if (problem?.code !== 'stale') return null
  return versionActuelle.safeParse(problem.actuel).data ?? null
}

const valeursEnConflit = (
  miennes: EtablissementSaisi,
  actuelles: EtablissementSaisi,
): readonly ConflictingValue[] => [
  { label: LIBELLES.adresse, mine: miennes.adresse.join('\n'), current: actuelles.adresse.join('\n') },
  ...CHAMPS.map((nom) => ({ label: LIBELLES[nom], mine: miennes[nom], current: actuelles[nom] })),
]

/** What letters say of the establishment. */
export function Etablissement() {
  const query = useOperation(contract.obtenirEtablissement, {})
  return (
    <Page narrow>
      <PageHeader
        title="Établissement"
        lead="Ces renseignements figurent sur les courriers et les accusés de réception."
      />
      <QueryView query={query}>
        {(etablissement) => <Formulaire key={etablissement.version} etablissement={etablissement} />}
      </QueryView>
    </Page>
  )
}

function Formulaire({ etablissement }: { etablissement: EtablissementVu }) {
  const [valeurs, setValeurs] = useState(etablissement)
  const [adresse, setAdresse] = useState(etablissement.adresse.join('\n'))
  const invalidate = useInvalidate()
  const form = useOperationForm(contract.modifierEtablissement, async () => {
    toast('Établissement enregistré.')
    await invalidate(contract.obtenirEtablissement)
  })
  const envoyer = (version: number): void => {
    void form.submit({
      ...valeurs,
      version,
      adresse: addressLines(adresse),
      courriel: valeurs.courriel.trim(),
      finess: valeurs.finess.replace(/\s/g, ''),
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    envoyer(etablissement.version)
  }
  const actuel = etablissementActuel(form.problem)
  const champ = (nom: Champ) => ({
    ...form.field(nom),
    label: LIBELLES[nom],
    value: valeurs[nom],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget
      setValeurs((v) => ({ ...v, [nom]: value }))
    },
  })
  return (
    <form className="pv-stack" onSubmit={submit} noValidate>
      {actuel === null ? (
        <ErrorSummary form={form} labels={LIBELLES} />
      ) : (
        <VersionConflict
          what="l’établissement"
          values={valeursEnConflit({ ...valeurs, adresse: addressLines(adresse) }, actuel)}
          onKeep={() => envoyer(actuel.version)}
          onTake={() => void invalidate(contract.obtenirEtablissement)}
        />
      )}
      <Card title="En tête des courriers">
        <div className="pv-form">
          <TextInput {...champ('nom')} />
          <TextInput
            {...champ('serviceNom')}
            description="Les accusés de réception doivent désigner le service chargé du dossier (CRPA, art. R112-5)."
          />
          <PostalAddressField
            id={form.idOf('adresse')}
            errors={form.errors}
            path="adresse"
            label={LIBELLES.adresse}
            description="Telle qu’elle s’imprime sur une enveloppe : six lignes au plus, de 38 caractères."
            value={adresse}
            onChange={setAdresse}
          />
          <div className="pv-form-columns">
            <TextInput {...champ('courriel')} type="email" />
            <TextInput {...champ('telephone')} type="tel" />
          </div>
          <TextInput
            {...champ('finess')}
            description="Neuf chiffres, facultatif."
            inputMode="numeric"
            maw={240}
          />
        </div>
      </Card>
      <Card title="Signature et recours">
        <div className="pv-form">
          <div className="pv-form-columns">
            <TextInput {...champ('signataireNom')} />
            <TextInput
              {...champ('signataireQualite')}
              description="« La directrice des relations avec les usagers »."
            />
          </div>
          <TextInput
            {...champ('tribunal')}
            description="Nom et adresse du tribunal que citent les voies de recours."
          />
        </div>
      </Card>
      <Card title="Délais">
        <div className="pv-form">
          <Select
            {...form.field('fuseau')}
            label={LIBELLES.fuseau}
            description="Fixe le jour des réceptions et des échéances."
            data={FUSEAUX.map((code) => ({ value: code, label: LIBELLES_DES_FUSEAUX[code] }))}
            value={valeurs.fuseau}
            onChange={(choisi) => {
              const fuseau = FUSEAUX.find((code) => code === choisi)
              if (fuseau !== undefined) setValeurs((v) => ({ ...v, fuseau }))
            }}
            allowDeselect={false}
          />
          <Select
            {...form.field('calendrier')}
            label={LIBELLES.calendrier}
            description="Un changement recalcule les échéances des dossiers ouverts."
            data={etablissement.calendriers.map(({ code, libelle }) => ({ value: code, label: libelle }))}
            value={valeurs.calendrier}
            onChange={(calendrier) => {
              if (calendrier !== null) setValeurs((v) => ({ ...v, calendrier }))
            }}
            allowDeselect={false}
          />
        </div>
      </Card>
      <div className="pv-form-actions">
        <Button type="submit" loading={form.pending}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
