import type { FeatureEndpoints } from '../../endpoint';
import { bindPhoneNumber } from './bindPhoneNumber';
import { deleteAccount } from './deleteAccount';
import { getCurrentCitizen } from './getCurrentCitizen';
import { recordPrivacyConsent } from './recordPrivacyConsent';
import { removePhoneNumber } from './removePhoneNumber';
import { sendPhoneCode } from './sendPhoneCode';

export const citizens: FeatureEndpoints = {
  tag: '账号',
  citizen: { getCurrentCitizen, recordPrivacyConsent, deleteAccount },
};

/** Switched on by the feature `phone_number`. */
export const phoneNumbers: FeatureEndpoints = {
  tag: '手机号',
  citizen: { sendPhoneCode, bindPhoneNumber, removePhoneNumber },
};
