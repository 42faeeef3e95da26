import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonneVue } from '#core/personnes/contract.ts'
import {
  CarteDePersonne,
  ConsentementsDePersonne,
  ModifierPersonne,
  ROLE_DANS_LE_DOSSIER,
} from '#core/personnes/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { TroncVu } from '../contract.ts'
import { AjouterPersonne } from './ajouter-personne.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { RetirerPersonne } from './retirer-personne.tsx'

export interface PersonnesDuDossierProps {
  /** wording of a quality of the case type; the text itself when it is free */
  readonly libelleDeQualite?: (qualite: string) => string
  /** shown when the dossier has nobody */
  readonly vide?: string
}

/** The people of the dossier, with what is needed to write to them. */
export function PersonnesDuDossier({ libelleDeQualite = (q) => q, vide }: PersonnesDuDossierProps) {
  const { tronc, rafraichir } = useDossier()
  const { can } = useWebSession()
  const [ajoute, setAjoute] = useState(false)
  const [consulte, setConsulte] = useState<PersonneVue | null>(null)
  const [modifie, setModifie] = useState<PersonneVue | null>(null)
  const [retiree, setRetiree] = useState<TroncVu['personnes'][number] | null>(null)
  return (
    <Card
      title="Personnes"
      aside={
        can('dossiers.modifier') ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setAjoute(true)}
            aria-label="Ajouter une personne"
          >
            Ajouter
          </Button>
        ) : undefined
      }
    >
      {tronc.personnes.length === 0 && (
        <p className="pv-muted pv-small">{vide ?? 'Personne n’est encore indiqué.'}</p>
      )}
      <dl className={classes['personnes']}>
        {tronc.personnes.map((personne) => (
          <div key={`${personne.role}-${personne.id}`}>
            <dt>
              {ROLE_DANS_LE_DOSSIER[personne.role]}
              {personne.qualite !== '' && (
                <span className={classes['qualite']}>{libelleDeQualite(personne.qualite)}</span>
              )}
            </dt>
            <dd>
              <CarteDePersonne
                personne={personne}
                avecLien={can('personnes.consulter')}
                {...(can('personnes.modifier')
                  ? {
                      onModifier: () => setModifie(personne),
                      onConsentements: () => setConsulte(personne),
                    }
                  : {})}
                {...(can('dossiers.modifier') ? { onRetirer: () => setRetiree(personne) } : {})}
              />
            </dd>
          </div>
        ))}
      </dl>
      {ajoute && <AjouterPersonne onFermer={() => setAjoute(false)} />}
      {retiree !== null && <RetirerPersonne personne={retiree} onFermer={() => setRetiree(null)} />}
      {consulte !== null && (
        <ConsentementsDePersonne
          personne={consulte}
          dossierId={tronc.id}
          onFermer={() => setConsulte(null)}
        />
      )}
      {modifie !== null && (
        <ModifierPersonne personne={modifie} onFermer={() => setModifie(null)} onFait={rafraichir} />
      )}
    </Card>
  )
}
