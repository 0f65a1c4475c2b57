import listBlockedSlots from '../../../triggers/calendars/list_blocked_slots.ts';
import { expectEventList } from '../../support/eventLists.ts';

expectEventList(listBlockedSlots, '/calendars/blocked-slots');
