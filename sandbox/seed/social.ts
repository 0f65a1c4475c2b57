import { collection } from '../state/collection.ts';

/** A connected account (social-media-posting.json, GetAccountsResponseDTO). */
type SocialAccount = {
  id: string;
  oauthId: string;
  profileId: string;
  name: string;
  platform: string;
  type: string;
  expire: string;
  isExpired: boolean;
  meta: object;
};

const ACCOUNTS: [name: string, platform: string, type: string][] = [
  ['Bright Smile Dental', 'facebook', 'page'],
  ['bright.smile', 'instagram', 'profile'],
  ['Bright Smile Dental, Main Street', 'google', 'location'],
];

export const socialAccounts = collection<SocialAccount>('socialAccounts', ({ id, ago }) =>
  ACCOUNTS.map(([name, platform, type]) => ({
    id: `${id(platform)}_${id(name)}`,
    oauthId: id(platform),
    profileId: id(name),
    name,
    platform,
    type,
    expire: new Date(ago(platform === 'google' ? 3 : -60)).toISOString(),
    isExpired: platform === 'google',
    meta: {},
  })),
);

/** A post as an app has sent it. */
type SocialPost = { id: string; status: string; createdAt: number };

export const socialPosts = collection<SocialPost>('socialPosts', () => []);
