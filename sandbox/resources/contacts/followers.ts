import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { text } from '../../gateway/schemas.ts';
import { users } from '../../seed/users.ts';
import { existing } from '../records.ts';
import { contactOf, touch, writing } from './access.ts';

const userIds = zod.strictObject({ followers: zod.array(text) });

export const contactFollowers = [
  endpoint(
    'POST /contacts/{contactId}/followers',
    { ...writing, status: 201, body: userIds },
    ({ path, body, location, state }) => {
      const contact = contactOf(location, path.contactId);
      for (const id of body.followers) existing(users(state.company).get(id), 'User', id);
      const followersAdded = body.followers.filter((id) => !contact.followers.includes(id));
      const all = [...contact.followers, ...followersAdded];
      touch(location, contact, { followers: all });
      return { followers: all, followersAdded };
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/followers',
    { ...writing, body: userIds },
    ({ path, body, location }) => {
      const contact = contactOf(location, path.contactId);
      const left = contact.followers.filter((id) => !body.followers.includes(id));
      const followersRemoved = contact.followers.filter((id) => body.followers.includes(id));
      touch(location, contact, { followers: left });
      return { followers: left, followersRemoved };
    },
  ),
];
