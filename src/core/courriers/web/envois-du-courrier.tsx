import { Button } from '@mantine/core'
import { useDossier } from '#core/dossiers/web/index.ts'
import { adresseDeTelechargement, ChoisirDesFichiers } from '#core/pieces/web/index.ts'
import { formatInstant, formatShortDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { type CourrierVu, contract, type EnvoiVu } from '../contract.ts'
import { LIBELLES_DES_ENVOIS, LIBELLES_DES_MODES, LIBELLES_DES_SUITES } from '../domain/labels.ts'
import { SUITES_DU_RECOMMANDE } from '../domain/rules.ts'
import classes from './courriers.module.css'
import { useTeleversement } from './use-televersement.ts'

const PREUVES: Partial<Record<EnvoiVu['mode'], string>> = {
  recommande: 'Joindre l’avis de réception…',
  'main-propre': 'Joindre le récépissé…',
}

function LigneDEnvoi({ envoi }: { envoi: EnvoiVu }) {
  const { today, timeZone } = useWebSession()
  const jour =
    envoi.envoyeLe === null
      ? `Essai du ${formatInstant(envoi.tenteA, timeZone)}`
      : `Parti le ${formatShortDate(envoi.envoyeLe, today)}`
  const suites = SUITES_DU_RECOMMANDE.flatMap((suite) => {
    const le = envoi.suivis[suite]
    return le === null ? [] : [`${LIBELLES_DES_SUITES[suite]} le ${formatShortDate(le, today)}`]
  })
  return (
    <li>
      <span>
        {jour}, {LIBELLES_DES_MODES[envoi.mode]}
        {envoi.numero !== null && ` n° ${envoi.numero}`}
        {envoi.remisA !== null && `, à ${envoi.remisA}`}
        {envoi.estParLaMessagerie && `, à ${envoi.destinataire}`}
        {envoi.par !== null && <span className="pv-muted"> ({envoi.par})</span>}
        {envoi.etat !== 'envoye' && <strong> : {LIBELLES_DES_ENVOIS[envoi.etat]}</strong>}
        {envoi.raison !== '' && <span className="pv-muted">. {envoi.raison}</span>}
        {suites.length > 0 && <span className={classes['suites']}>{suites.join(' · ')}</span>}
        {envoi.preuvePieceId !== null && (
          <a href={adresseDeTelechargement(envoi.preuvePieceId)}>Preuve de l’envoi</a>
        )}
      </span>
    </li>
  )
}

/** How a letter left: each attempt, what the post did of it, and its proof. */
export function EnvoisDuCourrier({ courrier, onSuivre }: { courrier: CourrierVu; onSuivre: () => void }) {
  const { rafraichir } = useDossier()
  const { can } = useWebSession()
  const preuve = useTeleversement(contract.joindrePreuve)
  const { envois, id, version } = courrier
  const parti = envois.find(({ etat }) => etat === 'envoye')
  if (envois.length === 0) return null
  const joindre = async (fichier: File | undefined): Promise<void> => {
    if (fichier === undefined || (await preuve.envoyer(fichier, { id, version })) === null) return
    toast('Preuve jointe.')
    await rafraichir()
  }
  const libelleDePreuve = parti === undefined ? undefined : PREUVES[parti.mode]
  return (
    <section>
      <h3>Envoi</h3>
      <ul className={classes['lignes']}>
        {envois.map((envoi) => (
          <LigneDEnvoi key={envoi.id} envoi={envoi} />
        ))}
      </ul>
      {parti !== undefined && libelleDePreuve !== undefined && can('courriers.ecrire') && (
        <div className={classes['gestes']}>
          {parti.mode === 'recommande' && (
            <Button size="compact-md" variant="default" onClick={onSuivre}>
              Suivre le recommandé
            </Button>
          )}
          <ChoisirDesFichiers
            size="compact-md"
            multiple={false}
            accept=".pdf,.png,.jpg,.jpeg"
            loading={preuve.enCours}
            onFichiers={([fichier]) => void joindre(fichier)}
          >
            {libelleDePreuve}
          </ChoisirDesFichiers>
        </div>
      )}
      {preuve.echec !== null && <Notice tone="late">{preuve.echec}</Notice>}
    </section>
  )
}
