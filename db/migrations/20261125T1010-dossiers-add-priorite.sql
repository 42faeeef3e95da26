-- How soon the department wants a dossier handled, beside what the law says: chosen by an agent, told in lists, never a deadline.
alter table dossiers.dossier add column priorite text not null default 'normale'
  constraint dossier_priorite_connue check (priorite in ('normale', 'haute', 'urgente'));
create index dossier_priorite_idx on dossiers.dossier (etablissement_id, priorite, recu_le desc, id desc)
  where priorite <> 'normale';
