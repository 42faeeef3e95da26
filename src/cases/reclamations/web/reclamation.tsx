import { useState } from 'react'
import { Chronologie, PageDeDossier, RecitDuDossier } from '#core/dossiers/web/index.ts'
import { PiecesDuDossier } from '#core/pieces/web/index.ts'
import { DemandesDuDossier } from '#core/taches/web/index.ts'
import { formatDay, formatShortDate } from '#platform/web/formats.ts'
import { usePathParam, useQueryParams } from '#platform/web/navigation.ts'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract, type ReclamationVue } from '../contract.ts'
import { LIBELLES_DES_QUALITES } from '../domain/labels.ts'
import { transmetteurEnMots } from '../domain/provenance.ts'
import { Actions } from './actions.tsx'
import { CourriersDeReclamation } from './courriers-de-reclamation.tsx'
import { DemanderExplications } from './demander-explications.tsx'
import { type Etape, etapeDemandee, etapeSuivante, piecesEnChronologie } from './etape.tsx'
import { Fenetres } from './fenetres.tsx'
import { GriefsDeReclamation } from './griefs-de-reclamation.tsx'
import { Onglets } from './onglets.tsx'
import classes from './reclamation.module.css'
import { Transmissions } from './transmissions.tsx'

const PAR: Readonly<Record<ReclamationVue['canal'], string>> = {
  courriel: 'par courriel',
  courrier: 'par courrier',
  guichet: 'au guichet',
  telephone: 'par téléphone',
  formulaire: 'par le formulaire en ligne',
}

const libelleDeQualite = (qualite: string): string => {
  const libelles: Readonly<Record<string, string>> = LIBELLES_DES_QUALITES
  return (libelles[qualite] ?? qualite).toLocaleLowerCase('fr')
}

/** Day of the last standing fact of these codes. */
function jourDe(vue: ReclamationVue, codes: readonly string[]): string | undefined {
  return vue.tronc.faits.findLast(({ code, estRectifie }) => codes.includes(code) && !estRectifie)?.survenuLe
}

function precisionsDe(vue: ReclamationVue, today: string): Record<string, string> {
  const jours = {
    recu: vue.tronc.recuLe,
    accuse: jourDe(vue, ['accuse-reception-electronique-envoye', 'accuse-reception-papier-envoye']),
    repondu: jourDe(vue, ['reponse-envoyee']),
    clos: vue.tronc.estClos ? jourDe(vue, ['reclamation-close']) : undefined,
  }
  return Object.fromEntries(
    Object.entries(jours).flatMap(([etat, jour]) =>
      jour === undefined ? [] : [[etat, formatShortDate(jour, today)]],
    ),
  )
}

function Contenu({ vue, suite }: { vue: ReclamationVue; suite: Etape | null }) {
  const { today, timeZone } = useWebSession()
  const rafraichir = useInvalidateAll()
  const [ouverte, setOuverte] = useState<Etape | null>(suite)
  const [demandee] = useState(suite)
  const [demande, setDemande] = useState(false)
  const { tronc, canal, estAnonyme, estOrale, receptionOrigine } = vue
  const [provenance] = vue.provenances
  const orale = estOrale ? ', consignée par écrit' : ''
  const origine = receptionOrigine === 'message-recu' ? ' (date du serveur de messagerie)' : ''
  const par = provenance === undefined ? '' : `, transmise par ${transmetteurEnMots(provenance)}`
  return (
    <PageDeDossier
      tronc={tronc}
      surtitre={`reçue le ${formatDay(tronc.recuLe)} ${PAR[canal]}${orale}${origine}${par}`}
      badges={estAnonyme ? <StatusBadge tone="quiet">anonyme</StatusBadge> : undefined}
      precisions={precisionsDe(vue, today)}
      enTete={<Onglets id={tronc.id} />}
      actions={<Actions vue={vue} prochaine={etapeSuivante(vue)} onOuvrir={setOuverte} />}
      personnes={{
        libelleDeQualite,
        vide: estAnonyme
          ? 'Réclamation anonyme. Ajoutez l’auteur s’il se fait connaître.'
          : 'Personne n’est indiqué.',
      }}
    >
      <GriefsDeReclamation vue={vue} />
      <RecitDuDossier titre="Ce que dit la personne" replie={vue.griefs.length > 0} />
      <DemandesDuDossier {...(vue.griefs.length === 0 ? {} : { onDemander: () => setDemande(true) })} />
      <div className={classes['documents']}>
        <PiecesDuDossier
          dossierId={tronc.id}
          pieces={vue.pieces.filter(({ nature }) => nature !== 'courrier')}
          onChange={rafraichir}
        />
        <CourriersDeReclamation vue={vue} onOuvrir={setOuverte} />
      </div>
      <Transmissions vue={vue} />
      <Chronologie ajouts={piecesEnChronologie(vue, timeZone)} />
      {demande && <DemanderExplications griefs={vue.griefs} onFermer={() => setDemande(false)} />}
      <Fenetres
        vue={vue}
        ouverte={ouverte}
        automatique={demandee !== null && ouverte === demandee}
        onOuvrir={setOuverte}
      />
    </PageDeDossier>
  )
}

/** A complaint: its deadlines, its people, what was said and what was done. */
export function PageDeReclamation() {
  const id = usePathParam('id')
  const { suite } = useQueryParams()
  const query = useOperation(contract.obtenir, { id })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(vue) => <Contenu key={vue.tronc.id} vue={vue} suite={etapeDemandee(vue, suite)} />}
    </QueryView>
  )
}
