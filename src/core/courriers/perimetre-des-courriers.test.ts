import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/index.ts'
import { isPermissionDenied } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { CourrierVu } from './contract.ts'
import { type BancDeLettres, MAINTENANT, MOT_DE_PASSE, ouvrirLesLettres } from './testing-vie.ts'

const TABLES = ['courrier', 'version', 'visa', 'signature', 'envoi'] as const

describeOnEachEngine('le périmètre des courriers, par SQL direct', (moteur) => {
  let b: BancDeLettres
  let charge: ActeurAgent
  let directeur: ActeurAgent
  let cachee: CourrierVu
  let signataireId: string

  const sql = (acteur: ActeurAgent, texte: string, valeurs: readonly unknown[] = []) =>
    b.banc.ecrire(acteur, async (tx) => (await tx.query(texte, valeurs)).rows)
  const refusee = async (acteur: ActeurAgent, texte: string, valeurs: readonly unknown[]) =>
    sql(acteur, texte, valeurs).then(
      () => false,
      (error: unknown) => {
        if (!isPermissionDenied(error)) throw error
        return true
      },
    )

  beforeAll(async () => {
    b = await ouvrirLesLettres(moteur)
    charge = await b.agent('charge')
    directeur = await b.agent('directeur')
    const responsable = await b.agent('responsable')
    signataireId = await b.signataire(directeur, { agentId: directeur.agentId })
    cachee = await b.lettre(directeur, {
      dossierId: await b.banc.dossier({ classe: 'sensible' }),
      signataireId,
    })
    const demande = await b.faire(directeur, 'demanderVisa', cachee, {
      agentId: responsable.agentId,
      message: '',
    })
    await b.faire(
      responsable,
      'rendreVisa',
      { id: cachee.id, ...demande },
      { decision: 'donne', commentaire: '' },
    )
    await b.faire(directeur, 'signer', await b.voir(directeur, cachee), { motDePasse: MOT_DE_PASSE })
    const envoi = { mode: 'courriel', envoyeLe: '2026-03-03' }
    await b.faire(directeur, 'noterEnvoi', await b.voir(directeur, cachee), envoi)
  })
  afterAll(() => b.fermer())

  it.each(TABLES)('cache « %s » avec son dossier', async (table) => {
    expect(await sql(directeur, `select 1 from courriers.${table}`)).not.toEqual([])
    expect(await sql(charge, `select 1 from courriers.${table}`)).toEqual([])
    const chef = await b.agent('chef-de-service')
    expect(await sql(chef, `select 1 from courriers.${table}`)).toEqual([])
  })

  it('ne rend rien à qui n’est pas de l’établissement', async () => {
    const ailleurs = { ...directeur, etablissementId: uuidv7(1) as ActeurAgent['etablissementId'] }
    for (const table of [...TABLES, 'signataire'])
      expect(await sql(ailleurs, `select 1 from courriers.${table}`)).toEqual([])
  })

  it('refuse une version de plus à une lettre signée', async () => {
    const version = [uuidv7(2), cachee.id, cachee.dossierId, cachee.pieceId, MAINTENANT]
    expect(
      await refusee(
        directeur,
        `insert into courriers.version (id, courrier_id, dossier_id, rang, origine, piece_id, sha256, produit_a)
         values ($1, $2, $3, 2, 'reimport', $4, 'x', $5)`,
        version,
      ),
    ).toBe(true)
  })

  const Signature = `insert into courriers.signature (courrier_id, dossier_id, version_id, signataire_id, nature, nom, qualite,
      delegation, delegation_depuis, sha256, signe_le, signe_a, agent_id)
    select c.id, c.dossier_id, v.id, $2, 'application', 'X', 'Y', 'Z', '2026-01-01', v.sha256, $3, now(), $4
      from courriers.courrier c join courriers.version v on v.courrier_id = c.id where c.id = $1`

  it('refuse de signer pour un autre, hors délégation, ou par une délégation close', async () => {
    const lettre = await b.lettre(charge)
    const essais: [ActeurAgent, string, string][] = [
      [charge, '2026-03-03', charge.agentId],
      [charge, '2026-03-03', directeur.agentId],
      [directeur, '2025-12-31', directeur.agentId],
    ]
    for (const [acteur, jour, agentId] of essais)
      expect(await refusee(acteur, Signature, [lettre.id, signataireId, jour, agentId])).toBe(true)
    const close = await b.signataire(directeur, { agentId: directeur.agentId })
    await b.banc.appeler(directeur, 'courriers.cloreSignataire', { id: close })
    expect(await refusee(directeur, Signature, [lettre.id, close, '2026-03-03', directeur.agentId])).toBe(
      true,
    )
    expect(
      await refusee(directeur, Signature, [lettre.id, signataireId, '2026-03-03', directeur.agentId]),
    ).toBe(false)
  })

  it('ne réécrit ni une signature, ni une version', async () => {
    expect(await refusee(directeur, "update courriers.signature set nom = 'X'", [])).toBe(true)
    expect(await refusee(directeur, "update courriers.version set sha256 = 'x'", [])).toBe(true)
    expect(await refusee(directeur, 'delete from courriers.envoi', [])).toBe(true)
  })

  it('refuse le visa d’un autre', async () => {
    const lettre = await b.lettre(charge)
    await b.faire(charge, 'demanderVisa', lettre, { agentId: directeur.agentId, message: '' })
    const donner = "update courriers.visa set decision = 'donne' where courrier_id = $1"
    expect(await refusee(charge, donner, [lettre.id])).toBe(true)
    expect(await refusee(directeur, donner, [lettre.id])).toBe(false)
  })

  it('réserve les signataires au responsable et à la direction', async () => {
    const signataire = [uuidv7(3), charge.etablissementId, charge.agentId]
    const ajouter = `insert into courriers.signataire (id, etablissement_id, nom, qualite, delegation, depuis, cree_a, cree_par)
                     values ($1, $2, 'X', 'Y', 'Z', '2026-01-01', now(), $3)`
    expect(await refusee(charge, ajouter, signataire)).toBe(true)
    expect(await sql(charge, "update courriers.signataire set clos_le = '2026-03-03' returning 1")).toEqual(
      [],
    )
    await expect(b.signataire(charge)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
