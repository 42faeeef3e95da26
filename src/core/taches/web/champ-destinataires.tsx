import { TextInput } from '@mantine/core'
import { ChampServices, useDossier } from '#core/dossiers/web/index.ts'
import { useStructures } from '#core/structures/web/index.ts'
import type { DestinataireSaisi } from '../contract.ts'
import classes from './taches.module.css'

export interface ChampDestinatairesProps {
  readonly label: string
  readonly valeur: readonly DestinataireSaisi[]
  readonly onChange: (destinataires: readonly DestinataireSaisi[]) => void
  readonly field: (path: string) => { id: string; error: string | undefined }
}

const CHAMP = 'demande.destinataires'
const CASES = [
  { cle: 'nom', label: 'À qui (facultatif)', type: 'text' },
  { cle: 'fonction', label: 'Fonction', type: 'text' },
  { cle: 'courriel', label: 'Adresse électronique', type: 'email' },
] as const

/** The services asked, and for each who will receive the link when it is known. */
export function ChampDestinataires({ label, valeur, onChange, field }: ChampDestinatairesProps) {
  const structures = useStructures()
  const { tronc } = useDossier()
  const choisir = (ids: readonly string[]): void =>
    onChange(
      ids.map(
        (structureId) =>
          valeur.find((d) => d.structureId === structureId) ?? {
            structureId,
            nom: '',
            fonction: '',
            courriel: '',
          },
      ),
    )
  const changer = (rang: number, morceau: Partial<DestinataireSaisi>): void =>
    onChange(valeur.map((d, i) => (i === rang ? { ...d, ...morceau } : d)))
  const horsDuDossier = valeur.filter(
    ({ structureId }) => !tronc.services.some(({ id }) => id === structureId),
  )
  const nomDe = (id: string | null): string => structures.find((s) => s.id === id)?.nom ?? 'Service'
  const erreurs = valeur.flatMap((_d, rang) => field(`${CHAMP}.${rang}`).error ?? [])
  return (
    <>
      <ChampServices
        id={field(CHAMP).id}
        error={field(CHAMP).error ?? erreurs[0]}
        label={label}
        description={
          horsDuDossier.length === 0
            ? 'Chacun reçoit son propre lien et ne voit que sa demande.'
            : `${horsDuDossier.map((d) => nomDe(d.structureId)).join(', ')} : service non concerné par le dossier, il répondra par le lien seulement.`
        }
        valeur={valeur.flatMap(({ structureId }) => structureId ?? [])}
        onChange={choisir}
      />
      {valeur.map((destinataire, rang) => (
        <fieldset key={destinataire.structureId} className={`pv-fieldset ${classes['destinataire']}`}>
          <legend>{nomDe(destinataire.structureId)}</legend>
          <div className="pv-form-columns">
            {CASES.map(({ cle, label: intitule, type }) => (
              <TextInput
                key={cle}
                {...field(`${CHAMP}.${rang}.${cle}`)}
                label={intitule}
                type={type}
                maxLength={200}
                value={destinataire[cle]}
                onChange={(e) => changer(rang, { [cle]: e.currentTarget.value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
