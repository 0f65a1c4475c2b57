import { fail } from '../../gateway/errors.ts';
import type { TeamMember } from '../../seed/calendars.ts';
import { staffOf } from '../../seed/users.ts';
import type { Location } from '../../state/state.ts';
import type { Write } from './schema.ts';

type MemberWrite = NonNullable<Write['teamMembers']>[number];

/** A member with what HighLevel sets where the write says nothing. */
export function wholeMember(write: MemberWrite): TeamMember {
  const { isPrimary, meetingLocationType, locationConfigurations = [{ kind: 'custom' }] } = write;
  return {
    userId: write.userId,
    priority: write.priority ?? 0.5,
    selected: write.selected ?? true,
    meetingLocation: write.meetingLocation ?? '',
    isZoomAdded: write.isZoomAdded ?? 'false',
    zoomOauthId: write.zoomOauthId ?? '',
    locationConfigurations: locationConfigurations.map((one, position) => ({
      location: '',
      position,
      meetingId: `${one.kind}_${position}`,
      ...one,
    })),
    ...(isPrimary !== undefined && { isPrimary }),
    ...(meetingLocationType && { meetingLocationType }),
  };
}

/** Who must be in a team (calendars.json, teamMembers and isPrimary). */
export function refuseTeam(type: string, team: TeamMember[], location: Location) {
  const staff = staffOf(location);
  const stranger = team.find(({ userId }) => !staff.includes(userId));
  if (stranger) throw fail(400, `User with id ${stranger.userId} not found in this location`);
  if (type === 'personal' && team.length !== 1) {
    throw fail(400, 'Personal calendar must have exactly one team member');
  }
  if (type !== 'event' && team.length === 0) throw fail(400, 'Team members are required');
  if (type === 'collective' && team.filter(({ isPrimary }) => isPrimary).length !== 1) {
    throw fail(400, 'Collective calendar must have exactly one primary team member');
  }
}
