import { Button, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import classes from './reglages.module.css'

type Reglage = OutputOf<typeof contract.listerReglages>['reglages'][number]

const UNITES = {
  'jour-ouvre': ['jour ouvré', 'jours ouvrés'],
  'jour-calendaire': ['jour', 'jours'],
  heure: ['heure', 'heures'],
  activation: ['', ''],
} as const satisfies Record<Reglage['unite'], readonly [string, string]>

const uniteDe = (unite: Reglage['unite'], nombre: number): string => UNITES[unite][nombre > 1 ? 1 : 0]

const FAMILLES = [
  { famille: 'echeances', titre: 'Échéances', fait: 'Les échéances qui en dépendent en tiennent compte.' },
  {
    famille: 'demandes',
    titre: 'Demandes aux services et relances',
    fait: 'Les prochaines relances en tiennent compte.',
  },
] as const satisfies readonly { famille: Reglage['famille']; titre: string; fait: string }[]

const valeurEnMots = ({ unite, valeurParDefaut }: Reglage): string => {
  if (unite === 'activation') return valeurParDefaut === 1 ? 'oui' : 'non'
  return `${valeurParDefaut} ${uniteDe(unite, valeurParDefaut)}`
}

/** Internal targets: what the department sets itself, never what the law sets. */
export function Reglages() {
  const query = useOperation(contract.listerReglages, {})
  const peutRegler = useWebSession().can('echeances.regler')
  return (
    <Page narrow>
      <PageHeader
        title="Délais internes"
        lead="Les objectifs que le service se donne, et la cadence de ses relances. Les délais de la loi, eux, ne se règlent pas : ils se calculent."
      />
      {!peutRegler && <Notice>Seuls le responsable et la direction peuvent changer ces objectifs.</Notice>}
      <QueryView query={query}>
        {({ reglages }) =>
          FAMILLES.map(({ famille, titre, fait }) => (
            <Card key={famille} title={titre}>
              <ul className="pv-lines">
                {reglages
                  .filter((reglage) => reglage.famille === famille)
                  .map((reglage) => (
                    <LigneDeReglage
                      key={`${reglage.code} ${reglage.valeur}`}
                      reglage={reglage}
                      peutRegler={peutRegler}
                      fait={fait}
                    />
                  ))}
              </ul>
            </Card>
          ))
        }
      </QueryView>
    </Page>
  )
}

interface LigneProps {
  readonly reglage: Reglage
  readonly peutRegler: boolean
  /** what is said once it is saved */
  readonly fait: string
}

/** Saves a value of a setting, and says so. */
function useReglage(reglage: Reglage, fait: string) {
  const invalidateAll = useInvalidateAll()
  const form = useOperationForm(contract.regler, async () => {
    toast(`Réglage enregistré. ${fait}`)
    await invalidateAll()
  })
  return { form, regler: (valeur: number) => void form.submit({ code: reglage.code, valeur }) }
}

const LigneDeReglage = (props: LigneProps) =>
  props.reglage.unite === 'activation' ? <LigneDActivation {...props} /> : <LigneDeNombre {...props} />

function Origine({ reglage }: { reglage: Reglage }) {
  const session = useWebSession()
  const estDefaut = reglage.valeur === reglage.valeurParDefaut
  return (
    <p className="pv-small pv-muted">
      {estDefaut ? 'Valeur d’origine.' : `Valeur d’origine : ${valeurEnMots(reglage)}.`}
      {reglage.modifieA !== null && ` Modifiée le ${formatDate(dayOf(reglage.modifieA, session.timeZone))}.`}
    </p>
  )
}

function LigneDActivation({ reglage, peutRegler, fait }: LigneProps) {
  const { form, regler } = useReglage(reglage, fait)
  return (
    <li>
      <Switch
        checked={reglage.valeur === 1}
        disabled={!peutRegler || form.pending}
        onChange={(event) => regler(event.currentTarget.checked ? 1 : 0)}
        label={reglage.libelle}
        error={form.errors['valeur'] ?? form.problem?.message}
      />
      <Origine reglage={reglage} />
    </li>
  )
}

function LigneDeNombre({ reglage, peutRegler, fait }: LigneProps) {
  const [texte, setTexte] = useState(String(reglage.valeur))
  const { form, regler } = useReglage(reglage, fait)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    regler(/^\d+$/.test(texte.trim()) ? Number(texte) : Number.NaN)
  }
  const change = texte.trim() !== String(reglage.valeur)
  const estDefaut = reglage.valeur === reglage.valeurParDefaut
  return (
    <li>
      <form className={classes['ligne']} onSubmit={submit} noValidate>
        <div>
          <label htmlFor={form.idOf('valeur')} className={classes['libelle']}>
            {reglage.libelle}
          </label>
          <Origine reglage={reglage} />
        </div>
        <TextInput
          {...form.field('valeur')}
          error={form.errors['valeur'] ?? form.problem?.message}
          value={texte}
          onChange={(event) => setTexte(event.currentTarget.value)}
          inputMode="numeric"
          readOnly={!peutRegler}
          aria-describedby={`${form.idOf('valeur')}-unite`}
          rightSectionWidth={128}
          rightSectionPointerEvents="none"
          rightSection={
            <span id={`${form.idOf('valeur')}-unite`} className={classes['unite']}>
              {uniteDe(reglage.unite, Number(texte))}
            </span>
          }
        />
        {peutRegler && (
          <div className={classes['actions']}>
            {change && (
              <Button type="submit" size="sm" loading={form.pending}>
                Enregistrer
              </Button>
            )}
            {!change && !estDefaut && (
              <Button
                variant="subtle"
                size="sm"
                loading={form.pending}
                onClick={() => regler(reglage.valeurParDefaut)}
              >
                Revenir à {reglage.valeurParDefaut}
              </Button>
            )}
          </div>
        )}
      </form>
    </li>
  )
}
