import type { Config } from '../config';
import { FieldEncryption, parseBlindIndexSecret, parseKeys } from './fieldEncryption';

/** The encryption of personal fields with the keys of the settings. */
export function openFieldEncryption(config: Pick<Config, 'FIELD_ENCRYPTION_ALGORITHM' | 'FIELD_ENCRYPTION_KEYS' | 'BLIND_INDEX_SECRET'>): FieldEncryption {
  return new FieldEncryption({
    algorithm: config.FIELD_ENCRYPTION_ALGORITHM,
    keys: parseKeys(config.FIELD_ENCRYPTION_KEYS),
    blindIndexSecret: parseBlindIndexSecret(config.BLIND_INDEX_SECRET),
  });
}
