import { Checkbox, Modal, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie } from '#core/dossiers/web/index.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type LienFait, type TacheVue } from '../contract.ts'
import { NIVEAU_DE_RELANCE } from '../domain/labels.ts'
import { type Envoi, NIVEAUX_DE_RELANCE, type NiveauDeRelance } from '../domain/tache.ts'
import { LiensAMontrer } from './liens-a-montrer.tsx'

interface RelanceFaite {
  readonly lien: LienFait
  readonly envoi: Envoi
  readonly raison: string | null
}

const rangDe = (niveau: NiveauDeRelance): number => NIVEAUX_DE_RELANCE.indexOf(niveau)

/** The level proposed, or the heaviest already made: never a lighter one. */
function niveauDeDepart(tache: TacheVue): NiveauDeRelance {
  const faites = tache.relances.map((r) => r.niveau).toSorted((a, b) => rangDe(b) - rangDe(a))
  return tache.relanceProposee?.niveau ?? faites[0] ?? 'rappel'
}

/** A reminder: recorded, then sent or copied, with a link of its own. */
export function RelancerFenetre({
  tache,
  courrielIndisponible,
  onFermer,
}: {
  tache: TacheVue
  courrielIndisponible: string | null
  onFermer: () => void
}) {
  const invalider = useInvalidateAll()
  const { nom: nomConnu, courriel: courrielConnu } = tache.destinataire
  const [niveau, setNiveau] = useState(niveauDeDepart(tache))
  const [nom, setNom] = useState(niveau === 'hierarchie' ? '' : nomConnu)
  const [courriel, setCourriel] = useState(niveau === 'hierarchie' ? '' : courrielConnu)
  const [parCourriel, setParCourriel] = useState(courrielIndisponible === null)
  const [faite, setFaite] = useState<RelanceFaite | null>(null)
  const form = useOperationForm(contract.relancer, async () => {
    await invalider()
  })
  const choisir = (autre: NiveauDeRelance): void => {
    setNiveau(autre)
    // The hierarchy is someone else: the addressee of the request is not proposed for it.
    if (autre === 'hierarchie' && nom === nomConnu && courriel === courrielConnu) {
      setNom('')
      setCourriel('')
    } else if (niveau === 'hierarchie' && nom === '' && courriel === '') {
      setNom(nomConnu)
      setCourriel(courrielConnu)
    }
  }
  const envoyer = async (): Promise<void> => {
    const fait = await form.submit({
      id: tache.id,
      version: tache.version,
      niveau,
      nom: nom.trim(),
      courriel: courriel.trim(),
      parCourriel: parCourriel && courriel.trim() !== '' && courrielIndisponible === null,
    })
    if (fait === null) return
    if (fait.envoi === 'parti') {
      toast(`${NIVEAU_DE_RELANCE[niveau].libelle}\u00a0: courriel parti.`)
      onFermer()
    } else setFaite(fait)
  }
  if (faite !== null) {
    return (
      <Modal opened onClose={onFermer} title="Relance à transmettre" size="lg">
        {faite.raison !== null && (
          <Notice tone="late">
            {faite.envoi === 'incertain'
              ? 'Ce courriel est peut-être parti, sans certitude'
              : 'Le courriel n’est pas parti'}
            &nbsp;: {faite.raison}
          </Notice>
        )}
        <LiensAMontrer liens={[faite.lien]} courrielIndisponible={courrielIndisponible} />
      </Modal>
    )
  }
  const minimum = Math.max(-1, ...tache.relances.map((r) => rangDe(r.niveau)))
  return (
    <FenetreDeSaisie
      titre={`Relancer « ${tache.structure?.nom ?? nomConnu} »`}
      bouton="Enregistrer la relance"
      saisie={{ form, actuel: null }}
      labels={{ nom: 'À qui', courriel: 'Adresse électronique' }}
      onFermer={onFermer}
      onEnvoyer={() => void envoyer()}
    >
      <Radio.Group label="Niveau" value={niveau} onChange={(v) => choisir(v as NiveauDeRelance)}>
        {NIVEAUX_DE_RELANCE.map((un) => (
          <Radio
            key={un}
            value={un}
            mt={6}
            label={NIVEAU_DE_RELANCE[un].libelle}
            disabled={rangDe(un) < minimum}
            {...(rangDe(un) < minimum ? { description: 'Une relance plus pressante a déjà été faite.' } : {})}
          />
        ))}
      </Radio.Group>
      <div className="pv-form-columns">
        <TextInput
          {...form.field('nom')}
          label="À qui"
          value={nom}
          maxLength={200}
          onChange={(e) => setNom(e.currentTarget.value)}
        />
        <TextInput
          {...form.field('courriel')}
          label="Adresse électronique"
          type="email"
          value={courriel}
          onChange={(e) => setCourriel(e.currentTarget.value)}
        />
      </div>
      {courrielIndisponible === null ? (
        <Checkbox
          label="Envoyer par courriel"
          description="Sans adresse, ou si vous préférez, le message est à copier."
          checked={parCourriel}
          onChange={(e) => setParCourriel(e.currentTarget.checked)}
        />
      ) : (
        <p className="pv-muted pv-small">{courrielIndisponible}</p>
      )}
      <p className="pv-muted pv-small">
        Le message porte un nouveau lien&nbsp;; les précédents restent valables&nbsp;: quelqu’un y écrit
        peut-être.
      </p>
    </FenetreDeSaisie>
  )
}
