import { describe, expect, it } from 'vitest'
import { chercherMotifs, FAMILLES_AP_HP, MOTIFS_AP_HP, motifAffiche, trouverMotif } from './motifs.ts'
import { libelleDuMotif, refusDeMotif, TYPOLOGIE_COURANTE, TYPOLOGIES } from './typologies.ts'

const motifs = TYPOLOGIE_COURANTE.familles.flatMap((famille) => famille.motifs)

describe('la liste des motifs', () => {
  it('a sept familles, et des codes qui ne se répètent pas', () => {
    expect(TYPOLOGIE_COURANTE.code).toBe('2026-1')
    expect(TYPOLOGIE_COURANTE.familles.map((f) => f.code)).toEqual([
      'accueil',
      'medicale',
      'paramedicale',
      'vie-quotidienne',
      'respect',
      'droits',
      'securite',
    ])
    expect(new Set(motifs.map((m) => m.code)).size).toBe(motifs.length)
    for (const { code } of motifs) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('compte chaque motif dans la liste de l’AP-HP, ou dit pourquoi elle ne le peut pas', () => {
    for (const { code, apHp } of motifs) {
      if (apHp.famille === null) expect([code, apHp.raison]).not.toEqual([code, ''])
      else {
        expect(FAMILLES_AP_HP).toHaveProperty(apHp.famille)
        const connus: readonly string[] = MOTIFS_AP_HP[apHp.famille]
        if (apHp.motif === null) expect([code, apHp.raison]).not.toEqual([code, ''])
        else expect(connus).toContain(apHp.motif)
      }
    }
  })

  it('a de quoi compter tous les motifs de l’AP-HP', () => {
    for (const [famille, attendus] of Object.entries(MOTIFS_AP_HP)) {
      const comptes = motifs.flatMap(({ apHp }) => (apHp.famille === famille ? [apHp.motif] : []))
      for (const attendu of attendus)
        expect([famille, comptes]).toEqual([famille, expect.arrayContaining([attendu])])
    }
  })

  it('dit pourquoi chaque motif qui n’est pas de la synthèse y a été ajouté', () => {
    expect(motifs.filter((m) => m.ajout !== undefined).map((m) => m.code)).toEqual([
      'accueil-autre',
      'accident-sequelles',
      'delai-report',
      'medicale-autre',
      'paramedicale-autre',
      'vie-quotidienne-autre',
      'respect-autre',
      'droits-autre',
      'securite-autre',
    ])
  })

  it.each([
    ['attente', ['attente-consultation', 'attente-urgences', 'delai-report']],
    ['URG', ['attente-urgences']],
    ['telephon', ['accueil-telephonique', 'television-telephone']],
    ['dentier', ['protheses']],
    ['sonnette', ['reponse-aux-appels']],
    ['deces', ['annonce', 'fin-de-vie-deces']],
    ['etat civil', ['etat-civil']],
    ['paramedicale relation', ['relation-soignants']],
    ['zzz', []],
  ])('se cherche par « %s », sans accent', (saisie, attendus) => {
    const trouves = chercherMotifs(TYPOLOGIE_COURANTE, saisie).flatMap((f) => f.motifs.map((m) => m.code))
    expect(trouves).toEqual(attendus)
  })

  it('se montre tout entière quand rien n’est cherché', () => {
    expect(chercherMotifs(TYPOLOGIE_COURANTE, ' ')).toHaveLength(7)
  })
})

describe('un motif', () => {
  it('s’affiche dans la version qui l’a codé', () => {
    const suivante = {
      code: '2027-1',
      source: '',
      familles: [
        {
          code: 'accueil',
          libelle: 'Accueil',
          motifs: [
            {
              code: 'attente-urgences',
              libelle: 'Attente avant le médecin',
              apHp: { famille: 'accueil', motif: 'attente' },
            },
          ],
        },
      ],
    } as const
    const versions = [...TYPOLOGIES, suivante]
    expect(motifAffiche(versions, 'attente-urgences', '2026-1')).toMatchObject({
      famille: 'Accueil et administration',
      libelle: 'Attente aux urgences',
    })
    expect(motifAffiche(versions, 'attente-urgences', '2027-1').libelle).toBe('Attente avant le médecin')
    expect(trouverMotif(versions, 'repas', '2027-1')).toBeNull()
  })

  it('que la liste n’a plus reste lisible, et ne se code plus', () => {
    expect(libelleDuMotif('minitel', '2026-1')).toEqual({
      code: 'minitel',
      typologie: '2026-1',
      famille: null,
      libelle: 'Motif retiré de la liste (minitel)',
    })
    expect(refusDeMotif('minitel', null)).toEqual({ code: 'motif-inconnu' })
    expect(refusDeMotif('constructor', 'repas')).toEqual({ code: 'motif-inconnu' })
    expect(refusDeMotif('minitel', 'minitel')).toBeNull()
    expect(refusDeMotif('repas', 'minitel')).toBeNull()
  })
})
