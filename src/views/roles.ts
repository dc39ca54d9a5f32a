import type { Role } from '../domain/actor.ts';
import type { TextKey, Texts } from './texts.ts';

const KEYS: Readonly<Record<Role, TextKey>> = {
  officer: 'join.roleOfficer',
  head: 'join.roleHead',
  secretary: 'join.roleSecretary',
  leader: 'join.roleLeader',
  appraiser: 'join.roleAppraiser',
  observer: 'join.roleObserver',
  admin: 'join.roleAdmin',
};

export function roleWords(role: Role, texts: Texts): string {
  return texts(KEYS[role]);
}
