import { longestBody } from '../../contract/announcementContent';

/** A body of Chinese characters, each of three bytes, and what is sent with it. */
export const longestBodyBytes = 3 * longestBody + 256 * 1024;
