import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract, type ReclamationVue } from '../contract.ts'
import {
  ChampProvenance,
  enProvenanceSaisie,
  PROVENANCE_VIDE,
  type ProvenanceEnSaisie,
} from './champ-provenance.tsx'

type ProvenanceVue = ReclamationVue['provenances'][number]

const enSaisie = (p: ProvenanceVue | null): ProvenanceEnSaisie =>
  p === null
    ? { ...PROVENANCE_VIDE, nature: 'ars' }
    : {
        nature: p.nature,
        nom: p.nom,
        reference: p.reference,
        premiereReceptionLe: p.premiereReceptionLe ?? '',
        explicationsPourLe: p.explicationsPourLe ?? '',
      }

export interface NoterProvenanceProps {
  readonly vue: ReclamationVue
  /** null to say afterwards who handed it over */
  readonly provenance: ProvenanceVue | null
  readonly onFermer: () => void
}

/** Who handed the complaint over: said afterwards, or completed when the transmitter answers. */
export function NoterProvenance({ vue, provenance, onFermer }: NoterProvenanceProps) {
  const { today } = useWebSession()
  const [valeur, setValeur] = useState<ProvenanceEnSaisie>(() => enSaisie(provenance))
  const [recueLe, setRecueLe] = useState(provenance?.recueLe ?? vue.tronc.recuLe)
  const saisie = useSaisieDeDossier(contract.noterProvenance, {
    annonce: 'Provenance notée.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={provenance === null ? 'Qui l’a transmise' : 'Compléter la provenance'}
      bouton="Enregistrer"
      saisie={saisie}
      labels={{
        nom: 'Nom',
        recueLe: 'Arrivée ici le',
        premiereReceptionLe: 'Reçue là-bas le',
        explicationsPourLe: 'Explications demandées pour le',
      }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          ...(enProvenanceSaisie(valeur) ?? { ...PROVENANCE_VIDE, nature: 'autre' as const }),
          provenanceId: provenance?.id ?? null,
          recueLe,
        }))
      }
    >
      <ChampProvenance
        valeur={valeur}
        onChange={(v) => {
          if (v !== null) setValeur(v)
        }}
        champ={saisie.form.field}
        recuLe={recueLe}
        estRequise
      />
      <DayField
        {...saisie.form.field('recueLe')}
        label="Sa lettre est arrivée ici le"
        value={recueLe}
        max={today}
        onChange={setRecueLe}
      />
    </FenetreDeSaisie>
  )
}
